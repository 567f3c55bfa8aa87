import type { ReactNode } from 'react'
import type { SortKey } from './rows.ts'

/** How a field is edited in its cell, and in many rows at once. Values are texts here; an empty one is none. */
export type CellField<R> = Readonly<{
  as: 'text' | 'choice' | 'day'
  choices?: readonly Readonly<{ value: string; label: string }>[]
  read: (row: R) => string
  /** The fields of the record that a text stands for; null where it is no answer. */
  write: (text: string) => Readonly<Record<string, unknown>> | null
  /** Drawn as a control all the time, and committed at once. */
  live?: boolean
  /** Makes sense for many rows at once; a name does not. */
  many?: boolean
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
  /** Left out where the table is narrow. */
  spare?: boolean
  /** The value by which rows can be filtered, in words. */
  facet?: (row: R) => string
  edit?: CellField<R>
}>

/** A track list of CSS for the columns, the box to select by first; all, and those that are not spare. */
export function tracksOf<R>(columns: readonly Column<R>[]): Readonly<{ all: string; narrow: string }> {
  const track = ({ width, share = 1 }: Column<R>) =>
    width === undefined ? `minmax(0, ${share}fr)` : `${width}px`
  const list = (shown: readonly Column<R>[]) => ['28px', ...shown.map(track)].join(' ')
  return { all: list(columns), narrow: list(columns.filter(({ spare = false }) => !spare)) }
}

/** How an edited cell is left: with what text, null taking it back, and where to go on. */
export type Leave = Readonly<{ text: string | null; next: 'stay' | 'next' | 'previous' | 'away' }>
