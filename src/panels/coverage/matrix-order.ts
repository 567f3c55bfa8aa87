import type { CoverageMatrix, MatrixOf } from '../../core/analysis/coverage-matrix.ts'
import type { Share } from '../../core/analysis/coverage-shares.ts'
import { COVERAGE_STATES } from '../../core/analysis/coverage.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Model } from '../../core/model/records.ts'
import { nameOf } from '../../state/record-names.ts'

export type Order = 'name' | 'worst' | 'share'
export type RowGrouping = 'none' | 'segment' | 'vendor'

/** A line of the matrix: a row of it by its place, or the head of a group. */
export type Line =
  | Readonly<{ kind: 'row'; id: string; name: string; place: number; total: Share }>
  | Readonly<{ kind: 'group'; id: string; name: string; count: number }>

export type Entry = Readonly<{ id: string; name: string; place: number; total: Share }>

/** Worst first, and the least covered first; what is blank stands last. Equals go by name. */
export function inOrder(entries: readonly Entry[], order: Order): readonly Entry[] {
  const rank = ({ total }: Entry): number => {
    if (total.worst === null) return Number.POSITIVE_INFINITY
    if (order === 'worst') return -COVERAGE_STATES.indexOf(total.worst)
    return total.counted === 0 ? Number.MAX_VALUE : total.covered / total.counted
  }
  const byName = (a: Entry, b: Entry) => COLLATOR.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)
  if (order === 'name') return [...entries].sort(byName)
  return [...entries].sort((a, b) => compare(rank(a), rank(b)) || byName(a, b))
}

const COLLATOR = new Intl.Collator('en', { numeric: true })
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

export const entriesOf = (
  ids: readonly string[],
  totals: readonly Share[],
  nameBy: (id: string) => string,
): readonly Entry[] =>
  ids.map((id, place) => ({ id, name: nameBy(id), place, total: totals[place] as Share }))

/** Only rows of components lie in groups. */
export function linesOf(
  matrix: CoverageMatrix,
  of: MatrixOf,
  model: Model,
  order: Order,
  grouping: RowGrouping,
): readonly Line[] {
  const entries = inOrder(
    entriesOf(matrix.rows, matrix.rowTotals, (id) => nameOf(model, id)),
    order,
  )
  const rows = entries.map((entry): Line => ({ kind: 'row', ...entry }))
  if (grouping === 'none' || of !== 'components-risks') return rows
  const groups = new Map<string | null, Line[]>()
  for (const row of rows) {
    const home = recordIn(model, 'components', row.id)?.[grouping] ?? null
    const group = groups.get(home)
    if (group === undefined) groups.set(home, [row])
    else group.push(row)
  }
  const nameOfGroup = (id: string | null) => (id === null ? `No ${grouping}` : nameOf(model, id))
  return [...groups]
    .map(([id, members]) => ({ id, name: nameOfGroup(id), members }))
    .sort((a, b) => COLLATOR.compare(a.name, b.name))
    .flatMap(({ id, name, members }): readonly Line[] => [
      { kind: 'group', id: id ?? '', name, count: members.length },
      ...members,
    ])
}
