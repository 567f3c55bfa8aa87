import { compareCodeUnits } from '../model/order.ts'
import type { Model } from '../model/records.ts'
import { isCritical } from './concentration.ts'

/** What breaks where a vendor goes at once and nothing takes its place. Ids, sorted by code unit. */
export type Breaks = Readonly<{
  components: readonly string[]
  links: readonly string[]
  /** Functions of the catalogue that no component is left for. */
  functions: readonly string[]
  /** Segments in which, inner ones included, no component is left. */
  segments: readonly string[]
  /** Components of others that ran on one of the vendor's. */
  unhosted: readonly string[]
  /** Critical components among those lost: no longer targets, which is not the same as protected. */
  critical: readonly string[]
}>

/**
 * The model without a vendor's components, their links, and what is said of these alone. What merely names one of them,
 * such as a mitigation that covers it among others, stays as it is and names nothing.
 */
export function withoutVendor(model: Model, vendor: string): Readonly<{ model: Model; breaks: Breaks }> {
  const gone = new Set(model.components.filter((each) => each.vendor === vendor).map(({ id }) => id))
  const isGone = (id: string | null) => id !== null && gone.has(id)
  const left = model.components.filter(({ id }) => !gone.has(id))
  const lost = model.components.filter(({ id }) => gone.has(id))
  const links = model.links.filter(({ from, to }) => !isGone(from) && !isGone(to))
  const linksLost = model.links.filter(({ from, to }) => isGone(from) || isGone(to))
  const filled = filledSegments(model, left)
  const served = new Set(left.map((each) => each.function))
  const ids = (records: readonly { readonly id: string }[]) =>
    records.map(({ id }) => id).sort(compareCodeUnits)
  const emptied = [...filledSegments(model, lost)].filter((id) => !filled.has(id))
  return {
    model: {
      ...model,
      components: left.map((each) => (isGone(each.host) ? { ...each, host: null } : each)),
      links,
      risks: model.risks.filter(({ on }) => !('component' in on) || !gone.has(on.component)),
    },
    breaks: {
      components: ids(lost),
      links: ids(linksLost),
      functions: [
        ...new Set(lost.flatMap(({ function: fn }) => (fn === null || served.has(fn) ? [] : [fn]))),
      ].sort(compareCodeUnits),
      segments: emptied.sort(compareCodeUnits),
      unhosted: ids(left.filter(({ host }) => isGone(host))),
      critical: ids(lost.filter(isCritical)),
    },
  }
}

/** The segments with a component in them or in a segment inside them. */
function filledSegments({ segments }: Model, components: Model['components']): ReadonlySet<string> {
  const parentOf = new Map(segments.map(({ id, parent }) => [id, parent]))
  const filled = new Set<string>()
  for (const { segment } of components)
    for (let at = segment; at !== null && !filled.has(at); at = parentOf.get(at) ?? null) filled.add(at)
  return filled
}
