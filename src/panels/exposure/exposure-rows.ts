import type { CoreResult, Exposure, ExposureKind } from '../../core/analysis/result.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Model } from '../../core/model/records.ts'
import { type Rating, RATINGS } from '../../core/model/terms.ts'
import { nameOf } from '../../state/record-names.ts'

/** An exposure with what a person calls its parts. */
export type ExposureRow = Readonly<{
  key: string
  exposure: Exposure
  risk: string
  /** Whose product the source is: `CoreX, Acme`; the source's own name where nobody said. */
  product: string
  source: string
  target: string
}>

/** A name of an exposure that is the same in every result. */
export const keyOf = ({ risk, target }: Readonly<{ risk: string; target: string }>): string =>
  `${risk} ${target}`

export function exposureRows(model: Model, exposures: readonly Exposure[]): readonly ExposureRow[] {
  return exposures.map((exposure) => {
    const component = recordIn(model, 'components', exposure.source)
    const vendor = component?.vendor ?? null
    const product = [component?.product ?? '', vendor === null ? '' : nameOf(model, vendor)].filter(Boolean)
    const source = nameOf(model, exposure.source)
    return {
      key: keyOf(exposure),
      exposure,
      risk: nameOf(model, exposure.risk),
      product: product.length > 0 ? product.join(', ') : source,
      source,
      target: nameOf(model, exposure.target),
    }
  })
}

export type Column = 'rating' | 'kind' | 'risk' | 'product' | 'target' | 'hops'
export type Sorting = Readonly<{ by: Column; descending: boolean }>
export type Filter = Readonly<{
  text: string
  kinds: ReadonlySet<ExposureKind>
  ratings: ReadonlySet<Rating>
}>

/** The rows that match every word of the text in any column, and one of the kinds and ratings; none of these means all. */
export function filterRows(
  rows: readonly ExposureRow[],
  { text, kinds, ratings }: Filter,
): readonly ExposureRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 && kinds.size === 0 && ratings.size === 0) return rows
  return rows.filter(({ exposure, risk, product, source, target }) => {
    if (kinds.size > 0 && !kinds.has(exposure.kind)) return false
    if (ratings.size > 0 && !ratings.has(exposure.rating)) return false
    const all = [risk, product, source, target, exposure.accepted ? 'accepted' : ''].join(' ').toLowerCase()
    return words.every((word) => all.includes(word))
  })
}

/** Equals keep the order of the rows given, worst first; so a list by target has the worst of each target on top. */
export function sortRows(rows: readonly ExposureRow[], { by, descending }: Sorting): readonly ExposureRow[] {
  const compare = COMPARE[by]
  return rows.toSorted((a, b) => (descending ? compare(b, a) : compare(a, b)))
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
const KINDS: readonly ExposureKind[] = ['reached', 'taken']

const COMPARE: Readonly<Record<Column, (a: ExposureRow, b: ExposureRow) => number>> = {
  rating: (a, b) => RATINGS.indexOf(a.exposure.rating) - RATINGS.indexOf(b.exposure.rating),
  kind: (a, b) => KINDS.indexOf(a.exposure.kind) - KINDS.indexOf(b.exposure.kind),
  risk: (a, b) => collator.compare(a.risk, b.risk),
  product: (a, b) => collator.compare(a.product, b.product),
  target: (a, b) => collator.compare(a.target, b.target),
  hops: (a, b) => a.exposure.hops - b.exposure.hops,
}

/** How many rows each filter would leave by itself. */
export function countBy<T extends string>(
  rows: readonly ExposureRow[],
  of: (exposure: Exposure) => T,
): ReadonlyMap<T, number> {
  const counts = new Map<T, number>()
  for (const { exposure } of rows) counts.set(of(exposure), (counts.get(of(exposure)) ?? 0) + 1)
  return counts
}

export const hopsInWords = (hops: number): string =>
  hops === 0 ? 'at the source' : hops === 1 ? '1 hop' : `${hops} hops`

/** Why there is nothing to list, the first that fits. */
export type Nothing = 'no-components' | 'no-targets' | 'no-risks' | 'nothing-exposed'

export function whyNothing(model: Model, { targets, exposures }: CoreResult): Nothing | null {
  if (exposures.length > 0) return null
  if (model.components.length === 0) return 'no-components'
  if (targets.length === 0) return 'no-targets'
  return model.risks.length === 0 ? 'no-risks' : 'nothing-exposed'
}
