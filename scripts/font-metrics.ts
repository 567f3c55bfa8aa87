/**
 * Writes the widths of all signs of Roboto in the two weights that pictures are set in to
 * `src/core/codecs/svg/font-widths.json`: `npx tsx scripts/font-metrics.ts`. The layout of the tables is that of OpenType.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const TARGET = new URL('../src/core/codecs/svg/font-widths.json', import.meta.url)

/** Signs that follow on each other, from `first` on. Widths are in units of the font, in base 36. */
type Run = { first: number; regular: string; medium: string }

export function fontWidths(): { unitsPerEm: number; runs: readonly Run[] } {
  const [regular, medium] = [readFont('Roboto-Regular'), readFont('Roboto-Medium')]
  const runs: { first: number; regular: string[]; medium: string[] }[] = []
  for (const [sign, width] of [...regular.widths].sort(([a], [b]) => a - b)) {
    const last = runs.at(-1)
    const run =
      last !== undefined && last.first + last.regular.length === sign
        ? last
        : { first: sign, regular: [], medium: [] }
    if (run !== last) runs.push(run)
    run.regular.push(width.toString(36))
    run.medium.push((medium.widths.get(sign) ?? width).toString(36))
  }
  return {
    unitsPerEm: regular.unitsPerEm,
    runs: runs.map((run) => ({
      first: run.first,
      regular: run.regular.join(' '),
      medium: run.medium.join(' '),
    })),
  }
}

function readFont(name: string): { unitsPerEm: number; widths: ReadonlyMap<number, number> } {
  const path = createRequire(import.meta.url).resolve(`pdfmake/fonts/Roboto/${name}.ttf`)
  const bytes = readFileSync(path)
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, number>()
  for (let i = 0; i < font.getUint16(4); i++) {
    const entry = 12 + i * 16
    tables.set(bytes.toString('latin1', entry, entry + 4), font.getUint32(entry + 8))
  }
  const table = (tag: string): number => {
    const at = tables.get(tag)
    if (at === undefined) throw new Error(`${name} has no table ${tag}`)
    return at
  }
  const hmtx = table('hmtx')
  const full = font.getUint16(table('hhea') + 34)
  const widthOf = (glyph: number) => font.getUint16(hmtx + Math.min(glyph, full - 1) * 4)
  const widths = new Map<number, number>()
  for (const [sign, glyph] of glyphs(font, table('cmap'))) widths.set(sign, widthOf(glyph))
  return { unitsPerEm: font.getUint16(table('head') + 18), widths }
}

/** Code points and their glyphs, from the table's format 4 (the first plane of Unicode), which is all that Roboto has. */
function* glyphs(font: DataView, cmap: number): Generator<readonly [sign: number, glyph: number]> {
  const tables = Array.from(
    { length: font.getUint16(cmap + 2) },
    (_, i) => cmap + font.getUint32(cmap + 8 + i * 8),
  )
  const table = tables.find((at) => font.getUint16(at) === 4)
  if (table === undefined) throw new Error('no table of format 4')
  const double = font.getUint16(table + 6)
  for (let at = table + 14; at < table + 14 + double; at += 2) {
    const last = font.getUint16(at)
    const first = font.getUint16(at + double + 2)
    const delta = font.getUint16(at + 2 * double + 2)
    const place = at + 3 * double + 2
    const offset = font.getUint16(place)
    for (let sign = first; sign <= last && sign !== 0xffff; sign++) {
      const listed = offset === 0 ? sign : font.getUint16(place + offset + (sign - first) * 2)
      if (listed !== 0) yield [sign, (listed + delta) & 0xffff]
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(TARGET, `${JSON.stringify(fontWidths(), null, 2)}\n`)
