import type { ExposureRow } from './exposure-rows.ts'

/** What a list of exposures can be narrowed by. `vendor` is the source's; `segment` holds the source or the target. */
export const FACETS = ['kind', 'rating', 'risk', 'vendor', 'target', 'segment', 'accepted'] as const
export type Facet = (typeof FACETS)[number]

/** Values of a facet are ids or terms; `NOBODY` stands for a source without a vendor. Nothing picked means all. */
export type Filter = Readonly<{ text: string; picked: Readonly<Record<Facet, ReadonlySet<string>>> }>

export const NOBODY = ''

const NOTHING: ReadonlySet<string> = new Set()
export const NO_FILTER: Filter = {
  text: '',
  picked: {
    kind: NOTHING,
    rating: NOTHING,
    risk: NOTHING,
    vendor: NOTHING,
    target: NOTHING,
    segment: NOTHING,
    accepted: NOTHING,
  },
}

/** What a row is by one facet. */
function valuesOf({ exposure, vendor, within }: ExposureRow, facet: Facet): readonly string[] {
  switch (facet) {
    case 'vendor':
      return [vendor ?? NOBODY]
    case 'segment':
      return within
    case 'accepted':
      return [exposure.accepted ? 'yes' : 'no']
    default:
      return [exposure[facet]]
  }
}

/** The rows that match every word of the text in any column, and in each facet one of the values picked. */
export function filterRows(rows: readonly ExposureRow[], filter: Filter): readonly ExposureRow[] {
  const { text, picked } = filter
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const facets = FACETS.filter((facet) => picked[facet].size > 0)
  if (words.length === 0 && facets.length === 0) return rows
  return rows.filter((row) => {
    if (!facets.every((facet) => valuesOf(row, facet).some((value) => picked[facet].has(value)))) return false
    if (words.length === 0) return true
    const { exposure, risk, product, source, target } = row
    const all = [risk, product, source, target, exposure.accepted ? 'accepted' : ''].join(' ').toLowerCase()
    return words.every((word) => all.includes(word))
  })
}

export const isFiltering = ({ text, picked }: Filter): boolean =>
  text.trim() !== '' || FACETS.some((facet) => picked[facet].size > 0)

/** The filter with one value of a facet turned on or off. */
export function toggled(filter: Filter, facet: Facet, value: string): Filter {
  const values = new Set(filter.picked[facet])
  if (!values.delete(value)) values.add(value)
  return { ...filter, picked: { ...filter.picked, [facet]: values } }
}

/** The filter with nothing picked in a facet. */
export const without = (filter: Filter, facet: Facet): Filter => ({
  ...filter,
  picked: { ...filter.picked, [facet]: NOTHING },
})

/** How many rows each value of a facet would leave by itself, the rest of the filter kept. Values that no row has are left out. */
export function countValues(
  rows: readonly ExposureRow[],
  filter: Filter,
  facet: Facet,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) for (const value of valuesOf(row, facet)) counts.set(value, 0)
  for (const row of filterRows(rows, without(filter, facet)))
    for (const value of valuesOf(row, facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
