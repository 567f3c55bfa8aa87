import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type ExportOptions, WHOLE_BOARD } from '../core/codecs/outputs.ts'
import { normalise } from '../core/model/normalise.ts'
import { sampleModel } from '../core/model/testing/sample.ts'
import { exportModel } from './export.ts'
import { inRoboto } from './roboto-text.ts'
import { FONTS, WASM } from './testing/tools.ts'
import type { ExportTools } from './tools.ts'

const TOOLS: ExportTools = {
  fonts: async () => await Promise.resolve(FONTS),
  wasm: async () => await Promise.resolve(WASM),
}
const OPTIONS: ExportOptions = { date: '2026-11-29', picture: WHOLE_BOARD, sections: ['diagram'] }

/** So many components in a row, each linked to the next. */
const row = (count: number) =>
  normalise(
    sampleModel({
      components: Array.from({ length: count }, (_, at) => ({ id: `c${at}`, pos: [at * 240, 0] })),
      links: Array.from({ length: count - 1 }, (_, at) => ({
        id: `l${at}`,
        from: `c${at}`,
        to: `c${at + 1}`,
      })),
    }),
  )

const filesOf = async (count: number) => {
  const { files } = await exportModel(row(count), 'report-docx', OPTIONS, TOOLS)
  const parts = unzipSync(files[0]?.content as Uint8Array)
  const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'))
  return { text: strFromU8(parts['word/document.xml'] as Uint8Array), media, parts }
}

test('a board that no page could show is drawn from far in Word, and that is said; a smaller one is whole', async () => {
  const large = await filesOf(700)
  expect(large.text).toContain('drawn from far')
  expect(large.media).toEqual([expect.stringMatching(/\.png$/)])
  const small = await filesOf(30)
  expect(small.text).not.toContain('drawn from far')
  expect(small.media.length).toBe(2)
}, 60_000)

test('pixels for pages have no opacity, which a PDF would have to take apart', async () => {
  const { parts, media } = await filesOf(30)
  const png = parts[media.find((name) => name.endsWith('.png')) as string] as Uint8Array
  expect(png[25]).toBe(2)
  const { files } = await exportModel(row(700), 'report-pdf', OPTIONS, TOOLS)
  const pdf = new TextDecoder('latin1').decode(files[0]?.content as Uint8Array)
  expect(pdf).toContain('/Subtype /Image')
  expect(pdf).not.toContain('/SMask')
}, 60_000)

test('without its section a report has no picture, and needs none', async () => {
  const none: ExportTools = {
    ...TOOLS,
    wasm: async () => await Promise.reject(new Error('not needed')),
  }
  const options = { ...OPTIONS, sections: ['summary'] as const }
  for (const output of ['report-docx', 'report-pdf', 'report-html', 'report-md'] as const) {
    const { files } = await exportModel(row(3), output, options, none)
    expect(files.length).toBe(1)
  }
}, 60_000)

test('a report of a part tells of that part, and not of the whole board', async () => {
  const picture = { ...WHOLE_BOARD, show: { ids: ['c1', 'c2'] } }
  const { files } = await exportModel(row(30), 'report-html', { ...OPTIONS, picture }, TOOLS)
  const html = files[0]?.content as string
  expect(html).toContain('A part of the network')
  expect(html).toContain('2 components in 0 segments, joined by 1 link')
  expect(html).toContain('The whole board has 30 components.')
})

test('whoever gets letters that the font lacks is told which, and paths are told with signs that it has', async () => {
  const named = (name: string) => normalise(sampleModel({ components: [{ id: 'c1', name }] }))
  const picture = await exportModel(named('核心 UPF'), 'png', OPTIONS, TOOLS)
  expect(picture.remarks).toEqual([expect.stringContaining('核 心')])
  expect((await exportModel(named('Kern→UPF é'), 'report-pdf', OPTIONS, TOOLS)).remarks).toEqual([])
  expect((await exportModel(named('核心'), 'report-docx', OPTIONS, TOOLS)).remarks).toEqual([])
  expect(inRoboto('A → B ⇄ C')).toBe('A › B ‹› C')
}, 60_000)
