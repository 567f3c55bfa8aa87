import { defaultPlane } from '../catalogue/defaults.ts'
import { riskById } from '../catalogue/risks.ts'
import type { Vendor } from '../model/records.ts'
import {
  type Background,
  backgroundOf,
  cutOptions,
  cuttersPending,
  inPlaceAt,
  removalOptions,
  removersPending,
  treating,
} from './bearing.ts'
import { type Compiled, instanceAt } from './compile.ts'
import { arcsOfLink, placeOf } from './network.ts'
import type {
  EntryExplanation,
  Explanation,
  HopExplanation,
  Named,
  OpenWeakness,
  RiskExplanation,
} from './explanation.ts'
import { STEP } from './ways.ts'
import { componentName, interfaceName, linkName, riskTitle, vendorName } from './naming.ts'
import { makeRater } from './ratings.ts'
import type { Exposure } from './result.ts'

/**
 * Why an exposure is there. `vendors` are those of the model that was examined. Null where the model has changed since the
 * exposure was found and its path no longer exists.
 */
export function explainExposure(
  exposure: Exposure,
  examined: Omit<Background, 'effects'>,
  vendors: readonly Vendor[],
): Explanation | null {
  const background = backgroundOf(examined)
  const { compiled } = background
  const risk = compiled.risks.find(({ record }) => record.id === exposure.risk)
  const source = compiled.components.find(({ id }) => id === exposure.source)
  const target = compiled.components.find(({ id }) => id === exposure.target)
  const entry =
    exposure.entry === null ? null : arcOver(exposure.entry.link, exposure.entry.component, compiled)
  const arcs = exposure.links.flatMap((link, hop) => arcOver(link, exposure.path[hop], compiled) ?? [])
  if (risk === undefined || source === undefined || target === undefined) return null
  if (entry === undefined || arcs.length < exposure.hops) return null
  const vendor = vendors.find(({ id }) => id === source.vendor)
  return {
    exposure,
    scenario: compiled.policy.scenario,
    risk: explainRisk(risk, exposure, background),
    source: { id: source.id, name: componentName(source) },
    vendor: vendor === undefined ? null : { id: vendor.id, name: vendorName(vendor) },
    product: source.product,
    target: { id: target.id, name: componentName(target) },
    entry: entry === null ? null : explainEntry(entry, background),
    hops: arcs.map((arc) => explainHop(arc, risk, background)),
  }
}

type CompiledRisk = Compiled['risks'][number]

/** The arc of a link that leaves a component. */
function arcOver(link: string, from: string | undefined, compiled: Compiled): number | undefined {
  const tail = placeOf(from ?? '', compiled.components)
  return arcsOfLink(compiled, link).find((arc) => compiled.graph.tail[arc] === tail)
}

function explainRisk(risk: CompiledRisk, exposure: Exposure, background: Background): RiskExplanation {
  const { compiled, standing } = background
  const { record, propagation } = risk
  const category = riskById(record.category)
  const source = placeOf(exposure.source, compiled.components)
  const place = compiled.risks.indexOf(risk)
  const rater = makeRater(standing, compiled)
  return {
    id: record.id,
    title: riskTitle(record),
    category:
      category === null
        ? null
        : { id: category.id, title: category.title, description: category.description },
    propagation,
    status: record.status,
    acceptedUntil: record.acceptedUntil,
    ...rater.gradesOf(place, source, exposure.kind),
    present: treating(record.id, background),
    pending: removersPending(instanceAt(risk, source, compiled), background),
    options: removalOptions(record.category),
  }
}

function explainEntry(arc: number, background: Background): EntryExplanation {
  const { compiled, standing } = background
  const from = compiled.graph.tail[arc] as number
  return {
    from: nameComponent(from, compiled),
    ...nameLink(arc, compiled),
    standing: standing.held[from] === 1 ? 'held' : 'untrusted',
    pending: cuttersPending(arc, background),
  }
}

function explainHop(arc: number, risk: CompiledRisk, background: Background): HopExplanation {
  const { compiled, standing } = background
  const { graph, owns, along } = compiled
  const [from, to, link] = [graph.tail[arc] as number, graph.head[arc] as number, graph.link[arc] as number]
  const control = owns[arc] === 1
  const weak = control ? [] : liveWeaknesses(to, background)
  const isStep = standing.passage[arc] === STEP
  const access = !isStep ? 'door' : weak.length > 0 ? 'weakness' : 'assumed'
  const concerned = [risk, ...weak].map(({ record }) => record)
  const record = compiled.links[link]
  return {
    from: nameComponent(from, compiled),
    to: nameComponent(to, compiled),
    ...nameLink(arc, compiled),
    plane: record?.plane ?? defaultPlane(record?.interface ?? null),
    direction: along[link] === arc ? 'along' : 'against',
    carries: control ? 'control' : 'access',
    reason: control ? 'owns' : access,
    weaknesses: weak.map((weakness) => explainWeakness(weakness, to, background)),
    present: inPlaceAt(
      arc,
      concerned.map(({ id }) => id),
      background,
    ),
    pending: cuttersPending(arc, background),
    options: cutOptions(concerned.map(({ category }) => category)),
  }
}

const liveWeaknesses = (component: number, { compiled, standing }: Background): CompiledRisk[] =>
  compiled.risks.filter(
    (risk) => risk.propagation === 'weakness' && standing.live[instanceAt(risk, component, compiled)] === 1,
  )

const explainWeakness = (
  weakness: CompiledRisk,
  component: number,
  background: Background,
): OpenWeakness => ({
  risk: weakness.record.id,
  title: riskTitle(weakness.record),
  pending: removersPending(instanceAt(weakness, component, background.compiled), background),
  options: removalOptions(weakness.record.category),
})

function nameComponent(index: number, { components }: Compiled): Named {
  const component = components[index]
  return component === undefined ? { id: '', name: '' } : { id: component.id, name: componentName(component) }
}

function nameLink(arc: number, { links, graph }: Compiled): { link: Named; interface: string | null } {
  const link = links[graph.link[arc] as number]
  return link === undefined
    ? { link: { id: '', name: '' }, interface: null }
    : { link: { id: link.id, name: linkName(link) }, interface: interfaceName(link) }
}
