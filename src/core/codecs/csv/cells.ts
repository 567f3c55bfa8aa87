import { isDay } from '../../model/day.ts'
import { FARTHEST } from '../../model/reach.ts'

/** What a cell says, and what could not be made of it. */
export type Read<T> = Readonly<{ value: T; lost: string | null }>

const lostIn = (head: string, cell: string) => `“${cell}” as its ${head} is not understood`

/** One of a vocabulary, whatever the case; null for none. */
export function termIn<T extends string>(cell: string, terms: readonly T[], head: string): Read<T | null> {
  if (cell === '') return { value: null, lost: null }
  const wanted = cell.toLowerCase().replace(/[\s_]+/g, '-')
  const value = terms.find((term) => term === wanted) ?? null
  return { value, lost: value === null ? lostIn(head, cell) : null }
}

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', 'x'])
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', '0'])

export function yesNoIn(cell: string, head: string): Read<boolean | null> {
  const word = cell.toLowerCase()
  if (YES.has(word)) return { value: true, lost: null }
  return { value: NO.has(word) ? false : null, lost: cell === '' || NO.has(word) ? null : lostIn(head, cell) }
}

/** A day, `YYYY-MM-DD`: any other way of writing it could be read as two days. */
export function dayIn(cell: string, head: string): Read<string | null> {
  if (cell === '') return { value: null, lost: null }
  if (isDay(cell)) return { value: cell, lost: null }
  return { value: null, lost: `${lostIn(head, cell)}: days are YYYY-MM-DD` }
}

/** A number with a point or a comma before its fraction, no less than `least` and within reach of the canvas. */
export function numberIn(cell: string, head: string, least = -FARTHEST): Read<number | null> {
  if (cell === '') return { value: null, lost: null }
  const value = /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(cell)
    ? Number(cell.replace(',', '.'))
    : Number.NaN
  const fits = value >= least && value <= FARTHEST
  return { value: fits ? value : null, lost: fits ? null : lostIn(head, cell) }
}
