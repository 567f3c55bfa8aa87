import type { CoreResult, Exposure, ExposureKind } from '../../core/analysis/result.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Model } from '../../core/model/records.ts'
import { RATINGS } from '../../core/model/terms.ts'
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
  /** Ids. Null: nobody said whose product the source is; the target lies in no segment. */
  vendor: string | null
  home: string | null
  /** The segments that the source or the target lies in, however deep. */
  within: readonly string[]
}>

/** A name of an exposure that is the same in every result. */
export const keyOf = ({ risk, target }: Readonly<{ risk: string; target: string }>): string =>
  `${risk} ${target}`

export function exposureRows(model: Model, exposures: readonly Exposure[]): readonly ExposureRow[] {
  const segmentsOf = segmentsAround(model)
  return exposures.map((exposure) => {
    const component = recordIn(model, 'components', exposure.source)
    const vendor = component?.vendor ?? null
    const product = [component?.product ?? '', vendor === null ? '' : nameOf(model, vendor)].filter(Boolean)
    const source = nameOf(model, exposure.source)
    const around = segmentsOf(exposure.target)
    return {
      key: keyOf(exposure),
      exposure,
      risk: nameOf(model, exposure.risk),
      product: product.length > 0 ? product.join(', ') : source,
      source,
      target: nameOf(model, exposure.target),
      vendor,
      home: around[0] ?? null,
      within: [...new Set([...around, ...segmentsOf(exposure.source)])],
    }
  })
}

/** The segments that a component lies in, the innermost first (MO4). */
function segmentsAround(model: Model): (component: string) => readonly string[] {
  const known = new Map<string | null, readonly string[]>([[null, []]])
  const chain = (segment: string | null): readonly string[] => {
    let found = known.get(segment)
    if (found === undefined) {
      found = [segment as string, ...chain(recordIn(model, 'segments', segment as string)?.parent ?? null)]
      known.set(segment, found)
    }
    return found
  }
  return (component) => chain(recordIn(model, 'components', component)?.segment ?? null)
}

export type Column = 'rating' | 'kind' | 'risk' | 'product' | 'target' | 'hops'
export type Sorting = Readonly<{ by: Column; descending: boolean }>
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
