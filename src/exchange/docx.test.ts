import { unzipSync } from 'fflate'
import { afterEach, expect, test, vi } from 'vitest'
import { READ_LIMITS } from '../core/codecs/limits.ts'
import { HOSTILE, smallBoard, whole } from '../core/codecs/report/testing/boards.ts'
import { readXml } from '../core/codecs/xml.ts'
import { reportDocx } from './docx.ts'

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (sign) => sign.charCodeAt(0),
)

const partsOf = async (document = whole(smallBoard()), png: Uint8Array | null = PNG) => {
  const files = unzipSync(await reportDocx(document, png))
  return new Map(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}
const bodyOf = async (...given: Parameters<typeof partsOf>) =>
  (await partsOf(...given)).get('word/document.xml') ?? ''

afterEach(() => void vi.useRealTimers())

test('[RP1] the same report gives the same bytes, on any day', async () => {
  const first = await reportDocx(whole(smallBoard()), PNG)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
  expect(await reportDocx(whole(smallBoard()), PNG)).toEqual(first)
  const core = (await partsOf()).get('docProps/core.xml')
  expect(core?.match(/2026-11-23T00:00:00Z/g)).toHaveLength(2)
})

test.each(HOSTILE)('[RP4] every part is well-formed, and no text becomes markup: %j', async (text) => {
  const parts = await partsOf(whole(smallBoard((word) => `${word} ${text}`)))
  expect([...parts.keys()][0]).toBe('[Content_Types].xml')
  for (const [name, part] of parts)
    if (/\.(?:xml|rels)$/.test(name)) expect([name, readXml(part, READ_LIMITS).ok]).toEqual([name, true])
  const tags = (xml: string | undefined) => xml?.match(/<w:(?:tbl|tr|tc|hyperlink|instrText)[ >]/g)
  expect(tags(parts.get('word/document.xml'))).toEqual(
    tags(await bodyOf(whole(smallBoard((word) => `${word} x`)))),
  )
  expect(parts.get('word/_rels/document.xml.rels')).not.toContain('TargetMode="External"')
})

test('tables are whole, each with a head that is repeated', async () => {
  const report = whole(smallBoard())
  const tables = report.sections.flatMap(({ blocks }) => blocks.filter((block) => block.block === 'table'))
  const xml = await bodyOf(report)
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(tables.length)
  expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(
    tables.reduce((sum, { rows }) => sum + rows.length + 1, 0),
  )
  expect(xml).not.toContain('place-')
})

test('what is broad stands on broad pages, and headings are in the contents', async () => {
  const xml = await bodyOf()
  expect(xml).toMatch(/w:orient="landscape"/)
  expect(xml).toMatch(/w:orient="portrait"/)
  expect(xml).toMatch(/TOC [^<]*1-2/)
  const anchors = [...xml.matchAll(/w:anchor="([^"]*)"/g)].map(([, anchor]) => anchor)
  const names = new Set([...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]*)"/g)].map(([, name]) => name))
  expect(anchors.length).toBeGreaterThan(10)
  for (const anchor of anchors) expect(names).toContain(anchor)
})

test('the picture is there as vectors and in pixels; without pixels it is left out, and that is said', async () => {
  const parts = await partsOf()
  expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(2)
  const large = `<svg xmlns="http://www.w3.org/2000/svg"><!--${' '.repeat(1_500_000)}--></svg>`
  const pixels = await partsOf(
    whole(smallBoard(), { picture: { svg: large, width: 80, height: 40, isOverview: false, part: null } }),
  )
  expect([...pixels.keys()].filter((name) => name.startsWith('word/media/'))).toEqual([
    expect.stringMatching(/\.png$/),
  ])
  const without = await partsOf(whole(smallBoard()), null)
  expect([...without.keys()].some((name) => name.startsWith('word/media/'))).toBe(false)
  expect(without.get('word/document.xml')).toContain('The picture itself is not in this file.')
})
