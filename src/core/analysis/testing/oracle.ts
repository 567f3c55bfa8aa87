import {
  catalogueCarries,
  defaultCriticality,
  defaultEffect,
  defaultPlane,
  defaultPropagation,
  isExternal,
} from '../../catalogue/defaults.ts'
import type { Component, Mitigation, Model, Risk } from '../../model/records.ts'
import type { Carries, Rating } from '../../model/terms.ts'
import type { AnalyseOptions, CoverageInstance, Entry, Exposure } from '../result.ts'
import { allPaths, compareShown, type OracleArc, prunedArcs, type Walk } from './oracle-graph.ts'

/**
 * The exposure rules of model.md once more, as slowly and literally as they read: sets of ids, rules tried until nothing
 * changes, every path written out. For models of a few components; shares no code with the engine.
 */
export function askOracle(model: Model, options: AnalyseOptions) {
  const world = worldOf(model, options)
  const { components, risks } = world
  const targets = components.filter(isCritical).map(({ id }) => id)
  const sourcesOf = new Map(
    risks.map((risk) => [risk.id, components.filter((c) => isSource(risk, c, world))]),
  )
  const exposures = risks.flatMap((risk) =>
    targets.flatMap((target) => exposureOf(risk, target, sourcesOf.get(risk.id) ?? [], world)),
  )
  const sources = new Set([...sourcesOf.values()].flat().map(({ id }) => id))
  return {
    held: [...world.held].sort(),
    sources: [...sources].sort(),
    targets: targets.sort(),
    exposures: exposures.sort((a, b) =>
      a.risk < b.risk || (a.risk === b.risk && a.target < b.target) ? -1 : 1,
    ),
    routes: routesOf(sources, targets, world),
    coverage: coverageOf(sourcesOf, targets, world),
    /** Every loopless path of an exposure, shortest first. */
    pathsOf: (risk: string, target: string): Walk[] =>
      waysTo(target, sourcesOf.get(risk) ?? [], world).ways.sort(compareShown),
  }
}

type Cuttable = OracleArc & { cut: boolean }
type World = Readonly<{
  model: Model
  date: string
  components: readonly Component[]
  risks: readonly Risk[]
  counting: readonly Mitigation[]
  arcs: readonly Cuttable[]
  steps: readonly Cuttable[]
  held: ReadonlySet<string>
}>

function worldOf(model: Model, { date, scenario = model.meta.policy.scenario }: AnalyseOptions): World {
  const counting = model.mitigations.filter(({ status }) => {
    if (status === 'verified') return scenario !== 'inherent'
    if (status === 'implemented') return scenario === 'current' || scenario === 'target'
    return status === 'planned' && scenario === 'target'
  })
  const arcs = model.links.flatMap((link): Cuttable[] => {
    const { from, to } = link
    const carries: Carries =
      link.carries ??
      catalogueCarries(link.interface) ??
      model.meta.policy.planes[link.plane ?? defaultPlane(link.interface)]
    if (from === null || to === null || from === to || carries === 'none') return []
    const there = { from, to, link: link.id, carries, cut: false }
    const back = { from: to, to: from, link: link.id, carries: 'access' as const, cut: false }
    return link.direction === 'both' ? [there, back] : [there]
  })
  for (const arc of arcs) arc.cut = counting.some((mitigation) => cutsArc(mitigation, arc, model))
  const base = { model, date, components: model.components, risks: model.risks, counting, arcs }
  const steps = arcs.filter(
    ({ cut, carries, to }) => !cut && (carries === 'control' || isWeak(componentOf(to, model), base)),
  )
  const held = new Set(
    model.components
      .filter((c) => model.risks.some((r) => isA(r, 'foothold') && isLive(r, c, base)))
      .map((c) => c.id),
  )
  for (let size = -1; size !== held.size; ) {
    size = held.size
    for (const { from, to, carries } of steps) {
      const stands = carries === 'access' && isUntrusted(componentOf(from, model))
      if (held.has(from) || stands) held.add(to)
    }
  }
  return { ...base, steps, held }
}

type Base = Omit<World, 'steps' | 'held'>

const componentOf = (id: string, model: Model): Component => {
  const component = model.components.find((candidate) => candidate.id === id)
  if (component === undefined) throw new Error(`no component ${id}`)
  return component
}
const isCritical = (c: Component) => (c.criticality ?? defaultCriticality(c.function)) === 'critical'
const isUntrusted = (c: Component) => c.untrusted ?? isExternal(c.function)
const isA = (risk: Risk, propagation: string) =>
  (risk.propagation ?? defaultPropagation(risk.category)) === propagation
const effectOf = (mitigation: Mitigation) => mitigation.effect ?? defaultEffect(mitigation.control)

const liesIn = (component: Component, segment: string, model: Model): boolean => {
  let at = component.segment
  while (at !== null && at !== segment) at = model.segments.find(({ id }) => id === at)?.parent ?? null
  return at === segment
}

const covers = (mitigation: Mitigation, component: Component, model: Model): boolean =>
  mitigation.on.length === 0 ||
  mitigation.on.some(
    (subject) =>
      ('component' in subject && subject.component === component.id) ||
      ('vendor' in subject && subject.vendor === component.vendor) ||
      ('segment' in subject && liesIn(component, subject.segment, model)),
  )

function cutsArc(mitigation: Mitigation, { from, to, link }: OracleArc, model: Model): boolean {
  const [tail, head] = [componentOf(from, model), componentOf(to, model)]
  const blocks = effectOf(mitigation) === 'blocks-propagation'
  if (!blocks && effectOf(mitigation) !== 'contains-node') return false
  return mitigation.on.some((subject) => {
    if ('link' in subject) return blocks && subject.link === link
    if ('component' in subject) return subject.component === (blocks ? to : from)
    if ('vendor' in subject) return subject.vendor === (blocks ? head : tail).vendor
    const [inTail, inHead] = [liesIn(tail, subject.segment, model), liesIn(head, subject.segment, model)]
    return blocks ? inTail !== inHead : inTail && !inHead
  })
}

function applies({ on }: Risk, component: Component): boolean {
  if ('component' in on) return on.component === component.id
  if (on.vendor !== component.vendor) return false
  return on.product === undefined || on.product === null || on.product === component.product
}

const removersOf = (risk: Risk, component: Component, { counting, model }: Base): Mitigation[] =>
  counting.filter(
    (m) => effectOf(m) === 'removes-risk' && m.treats.includes(risk.id) && covers(m, component, model),
  )

const isLive = (risk: Risk, component: Component, base: Base): boolean =>
  applies(risk, component) &&
  (risk.status === 'open' || risk.status === 'accepted') &&
  removersOf(risk, component, base).length === 0

const isWeak = (component: Component, base: Base): boolean =>
  base.model.meta.policy.access === 'assume' ||
  base.risks.some((risk) => isA(risk, 'weakness') && isLive(risk, component, base))

function entriesOf(component: Component, { arcs, held, model }: World): Entry[] {
  return arcs
    .filter(({ cut, carries, to }) => !cut && carries === 'access' && to === component.id)
    .filter(({ from }) => from !== component.id && (held.has(from) || isUntrusted(componentOf(from, model))))
    .map(({ from, link }) => ({ component: from, link }))
    .sort((a, b) => (a.component < b.component || (a.component === b.component && a.link < b.link) ? -1 : 1))
}

const isSource = (risk: Risk, component: Component, world: World): boolean =>
  isLive(risk, component, world) &&
  (isA(risk, 'foothold') || (isA(risk, 'weakness') && entriesOf(component, world).length > 0))

/** The ways in which a critical component is taken, else those in which it is reached, from some sources. */
function waysTo(target: string, sources: readonly Component[], { steps, arcs }: World) {
  const from = sources.map(({ id }) => id)
  const taken = from.flatMap((source) => allPaths(source, target, steps))
  if (taken.length > 0) return { kind: 'taken' as const, ways: taken }
  const doors = arcs.filter(({ cut, carries, to }) => !cut && carries === 'access' && to === target)
  const ways = doors.flatMap((door) =>
    from
      .flatMap((source) => allPaths(source, door.from, steps))
      .map((way): Walk => ({ path: [...way.path, target], links: [...way.links, door.link] })),
  )
  return { kind: 'reached' as const, ways }
}

function exposureOf(risk: Risk, target: string, sources: readonly Component[], world: World): Exposure[] {
  const { kind, ways } = waysTo(target, sources, world)
  const [shown] = ways.sort(compareShown)
  if (shown === undefined) return []
  const source = componentOf(shown.path[0] ?? '', world.model)
  return [
    {
      risk: risk.id,
      target,
      kind,
      source: source.id,
      hops: shown.links.length,
      ...shown,
      entry: isA(risk, 'weakness') ? (entriesOf(source, world)[0] ?? null) : null,
      rating: ratingOf(risk, source, kind, world),
      accepted: isAccepted(risk, world),
    },
  ]
}

const isAccepted = ({ status, acceptedUntil }: Risk, { date }: World): boolean =>
  status === 'accepted' && (acceptedUntil === null || !(date > acceptedUntil))

function ratingOf(risk: Risk, source: Component, kind: Exposure['kind'], world: World): Rating {
  const { risks, counting, model } = world
  const raises = risks.filter((r) => isA(r, 'raises-likelihood') && isLive(r, source, world)).length
  const eased = (...effects: string[]) =>
    counting.filter(
      (m) => effects.includes(effectOf(m)) && m.treats.includes(risk.id) && covers(m, source, model),
    ).length
  const clamp = (value: number) => (value < 1 ? 1 : value > 5 ? 5 : value)
  const likelihood = clamp(risk.likelihood + (raises > 2 ? 2 : raises) - eased('reduces'))
  const impact = clamp(risk.impact - eased('detects', 'recovers'))
  const score = likelihood * (kind === 'taken' && impact < 4 ? 4 : impact)
  if (kind === 'taken') return score >= 16 ? 'critical' : score >= 10 ? 'high' : score >= 5 ? 'medium' : 'low'
  return score >= 16 ? 'high' : score >= 10 ? 'medium' : 'low'
}

/** AN11 with copies that have names of their own, which no id can be. */
function routesOf(sources: ReadonlySet<string>, targets: readonly string[], { steps, arcs, held }: World) {
  const copy = (id: string) => `copy of ${id}`
  const fromHeld = steps.filter(({ from }) => held.has(from))
  const doors = arcs
    .filter(({ cut, carries, from, to }) => {
      return !cut && carries === 'access' && held.has(from) && targets.includes(to) && !held.has(to)
    })
    .map((arc) => ({ ...arc, to: copy(arc.to) }))
  const heldTargets = targets.filter((id) => held.has(id))
  const copies = targets.filter((id) => !held.has(id)).map(copy)
  const taken = prunedArcs(fromHeld, sources, new Set(heldTargets))
  const reached = prunedArcs([...fromHeld, ...doors], sources, new Set(copies))
  const linksOf = (some: readonly OracleArc[]) => new Set(some.map(({ link }) => link))
  const endsOf = (some: readonly OracleArc[]) =>
    new Set(some.flatMap(({ from, to }) => [from, to.replace('copy of ', '')]))
  const components = new Set([...endsOf(taken), ...targets.filter((id) => sources.has(id))])
  const without = (all: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...all].filter((id) => !others.has(id)).sort()
  return {
    taken: { components: [...components].sort(), links: [...linksOf(taken)].sort() },
    reached: {
      components: without(endsOf(reached), components),
      links: without(linksOf(reached), linksOf(taken)),
    },
  }
}

function coverageOf(
  sourcesOf: ReadonlyMap<string, readonly Component[]>,
  targets: readonly string[],
  world: World,
) {
  const instances = world.risks
    .filter((risk) => isA(risk, 'foothold') || isA(risk, 'weakness'))
    .flatMap((risk) =>
      world.components
        .filter((component) => applies(risk, component))
        .map((component): CoverageInstance => {
          const exposed =
            (sourcesOf.get(risk.id) ?? []).includes(component) &&
            targets.some((target) => waysTo(target, [component], world).ways.length > 0)
          return { risk: risk.id, component: component.id, state: stateOf(risk, component, exposed, world) }
        }),
    )
    .sort((a, b) => (a.risk < b.risk || (a.risk === b.risk && a.component < b.component) ? -1 : 1))
  const relevant = instances.filter(({ state }) => !['closed', 'not-applicable'].includes(state))
  const good = relevant.filter(({ state }) => ['removed', 'verified', 'contained'].includes(state))
  return { share: relevant.length === 0 ? null : good.length / relevant.length, instances }
}

function stateOf(
  risk: Risk,
  component: Component,
  exposed: boolean,
  world: World,
): CoverageInstance['state'] {
  const named = world.model.mitigations.filter(({ treats }) => treats.includes(risk.id))
  const removers = removersOf(risk, component, world)
  if (risk.status === 'closed' || risk.status === 'not-applicable') return risk.status
  if (removers.some(({ status }) => status === 'verified')) return 'verified'
  if (removers.length > 0) return 'removed'
  if (!exposed) return 'contained'
  if (isAccepted(risk, world)) return 'accepted'
  if (named.some((mitigation) => world.counting.includes(mitigation))) return 'partial'
  if (named.some(({ status }) => status === 'planned')) return 'planned'
  return named.some(({ status }) => status === 'proposed') ? 'proposed' : 'uncovered'
}
