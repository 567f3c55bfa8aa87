import type { Fold } from '../../state/register-store.ts'
import { compareKeys, type SortKey } from './rows.ts'

/** Something that the rows of a register can stand together by. */
export type Grouping<R> = Readonly<{
  id: string
  label: string
  /** The value of a row, in words; empty where it has none. */
  of: (row: R) => string
  /** Where values have an order of their own; they stand by their words otherwise. */
  order?: (row: R) => SortKey
}>

/** The head over the rows of one value. */
type GroupHead = Readonly<{ value: string; count: number; open: boolean }>

/** What stands in one line of a register: a row, or the head of a group. */
export type Line<R> = Readonly<{ row: R; head: null } | { row: null; head: GroupHead }>

/** The rows line by line, each under the head of its group, in the order that they have. What has no value comes last. */
export function linesOf<R>(rows: readonly R[], grouping: Grouping<R> | null, fold: Fold): readonly Line<R>[] {
  const lined = (list: readonly R[]) => list.map((row): Line<R> => ({ row, head: null }))
  if (grouping === null) return lined(rows)
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const value = grouping.of(row)
    const group = groups.get(value)
    if (group === undefined) groups.set(value, [row])
    else group.push(row)
  }
  const keyOf = ([value, [first]]: readonly [string, readonly R[]]): SortKey =>
    first === undefined ? value : (grouping.order?.(first) ?? value)
  return [...groups]
    .sort((a, b) => Number(a[0] === '') - Number(b[0] === '') || compareKeys(keyOf(a), keyOf(b)))
    .flatMap(([value, group]): readonly Line<R>[] => {
      const open = isOpen(fold, value)
      const head: Line<R> = { row: null, head: { value, count: group.length, open } }
      return open ? [head, ...lined(group)] : [head]
    })
}

const isOpen = ({ all, but }: Fold, value: string): boolean => but.includes(value) === all

/** Opens a group that is folded away, and the other way round. */
export const toggled = ({ all, but }: Fold, value: string): Fold => ({
  all,
  but: but.includes(value) ? but.filter((each) => each !== value) : [...but, value],
})
