import { widthOf } from '../svg/measure.ts'
import type { Table } from './document.ts'

/** Rows that are looked at: further ones hardly have longer words. */
const MOST_ROWS = 300
/** What is longer, an id or an address, is broken. */
const MOST_LETTERS = 14

/**
 * The widths of a table's columns that fill `room`, as wide to each other as they say, but none narrower than its longest word as
 * far as there is room for that. `size` of the letters and `room` are in one unit.
 */
export function columnWidths({ columns, rows }: Table, room: number, size: number): readonly number[] {
  const shares = columns.map(({ width }) => width)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const least = columns.map(({ title }, at) =>
    Math.max(
      longestWord(title, size, 'medium'),
      ...rows.slice(0, MOST_ROWS).map((row) => longestWord(String(row[at] ?? ''), size, 'regular')),
    ),
  )
  const fair = shares.map((share) => (share * room) / whole)
  const lacking = fair.reduce((sum, width, at) => sum + Math.max(0, (least[at] as number) - width), 0)
  const spare = fair.reduce((sum, width, at) => sum + Math.max(0, width - (least[at] as number)), 0)
  const given = Math.min(lacking, spare)
  return fair.map((width, at) => {
    const short = (least[at] as number) - width
    return short > 0
      ? width + (short * given) / lacking
      : spare === 0
        ? width
        : width + (short * given) / spare
  })
}

const longestWord = (text: string, size: number, weight: 'regular' | 'medium'): number =>
  Math.max(
    0,
    ...text
      .split(/\s+/)
      .filter((word) => word.length <= MOST_LETTERS)
      .map((word) => widthOf(word, size, weight)),
  )
