import { functionsBySegment } from '../../core/catalogue/functions.ts'
import { searchFunctions } from '../../core/catalogue/search.ts'
import { segmentById, segments } from '../../core/catalogue/segments.ts'
import type { NetworkFunction } from '../../core/catalogue/types.ts'
import type { TreeRow } from '../../ui/tree-keys.ts'

/** Something that can be put on the board. A null kind or function is one of the team's own. */
export type PaletteItem = Readonly<
  | { kind: 'component'; function: NetworkFunction | null }
  | { kind: 'segment'; segment: string | null }
  | { kind: 'note' }
>

export type PaletteRow = TreeRow &
  Readonly<{
    /** Null for the head of a group. */
    item: PaletteItem | null
    /** Full name, or the part of the network where groups are not shown. */
    detail: string
    /** Entries of a group; 0 for an entry. */
    count: number
  }>

const OWN = 'own'
const SEGMENTS = 'segments'

/** The groups that are open for whoever opens the palette for the first time. */
export const FIRST_OPEN: readonly string[] = [OWN, 'core-5g']

const ALL = 1000

/** What the palette shows: the groups with the entries of the open ones, or the entries that a search finds. */
export function paletteRows(query: string, open: ReadonlySet<string>): readonly PaletteRow[] {
  if (query.trim() !== '') return found(query)
  return groups().flatMap(({ key, label, items }) => {
    const isOpen = open.has(key)
    const head = { key, level: 1, open: isOpen, label, item: null, detail: '', count: items.length }
    return isOpen ? [head, ...items.map((item) => entry(item, 2))] : [head]
  })
}

type Group = Readonly<{ key: string; label: string; items: readonly PaletteItem[] }>

const OWN_ITEMS: readonly PaletteItem[] = [
  { kind: 'component', function: null },
  { kind: 'segment', segment: null },
  { kind: 'note' },
]

const segmentItems = (): PaletteItem[] =>
  segments.toSorted((a, b) => a.order - b.order).map(({ id }) => ({ kind: 'segment', segment: id }))

const groups = (): readonly Group[] => [
  { key: OWN, label: 'Of your own', items: OWN_ITEMS },
  { key: SEGMENTS, label: 'Network segments', items: segmentItems() },
  ...functionsBySegment().map(({ segment, functions }) => ({
    key: segment.id,
    label: segment.name,
    items: functions.map((fn): PaletteItem => ({ kind: 'component', function: fn })),
  })),
]

/** Functions by any of their names, best first; then segments and what is of one's own by the words in their labels. */
function found(query: string): readonly PaletteRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const others = [...segmentItems(), ...OWN_ITEMS].filter((item) => {
    const label = labelOf(item).toLowerCase()
    return words.every((word) => label.includes(word))
  })
  const functions = searchFunctions(query, ALL).map(
    (fn): PaletteItem => ({ kind: 'component', function: fn }),
  )
  return [...functions, ...others].map((item) => ({ ...entry(item, 1), detail: detailWithHome(item) }))
}

const entry = (item: PaletteItem, level: number): PaletteRow => ({
  key: keyOf(item),
  level,
  open: null,
  label: labelOf(item),
  item,
  detail: item.kind === 'component' ? (item.function?.fullName ?? '') : '',
  count: 0,
})

const keyOf = (item: PaletteItem): string => `entry ${payloadOf(item)}`

function labelOf(item: PaletteItem): string {
  if (item.kind === 'note') return 'Note'
  if (item.kind === 'component') return item.function?.name ?? 'Component of your own'
  return item.segment === null ? 'Segment of your own' : (segmentById(item.segment)?.name ?? item.segment)
}

function detailWithHome(item: PaletteItem): string {
  if (item.kind === 'note' || (item.kind === 'component' && item.function === null)) return ''
  if (item.kind === 'segment') return 'Network segment'
  const home = segmentById(item.function?.segment ?? null)?.name ?? ''
  return `${item.function?.fullName ?? ''} · ${home}`
}

/** The type under which a dragged entry says what it is. */
export const DRAG_TYPE = 'application/x-ringfence-function'

/** What a dragged entry says: a function's id, `custom`, `segment:` and its kind (empty for one's own), or `note`. */
export function payloadOf(item: PaletteItem): string {
  if (item.kind === 'note') return 'note'
  if (item.kind === 'segment') return `segment:${item.segment ?? ''}`
  return item.function?.id ?? 'custom'
}

/** How many entries there are, in words. */
export function countInWords(rows: readonly PaletteRow[], query: string): string {
  if (query.trim() === '') return ''
  const count = rows.length
  if (count === 0) return 'Nothing found'
  return count === 1 ? '1 found' : `${count} found`
}
