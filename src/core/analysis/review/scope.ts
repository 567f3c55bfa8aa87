import { indexById } from '../../model/lookup.ts'
import type {
  Component,
  Kind,
  Mitigation,
  Model,
  Records,
  ReviewScope,
  Risk,
  Threat,
} from '../../model/records.ts'
import type { Exposure } from '../result.ts'

/** The kinds of record that a sign-off can be about (MO7): all but notes, comments and the sign-offs themselves. */
export const REVIEWED = [
  'segments',
  'vendors',
  'components',
  'links',
  'risks',
  'mitigations',
  'products',
  'statements',
  'threats',
  'waivers',
  'entries',
] as const satisfies readonly Kind[]
export type Reviewed = (typeof REVIEWED)[number]

/** What the analysis says of the exposure that a sign-off is about; null where there is none (any more). */
export type Facts = Pick<Exposure, 'kind' | 'rating' | 'source' | 'path' | 'links' | 'entry'> | null

type Part = { [K in Reviewed]?: Records[K] }

/** The records that a scope is about. A scope on something that is gone has what still refers to it. */
export function recordsIn(model: Model, scope: ReviewScope | null, facts: Facts): Part {
  if (scope === null) return Object.fromEntries(REVIEWED.map((kind) => [kind, model[kind]]))
  if ('segment' in scope) return inSegment(model, scope.segment)
  return 'vendor' in scope ? ofVendor(model, scope.vendor) : ofExposure(model, scope, facts)
}

function inSegment(model: Model, segment: string): Part {
  const parents = indexById(model.segments)
  const isInside = (id: string | null): boolean => {
    for (let at = id; at !== null; at = parents.get(at)?.parent ?? null) if (at === segment) return true
    return false
  }
  const segments = model.segments.filter(({ id }) => isInside(id))
  const components = model.components.filter((component) => isInside(component.segment))
  const members = idsOf(components)
  const links = model.links.filter(({ from, to }) => members.has(from ?? '') || members.has(to ?? ''))
  // What is on a segment around this one covers what lies in it (AN3).
  const around = new Set<string>()
  for (let at: string | null = segment; at !== null; at = parents.get(at)?.parent ?? null) around.add(at)
  const risks = model.risks.filter((risk) => components.some((component) => applies(risk, component)))
  const vendors = new Set(components.map(({ vendor }) => vendor ?? ''))
  const places = union(members, idsOf(links), idsOf(segments), around, vendors)
  return {
    segments,
    components,
    links,
    vendors: model.vendors.filter(({ id }) => vendors.has(id)),
    ...onThem(model, risks, places),
  }
}

function ofVendor(model: Model, vendor: string): Part {
  const components = model.components.filter((component) => component.vendor === vendor)
  const members = idsOf(components)
  const risks = model.risks.filter(({ on }) =>
    'component' in on ? members.has(on.component) : on.vendor === vendor,
  )
  const products = model.products.filter((product) => product.vendor === vendor)
  return {
    vendors: model.vendors.filter(({ id }) => id === vendor),
    components,
    products,
    statements: model.statements.filter((statement) => statement.vendor === vendor),
    ...onThem(model, risks, union(members, idsOf(products), new Set([vendor]))),
  }
}

function ofExposure(model: Model, scope: { risk: string; target: string }, facts: Facts): Part {
  const { risk, target } = scope
  const path = new Set([target, ...(facts?.path ?? []), ...(facts?.entry ? [facts.entry.component] : [])])
  const links = new Set([...(facts?.links ?? []), ...(facts?.entry ? [facts.entry.link] : [])])
  const risks = model.risks.filter(({ id }) => id === risk)
  return {
    components: model.components.filter(({ id }) => path.has(id)),
    links: model.links.filter(({ id }) => links.has(id)),
    risks,
    mitigations: mitigationsOf(model, new Set([risk]), union(path, links)),
  }
}

/** What was decided about the risks and the places of a scope. */
function onThem(
  model: Model,
  risks: readonly Risk[],
  places: ReadonlySet<string>,
): { risks: readonly Risk[]; mitigations: readonly Mitigation[]; threats: readonly Threat[] } & Part {
  const riskIds = idsOf(risks)
  const all = union(places, riskIds)
  return {
    risks,
    mitigations: mitigationsOf(model, riskIds, places),
    threats: model.threats.filter(({ on }) => Object.values(on).some((id) => places.has(id))),
    waivers: model.waivers.filter(({ on }) => on.length === 0 || on.some((id) => all.has(id))),
  }
}

const mitigationsOf = (model: Model, risks: ReadonlySet<string>, places: ReadonlySet<string>) =>
  model.mitigations.filter(
    ({ treats, on }) =>
      treats.some((id) => risks.has(id)) ||
      on.length === 0 ||
      on.some((subject) => Object.values(subject).some((id) => places.has(id))),
  )

/** AN2. */
function applies({ on }: Risk, component: Component): boolean {
  if ('component' in on) return on.component === component.id
  const anyProduct = on.product === undefined || on.product === null
  return on.vendor === component.vendor && (anyProduct || on.product === component.product)
}

const idsOf = (records: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(records.map(({ id }) => id))
const union = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]))
