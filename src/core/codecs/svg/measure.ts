import widths from './font-widths.json' with { type: 'json' }

/** Of a sign that the font does not have: whatever the viewer takes for it is hardly wider. */
const WIDE = widths.unitsPerEm
const NONE = 0xffff
const NO_WIDTH = /[\p{M}\p{Cf}]/u

/** Plain text and names (medium). Viewers ask for 600, which is what all of them find the medium weight by. */
export type Weight = 'regular' | 'medium'

const tables = new Map<Weight, Uint16Array>()

function tableOf(weight: Weight): Uint16Array {
  let table = tables.get(weight)
  if (table === undefined) {
    table = new Uint16Array(0x10000).fill(NONE)
    for (const run of widths.runs)
      table.set(
        run[weight].split(' ').map((width) => Number.parseInt(width, 36)),
        run.first,
      )
    tables.set(weight, table)
  }
  return table
}

/** The width of a text in Roboto, without kerning, in the unit of `size`. */
export function widthOf(text: string, size: number, weight: Weight): number {
  const table = tableOf(weight)
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const width = table[text.charCodeAt(at)] as number
    if (width !== NONE) sum += width
    else {
      const sign = String.fromCodePoint(text.codePointAt(at) as number)
      if (!NO_WIDTH.test(sign)) sum += WIDE
      at += sign.length - 1
    }
  }
  return (sum * size) / widths.unitsPerEm
}

/** Whether the font has all signs of a text: if not, its width is no more than what it has to make do with. */
export function isExact(text: string, weight: Weight): boolean {
  const table = tableOf(weight)
  for (let at = 0; at < text.length; at++) if (table[text.charCodeAt(at)] === NONE) return false
  return true
}
