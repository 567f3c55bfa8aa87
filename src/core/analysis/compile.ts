import {
  catalogueCarries,
  defaultCriticality,
  defaultEffect,
  defaultPlane,
  defaultPropagation,
  isExternal,
} from '../catalogue/defaults.ts'
import { byId } from '../model/order.ts'
import type { Component, Link, Mitigation, Model, Policy, Risk } from '../model/records.ts'
import type { Carries, Effect, MitigationStatus, Propagation, Scenario } from '../model/terms.ts'
import { type Arc, buildGraph, type Graph, range } from './graph.ts'
import type { AnalyseOptions } from './result.ts'
import { mapTerritory, type Territory } from './territory.ts'

/** A risk with its instances (AN2): those numbered first … end − 1, one for each component to which it applies. */
export type CompiledRisk = Readonly<{
  record: Risk
  propagation: Propagation
  /** Its status alone lets it be live (AN3). */
  open: boolean
  accepted: boolean
  first: number
  end: number
}>

export type CompiledMitigation = Readonly<{ record: Mitigation; effect: Effect; counts: boolean }>

/** A model, a day and a scenario as the engine reads them. Records are numbered in the order of their ids (AN14). */
export type Compiled = Readonly<{
  date: string
  policy: Policy
  components: readonly Component[]
  links: readonly Link[]
  linkIndex: ReadonlyMap<string, number>
  risks: readonly CompiledRisk[]
  mitigations: readonly CompiledMitigation[]
  territory: Territory
  /** The arcs of AN4. */
  graph: Graph
  /** Per arc: 1 where it carries control, 0 where access. */
  owns: Uint8Array
  /** Per link, the arc from its controlling end and the one back; −1 where there is none. */
  along: Int32Array
  against: Int32Array
  critical: Uint8Array
  targets: Int32Array
  untrusted: Uint8Array
  instanceComponent: Int32Array
}>

export function compile(model: Model, { date, scenario: asked }: AnalyseOptions): Compiled {
  const scenario = asked ?? model.meta.policy.scenario
  const policy = policyFor(scenario, model.meta.policy)
  const components = model.components.toSorted(byId)
  const links = model.links.toSorted(byId)
  const territory = mapTerritory(components, model.segments)
  const critical = Uint8Array.from(components, (component) => Number(isCritical(component)))
  const instanceComponent: number[] = []
  const risks = model.risks.toSorted(byId).map((record): CompiledRisk => {
    const first = instanceComponent.length
    for (const component of appliesTo(record, components, territory)) instanceComponent.push(component)
    return {
      record,
      propagation: record.propagation ?? defaultPropagation(record.category),
      open: record.status === 'open' || record.status === 'accepted',
      accepted:
        record.status === 'accepted' && (record.acceptedUntil === null || date <= record.acceptedUntil),
      first,
      end: instanceComponent.length,
    }
  })
  const mitigations = model.mitigations.toSorted(byId).map((record) => ({
    record,
    effect: record.effect ?? defaultEffect(record.control),
    counts: counts(record.status, scenario),
  }))
  return {
    date,
    policy,
    components,
    links,
    linkIndex: new Map(links.map(({ id }, index) => [id, index])),
    risks,
    mitigations,
    territory,
    ...layArcs(links, components, territory, policy),
    critical,
    targets: range(components.length).filter((component) => critical[component] === 1),
    untrusted: Uint8Array.from(components, (item) => Number(item.untrusted ?? isExternal(item.function))),
    instanceComponent: Int32Array.from(instanceComponent),
  }
}

function policyFor(scenario: Scenario, { planes, access }: Policy): Policy {
  const { management, control, signalling, 'lawful-intercept': interception, user } = planes
  return {
    scenario,
    planes: { management, control, signalling, 'lawful-intercept': interception, user },
    access,
  }
}

/** AN1: whether a mitigation of this status counts. */
export const counts = (status: MitigationStatus, scenario: Scenario): boolean =>
  COUNTING[scenario].includes(status)

const COUNTING: Readonly<Record<Scenario, readonly MitigationStatus[]>> = {
  inherent: [],
  assured: ['verified'],
  current: ['verified', 'implemented'],
  target: ['verified', 'implemented', 'planned'],
}

const isCritical = (component: Component): boolean =>
  (component.criticality ?? defaultCriticality(component.function)) === 'critical'

/** AN2, as ascending component indexes. */
function appliesTo({ on }: Risk, components: readonly Component[], territory: Territory): Int32Array {
  if ('component' in on) return territory.named({ component: on.component })
  const products = territory.named({ vendor: on.vendor })
  const { product } = on
  if (product === undefined || product === null) return products
  return products.filter((component) => components[component]?.product === product)
}

/** What a link carries from its controlling end (AN4). */
export function carriesOf(link: Link, policy: Policy): Carries {
  return (
    link.carries ??
    catalogueCarries(link.interface) ??
    policy.planes[link.plane ?? defaultPlane(link.interface)]
  )
}

/** The uncut and cut arcs of a link, at most two. */
export function arcsOfLink({ linkIndex, along, against }: Compiled, id: string): number[] {
  const link = linkIndex.get(id)
  if (link === undefined) return []
  return [along[link] as number, against[link] as number].filter((arc) => arc !== NO_ARC)
}

/** Where a link gives no arc. */
const NO_ARC = -1

function layArcs(
  links: readonly Link[],
  components: readonly Component[],
  territory: Territory,
  policy: Policy,
) {
  const arcs: Arc[] = []
  const isAlong: boolean[] = []
  const isControl: boolean[] = []
  const lay = (arc: Arc, alongLink: boolean, control: boolean) => {
    arcs.push(arc)
    isAlong.push(alongLink)
    isControl.push(control)
  }
  links.forEach((record, link) => {
    const from = territory.componentIndex.get(record.from ?? '')
    const to = territory.componentIndex.get(record.to ?? '')
    const carries = carriesOf(record, policy)
    if (from === undefined || to === undefined || from === to || carries === 'none') return
    lay({ tail: from, head: to, link }, true, carries === 'control')
    if (record.direction === 'both') lay({ tail: to, head: from, link }, false, false)
  })
  const graph = buildGraph(components.length, arcs)
  const owns = new Uint8Array(arcs.length)
  const along = new Int32Array(links.length).fill(NO_ARC)
  const against = new Int32Array(links.length).fill(NO_ARC)
  arcs.forEach(({ link }, index) => {
    const arc = graph.given[index] as number
    owns[arc] = Number(isControl[index])
    const side = isAlong[index] === true ? along : against
    side[link] = arc
  })
  return { graph, owns, along, against }
}
