import {
  catalogueCarries,
  defaultCriticality,
  defaultEffect,
  defaultPlane,
  defaultPropagation,
  isExternal,
} from '../catalogue/defaults.ts'
import { compareCodeUnits } from '../model/order.ts'
import type { Component, Link, Mitigation, Model, Policy, Risk, Segment } from '../model/records.ts'
import type { Carries, Effect, MitigationStatus, Propagation, Scenario } from '../model/terms.ts'
import { buildGraph, type Graph, marked } from './graph.ts'
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

/**
 * Compiles models one after another. What the last one had, too, is kept from there: most edits touch one list of records
 * only, and lists are compared by identity.
 */
export function makeCompiler(): (model: Model, options: AnalyseOptions) => Compiled {
  const groundOf = keepLast(layGround)
  const networkOf = keepLast(layNetwork)
  const instancesOf = keepLast(listInstances)
  return (model, { date, scenario: asked, switched = NOTHING_SWITCHED }) => {
    const policy = policyFor(asked ?? model.meta.policy.scenario, model.meta.policy)
    const { components, segments, links } = model
    const ground = groundOf(components, segments)
    const { starts, instanceComponent } = instancesOf(model.risks, components, ground.territory)
    return {
      date,
      policy,
      components,
      links,
      risks: model.risks.map((record, risk): CompiledRisk => {
        const accepted = record.status === 'accepted'
        return {
          record,
          propagation: record.propagation ?? defaultPropagation(record.category),
          open: record.status === 'open' || accepted,
          accepted: accepted && (record.acceptedUntil === null || date <= record.acceptedUntil),
          first: starts[risk] as number,
          end: starts[risk + 1] as number,
        }
      }),
      mitigations: model.mitigations.map((record) => ({
        record,
        effect: record.effect ?? defaultEffect(record.control),
        counts: switched.get(record.id) ?? counts(record.status, policy.scenario),
      })),
      ...ground,
      ...networkOf(links, components, ground.territory, JSON.stringify(policy.planes)),
      instanceComponent,
    }
  }
}

/** `model` as `normalise` gives it: lists in the order of their ids, which makes the numbers of the records (AN14). */
export const compile = (model: Model, options: AnalyseOptions): Compiled => makeCompiler()(model, options)

const NOTHING_SWITCHED: ReadonlyMap<string, boolean> = new Map()

/** A function that remembers its last answer, for as long as it is asked about the very same things. */
function keepLast<Asked extends readonly unknown[], Answer>(
  work: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  let last: { asked: Asked; answer: Answer } | null = null
  return (...asked) => {
    if (last === null || asked.some((each, index) => each !== last?.asked[index]))
      last = { asked, answer: work(...asked) }
    return last.answer
  }
}

function layGround(components: readonly Component[], segments: readonly Segment[]) {
  const critical = new Uint8Array(components.length)
  const untrusted = new Uint8Array(components.length)
  components.forEach((component, index) => {
    critical[index] = Number(isCritical(component))
    untrusted[index] = Number(component.untrusted ?? isExternal(component.function))
  })
  return { territory: mapTerritory(components, segments), critical, untrusted, targets: marked(critical) }
}

/** The instances of all risks one after another; those of risk r are starts[r] … starts[r + 1] − 1. */
function listInstances(risks: readonly Risk[], components: readonly Component[], territory: Territory) {
  const starts = new Int32Array(risks.length + 1)
  const lists = risks.map((risk) => appliesTo(risk, components, territory))
  lists.forEach((list, risk) => {
    starts[risk + 1] = (starts[risk] as number) + list.length
  })
  const instanceComponent = new Int32Array(starts[risks.length] as number)
  lists.forEach((list, risk) => instanceComponent.set(list, starts[risk]))
  return { starts, instanceComponent }
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
export function carriesOf(link: Link, policy: Pick<Policy, 'planes'>): Carries {
  return (
    link.carries ??
    catalogueCarries(link.interface) ??
    policy.planes[link.plane ?? defaultPlane(link.interface)]
  )
}

/** The uncut and cut arcs of a link, at most two. */
export function arcsOfLink({ links, along, against }: Compiled, id: string): number[] {
  const link = placeOf(id, links)
  if (link === -1) return []
  return [along[link] as number, against[link] as number].filter((arc) => arc !== NO_ARC)
}

/** The instance of a risk at a component; −1 where it does not apply. Instances of a risk are in order of component. */
export function instanceAt(
  { first, end }: Pick<CompiledRisk, 'first' | 'end'>,
  component: number,
  { instanceComponent }: Pick<Compiled, 'instanceComponent'>,
): number {
  let [low, high] = [first, end - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const at = instanceComponent[middle] as number
    if (at === component) return middle
    if (at < component) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The place of an id in records that are sorted by theirs; −1 where there is none. */
export function placeOf(id: string, records: readonly { readonly id: string }[]): number {
  let [low, high] = [0, records.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = compareCodeUnits(records[middle]?.id ?? '', id)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Where a link gives no arc. */
const NO_ARC = -1

/** `planes` as JSON, so that policies that say the same are the same. */
function layNetwork(
  links: readonly Link[],
  components: readonly Component[],
  { componentIndex }: Territory,
  planes: string,
) {
  const carriesUnder = { planes: JSON.parse(planes) as Policy['planes'] }
  const most = 2 * links.length
  const arcs = { tail: new Int32Array(most), head: new Int32Array(most), link: new Int32Array(most) }
  const kind = new Uint8Array(most)
  let count = 0
  const lay = (tail: number, head: number, link: number, how: number) => {
    arcs.tail[count] = tail
    arcs.head[count] = head
    arcs.link[count] = link
    kind[count++] = how
  }
  links.forEach((record, link) => {
    const from = componentIndex.get(record.from ?? '')
    const to = componentIndex.get(record.to ?? '')
    const carries = carriesOf(record, carriesUnder)
    if (from === undefined || to === undefined || from === to || carries === 'none') return
    lay(from, to, link, carries === 'control' ? CONTROL_ALONG : ACCESS_ALONG)
    if (record.direction === 'both') lay(to, from, link, ACCESS_AGAINST)
  })
  const { graph, given } = buildGraph(components.length, {
    tail: arcs.tail.subarray(0, count),
    head: arcs.head.subarray(0, count),
    link: arcs.link.subarray(0, count),
  })
  const owns = new Uint8Array(count)
  const along = new Int32Array(links.length).fill(NO_ARC)
  const against = new Int32Array(links.length).fill(NO_ARC)
  for (let arc = 0; arc < count; arc++) {
    const how = kind[given[arc] as number] as number
    owns[arc] = Number(how === CONTROL_ALONG)
    const side = how === ACCESS_AGAINST ? against : along
    side[graph.link[arc] as number] = arc
  }
  return { graph, owns, along, against }
}

const CONTROL_ALONG = 0
const ACCESS_ALONG = 1
const ACCESS_AGAINST = 2
