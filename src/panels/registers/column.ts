import type { ReactNode } from 'react'
import type { PickerGroup } from '../../ui/field-picker.tsx'
import type { SortKey } from './rows.ts'

/** How a field is edited in its cell, and in many rows at once. Values are texts here; an empty one is none. */
export type CellField<R> = Readonly<{
  as: 'text' | 'choice' | 'day' | 'pick'
  choices?: readonly Readonly<{ value: string; label: string }>[]
  /** What can be found by typing, where there may be thousands. Asked only while somebody looks for one. */
  find?: (rows: readonly R[], query: string) => readonly PickerGroup[]
  read: (row: R) => string
  /** The fields of the record that a text stands for; null where it is no answer. */
  write: (text: string) => Readonly<Record<string, unknown>> | null
  /** Where an answer is more than fields of one record: does it instead of `write`, as a command. */
  run?: (rows: readonly R[], text: string) => void
  /** Drawn as a control all the time, and committed at once. */
  live?: boolean
  /** Makes sense for many rows at once; a name does not. */
  many?: boolean
  /** What is to be said before many get this answer. */
  caution?: (text: string) => string | undefined
}>

export type Column<R> = Readonly<{
  id: string
  label: string
  cell: (row: R) => ReactNode
  sortBy?: (row: R) => SortKey
  /** Figures and ranks: the first click on the header brings the greatest to the top. */
  greatestFirst?: boolean
  /** What the label is short for. */
  longLabel?: string
  /** In pixels; columns without one share what is left, by `share`, which is 1 where nothing is said. */
  width?: number
  share?: number
  /** The value by which rows can be filtered, in words. */
  facet?: (row: R) => string
  edit?: CellField<R>
}>

/** In pixels: the box to select by, and what a column that shares has at least. */
const BOX = 36
const LEAST = 80

/**
 * Tracks of CSS for the columns, the box to select by first, the least width of all together, and that of the box and the
 * first column, which stay where a table wider than its room is scrolled.
 */
export function tracksOf<R>(
  columns: readonly Column<R>[],
): Readonly<{ tracks: string; least: string; kept: string }> {
  const leastOf = ({ width, share = 1 }: Column<R>) => width ?? LEAST * share
  const widthOf = (some: readonly Column<R>[]) => some.reduce((sum, column) => sum + leastOf(column), BOX)
  const track = (column: Column<R>) =>
    column.width === undefined ? `minmax(${leastOf(column)}px, ${column.share ?? 1}fr)` : `${column.width}px`
  return {
    tracks: [`${BOX}px`, ...columns.map(track)].join(' '),
    least: `${widthOf(columns)}px`,
    kept: `${widthOf(columns.slice(0, 1))}px`,
  }
}

/** How an edited cell is left: with what text, null taking it back, and where to go on. */
export type Leave = Readonly<{ text: string | null; next: 'stay' | 'next' | 'previous' | 'away' }>
