import type { Exposure } from '../../core/analysis/result.ts'
import { RATINGS } from '../../core/model/terms.ts'
import type { ExposureRow } from './exposure-rows.ts'

export const GROUPINGS = ['none', 'risk', 'vendor', 'target', 'segment'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** Exposures that have something in common. `of` is the id of that, null where there is none. */
export type Group = Readonly<{
  key: string
  of: string | null
  taken: number
  reached: number
  worst: Exposure
  rows: readonly ExposureRow[]
}>

/** One line of the list: the head of a group, or an exposure, of a group where `level` is 2. */
export type Item =
  | Readonly<{ kind: 'group'; key: string; group: Group; open: boolean }>
  | Readonly<{ kind: 'row'; key: string; row: ExposureRow; level: 1 | 2 }>

/** Ids have no slash in them, so that no exposure is called like a group. */
export const groupKeyOf = (row: ExposureRow, by: Grouping): string => `/${commonOf(row, by) ?? ''}`

function commonOf({ exposure, vendor, home }: ExposureRow, by: Grouping): string | null {
  switch (by) {
    case 'none':
      return null
    case 'vendor':
      return vendor
    case 'segment':
      return home
    default:
      return exposure[by]
  }
}

const weight = ({ rating, kind }: Exposure): number =>
  RATINGS.indexOf(rating) * 2 + (kind === 'taken' ? 1 : 0)

/** The groups with the worst exposure first, then with the most taken, then the most; their rows in the order given. */
export function groupRows(rows: readonly ExposureRow[], by: Exclude<Grouping, 'none'>): readonly Group[] {
  const lists = new Map<string, ExposureRow[]>()
  for (const row of rows) {
    const key = groupKeyOf(row, by)
    const list = lists.get(key)
    if (list === undefined) lists.set(key, [row])
    else list.push(row)
  }
  const groups = [...lists].map(([key, list]): Group => {
    const taken = list.filter(({ exposure }) => exposure.kind === 'taken').length
    const worst = list.reduce(
      (most, { exposure }) => (weight(exposure) > weight(most) ? exposure : most),
      (list[0] as ExposureRow).exposure,
    )
    const of = commonOf(list[0] as ExposureRow, by)
    return { key, of, taken, reached: list.length - taken, worst, rows: list }
  })
  return groups.sort(
    (a, b) => weight(b.worst) - weight(a.worst) || b.taken - a.taken || b.rows.length - a.rows.length,
  )
}

/** The lines to draw: all rows, or the heads of groups with the rows of those that are open. */
export function itemsOf(
  rows: readonly ExposureRow[],
  groups: readonly Group[] | null,
  closed: ReadonlySet<string>,
): readonly Item[] {
  if (groups === null) return rows.map((row) => ({ kind: 'row', key: row.key, row, level: 1 }))
  return groups.flatMap((group): Item[] => {
    const open = !closed.has(group.key)
    const head: Item = { kind: 'group', key: group.key, group, open }
    if (!open) return [head]
    return [head, ...group.rows.map((row): Item => ({ kind: 'row', key: row.key, row, level: 2 }))]
  })
}

const PAGE = 8

/** The line of a list that a key goes to from the line `at`; null for a key that goes nowhere. */
export function lineFor(key: string, at: number, count: number): number | null {
  const goal = goalOf(key, at, count)
  return goal === null ? null : Math.max(0, Math.min(count - 1, goal))
}

function goalOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + PAGE
    case 'PageUp':
      return at - PAGE
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Enter':
    case ' ':
      return at
    default:
      return null
  }
}

/** What a key does with the focus on the line `at`: the focus goes to a line, or a group opens or closes. */
type Move = Readonly<{ to: number } | { group: string; open: boolean }>

/** The keys of a grid whose rows may be in groups (WAI-ARIA APG, "Treegrid"); null for a key that means nothing here. */
export function moveFor(items: readonly Item[], at: number, key: string): Move | null {
  const item = items[at]
  const line = (to: number | null): Move | null => (to === null ? null : { to })
  if (item?.kind === 'group') {
    const turned = { group: item.key, open: !item.open }
    if (key === 'Enter' || key === ' ' || key === (item.open ? 'ArrowLeft' : 'ArrowRight')) return turned
    if (key === 'ArrowRight') return line(lineFor('ArrowDown', at, items.length))
  } else if (item?.level === 2 && key === 'ArrowLeft')
    return line(items.slice(0, at).findLastIndex(({ kind }) => kind === 'group'))
  return line(lineFor(key, at, items.length))
}
