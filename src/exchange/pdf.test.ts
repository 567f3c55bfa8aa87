import { afterEach, expect, test, vi } from 'vitest'
import { makePdf, startOfDay } from './pdf.ts'
import { FONTS } from './testing/tools.ts'

const define = (date = '2026-11-23') => ({
  content: ['Plain', { text: 'Bold', bold: true }, { text: 'Italic', italics: true }],
  info: { title: 'Test', creationDate: startOfDay(date) },
})

afterEach(() => void vi.useRealTimers())

test('the same definition gives the same bytes, another day others', async () => {
  const first = await makePdf(define(), FONTS)
  expect(new TextDecoder('latin1').decode(first.slice(0, 8))).toMatch(/^%PDF-1\.\d/)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
  expect(await makePdf(define(), FONTS)).toEqual(first)
  expect(await makePdf(define('2026-11-24'), FONTS)).not.toEqual(first)
})

test('nothing is fetched and no file is opened', async () => {
  const withImage = (image: string) => makePdf({ ...define(), content: [{ image }] }, FONTS)
  await expect(withImage('https://example.org/a.png')).rejects.toThrow(/denied/)
  await expect(withImage('/etc/hostname')).rejects.toThrow(/denied/)
})
