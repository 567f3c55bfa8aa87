import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterEach, expect, test, vi } from 'vitest'
import { HOSTILE, smallBoard, whole } from '../core/codecs/report/testing/boards.ts'
import type { FontFiles } from './fonts.ts'
import { reportPdf } from './report-pdf.ts'

const require = createRequire(import.meta.url)
const font = (name: string) =>
  new Uint8Array(readFileSync(require.resolve(`pdfmake/fonts/Roboto/${name}.ttf`)))
const FONTS: FontFiles = { regular: font('Roboto-Regular'), medium: font('Roboto-Medium') }

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (sign) => sign.charCodeAt(0),
)

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

afterEach(() => void vi.useRealTimers())

test('[RP1] the same report gives the same bytes, on any day', async () => {
  const first = await reportPdf(whole(smallBoard()), FONTS)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
  expect(await reportPdf(whole(smallBoard()), FONTS)).toEqual(first)
  expect(await reportPdf(whole(smallBoard(), { date: '2026-11-24' }), FONTS)).not.toEqual(first)
})

test('pages are upright and broad, with an outline of the sections', async () => {
  const pdf = latin(await reportPdf(whole(smallBoard()), FONTS))
  expect(pdf).toContain('/MediaBox [0 0 595.28 841.89]')
  expect(pdf).toContain('/MediaBox [0 0 841.89 595.28]')
  expect(pdf).toContain('/Outlines')
  expect(pdf).toContain('(Accepted risks)')
  expect(pdf).not.toContain('/EmbeddedFile')
})

test('[RP2] where tables are long they are attached whole', async () => {
  const components = Array.from({ length: 3100 }, (_, at) => ({ id: `c${at}`, name: `C${at}` }))
  const board = smallBoard(undefined, { components, links: [], risks: [], mitigations: [], threats: [] })
  const pdf = latin(await reportPdf(whole(board, { sections: ['registers'] }), FONTS))
  expect(pdf).toContain('(1-registers.csv)')
  expect(pdf.match(/\/Type \/EmbeddedFile/g)).toHaveLength(1)
  const few = latin(await reportPdf(whole(board, { sections: ['registers'], mostRows: 300 }), FONTS))
  expect(few).not.toContain('/EmbeddedFile')
}, 60_000)

test('a picture that is too large for vectors is there in pixels, or its absence is told', async () => {
  const large = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><!--${' '.repeat(1_500_000)}--></svg>`
  const report = whole(smallBoard(), {
    sections: ['diagram'],
    picture: { svg: large, width: 80, height: 40, isOverview: false, part: null },
  })
  expect(latin(await reportPdf(report, FONTS, PNG))).toContain('/Subtype /Image')
  const without = latin(await reportPdf(report, FONTS))
  expect(without).not.toContain('/Subtype /Image')
})

test.each(HOSTILE)('[RP4] it has no action or address, whatever a text says: %j', async (text) => {
  const pdf = latin(await reportPdf(whole(smallBoard((word) => `${word} ${text}`)), FONTS))
  expect(pdf).not.toMatch(/\/(?:URI|JavaScript|Launch|SubmitForm|OpenAction)\b/)
})
