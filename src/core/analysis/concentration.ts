import { defaultCriticality } from '../catalogue/defaults.ts'
import { compareCodeUnits } from '../model/order.ts'
import { grouped } from './grouped.ts'
import type { Component, Model } from '../model/records.ts'

/** The share of a function that restricted vendors may have where the board says nothing, in per cent. */
const RESTRICTED_CAP = 35

/** One vendor's part of a spot. `vendor` null: nobody has said whose it is. `share` is 0 to 1 of the whole spot. */
export type VendorShare = Readonly<{
  vendor: string | null
  components: readonly string[]
  weight: number
  share: number
  restricted: boolean
}>

/** A segment (with all that lies inside it) or a function, as supplied. Shares add up to 1 unless all weighs nothing. */
export type Spot = Readonly<{
  of: 'segment' | 'function'
  /** Id of the segment, or of the function in the catalogue. */
  id: string
  weight: number
  components: number
  critical: boolean
  /** The greatest first, then by vendor id; the unknown one last among equals. */
  shares: readonly VendorShare[]
  /** What the restricted ones have together, 0 to 1. */
  restrictedShare: number
  overCap: boolean
  /** The vendor on whom all hangs: of two or more components, or of a critical function; null where there is none. */
  single: string | null
}>

export type Concentration = Readonly<{
  /** Per cent. */
  cap: number
  restricted: readonly string[]
  segments: readonly Spot[]
  functions: readonly Spot[]
}>

/**
 * Who supplies how much of what, by `weight` (null counts 1). A component without a vendor is in every total, as a row of its
 * own: leaving it out would make the others' shares look exact. `date` is a day `YYYY-MM-DD`.
 */
export function concentration(model: Model, date: string): Concentration {
  const cap = model.meta.restrictedCap ?? RESTRICTED_CAP
  const restricted = restrictedVendors(model, date)
  const context = { cap, restricted }
  const bySegment = componentsBySegment(model)
  const known = model.components.filter(hasFunction)
  const byFunction = grouped(known, (component) => component.function)
  const inOrder = (spots: readonly Spot[]) => spots.toSorted((a, b) => compareCodeUnits(a.id, b.id))
  const spots = (of: Spot['of'], groups: ReadonlyMap<string, readonly Component[]>) =>
    inOrder([...groups].map(([id, components]) => spotOf(of, id, components, context)))
  return {
    cap,
    restricted: [...restricted].sort(compareCodeUnits),
    segments: spots('segment', bySegment),
    functions: spots('function', byFunction),
  }
}

/**
 * Marked so on the board, or under a restriction of the board's jurisdiction that has begun on the date and not ended. One
 * without a day counts: not to know when it began is no reason to leave it out.
 */
export function restrictedVendors(
  { vendors, statements, meta }: Pick<Model, 'vendors' | 'statements' | 'meta'>,
  date: string,
): ReadonlySet<string> {
  const here = fold(meta.jurisdiction)
  const found = new Set(vendors.filter(({ restricted }) => restricted).map(({ id }) => id))
  for (const { kind, vendor, jurisdiction, date: from, until } of statements) {
    if (kind !== 'restriction' || vendor === null || here === '' || fold(jurisdiction) !== here) continue
    if ((from === null || from <= date) && (until === null || until >= date)) found.add(vendor)
  }
  return found
}

const fold = (jurisdiction: string | null): string => (jurisdiction ?? '').trim().toLowerCase()

function spotOf(
  of: Spot['of'],
  id: string,
  components: readonly Component[],
  { cap, restricted }: Readonly<{ cap: number; restricted: ReadonlySet<string> }>,
): Spot {
  const weight = sum(components)
  const shares = [...grouped(components, ({ vendor }) => vendor)]
    .map(([vendor, own]) => ({
      vendor,
      components: own.map((each) => each.id).sort(compareCodeUnits),
      weight: sum(own),
      share: weight === 0 ? 0 : sum(own) / weight,
      restricted: vendor !== null && restricted.has(vendor),
    }))
    .sort((a, b) => b.weight - a.weight || compareVendors(a.vendor, b.vendor))
  const limited = shares.filter((share) => share.restricted).reduce((total, share) => total + share.weight, 0)
  const critical = components.some(isCritical)
  const [only] = shares
  const isSingle = shares.length === 1 && (components.length > 1 || (of === 'function' && critical))
  return {
    of,
    id,
    weight,
    components: components.length,
    critical,
    shares,
    restrictedShare: weight === 0 ? 0 : limited / weight,
    // Multiplied, not divided: a share of exactly the cap is within it.
    overCap: limited * 100 > cap * weight,
    single: isSingle ? (only?.vendor ?? null) : null,
  }
}

export const isCritical = (component: Component): boolean =>
  (component.criticality ?? defaultCriticality(component.function)) === 'critical'

const sum = (components: readonly Component[]): number =>
  components.reduce((total, { weight }) => total + (weight ?? 1), 0)

const compareVendors = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compareCodeUnits(a, b)

const hasFunction = (component: Component): component is Component & { function: string } =>
  component.function !== null

/** A component lies inside its segment and all around that (MO4). */
function componentsBySegment({ segments, components }: Model): Map<string, Component[]> {
  const parentOf = new Map(segments.map(({ id, parent }) => [id, parent]))
  const groups = new Map<string, Component[]>()
  for (const component of components) {
    const passed = new Set<string>()
    for (let at = component.segment; at !== null && !passed.has(at); at = parentOf.get(at) ?? null) {
      passed.add(at)
      const group = groups.get(at)
      if (group === undefined) groups.set(at, [component])
      else group.push(component)
    }
  }
  return groups
}
