import { defaultCriticality, defaultEffect, defaultPlane, isExternal } from '../../catalogue/defaults.ts'
import { functionDetailsById } from '../../catalogue/function-details.ts'
import { functionById } from '../../catalogue/functions.ts'
import { interfaceTitle } from '../../catalogue/titles.ts'
import { indexById } from '../../model/lookup.ts'
import type { Component, Link, Mitigation, Model, Segment } from '../../model/records.ts'
import type { Effect, Plane } from '../../model/terms.ts'
import { counts } from '../counting.ts'
import type { Exposure } from '../result.ts'
import { ELEMENT_SEGMENTS, HOSTING, MANAGERS } from './function-groups.ts'

/** A component with what the rules ask of it. */
export type Place = Readonly<{
  component: Component
  id: string
  /** What to call it. */
  name: string
  fn: string
  /** Where the catalogue puts its function; empty for something of one's own. */
  part: string
  /** The trust zone of the nearest segment around it that has one. */
  zone: string | null
  /** Ids of the segments around it, the nearest first. */
  within: readonly string[]
  critical: boolean
  edge: boolean
  oversight: boolean
  thirdParty: boolean
  /** Outside the operator's own network. */
  external: boolean
  element: boolean
  manager: boolean
}>

/** A link with both ends; `from` is the controlling one. */
export type Join = Readonly<{ link: Link; from: Place; to: Place; plane: Plane; name: string }>

/** What all rules read, made once. Lists are in order of id. */
export type CheckNetwork = Readonly<{
  model: Model
  date: string
  exposures: readonly Exposure[]
  places: readonly Place[]
  placeOf: (id: string | null) => Place | null
  joins: readonly Join[]
  /** Links out of a component, and into it. */
  from: (place: Place) => readonly Join[]
  into: (place: Place) => readonly Join[]
  segmentOf: (id: string) => Segment | undefined
  /** What a component runs on, the nearest first, and what runs on it directly. */
  hostsOf: (place: Place) => readonly Place[]
  guestsOf: (place: Place) => readonly Place[]
  /** Whether a mitigation that counts, of one of the effects, covers the component or the link. */
  covers: (effects: readonly Effect[], on: Place | Link) => boolean
}>

export type CheckOptions = Readonly<{
  /** The day to judge by, `YYYY-MM-DD`. */
  date: string
  /** What the engine found for the same model and day. */
  exposures?: readonly Exposure[]
  /** Mitigations, by id, that count or do not count whatever their status (AN13). */
  switched?: ReadonlyMap<string, boolean>
}>

/** `model` is a normalised one. */
export function makeCheckNetwork(model: Model, options: CheckOptions): CheckNetwork {
  const segments = indexById(model.segments)
  const chain = chains(segments)
  const places = model.components.map((component) => placeFor(component, chain, segments))
  const byId = new Map(places.map((place) => [place.id, place]))
  const placeOf = (id: string | null) => (id === null ? null : (byId.get(id) ?? null))
  const joins = model.links.flatMap((link) => joinFor(link, placeOf))
  const from = groupBy(joins, (join) => join.from.id)
  const into = groupBy(joins, (join) => join.to.id)
  const host = new Map<string, Place>()
  for (const join of joins) if (HOSTING.has(join.link.interface ?? '')) host.set(join.to.id, join.from)
  for (const place of places) {
    const said = placeOf(place.component.host)
    if (said !== null) host.set(place.id, said)
  }
  const guests = groupBy(
    places.filter(({ id }) => host.has(id)),
    ({ id }) => host.get(id)?.id ?? '',
  )
  return {
    model,
    date: options.date,
    exposures: options.exposures ?? [],
    places,
    placeOf,
    joins,
    from: ({ id }) => from.get(id) ?? [],
    into: ({ id }) => into.get(id) ?? [],
    segmentOf: (id) => segments.get(id),
    hostsOf: (place) => hostsAbove(place, host),
    guestsOf: ({ id }) => guests.get(id) ?? [],
    covers: coverage(model, options),
  }
}

function placeFor(
  component: Component,
  chain: (id: string | null) => readonly string[],
  segments: ReadonlyMap<string, Segment>,
): Place {
  const fn = component.function ?? ''
  const known = functionById(component.function)
  const details = functionDetailsById(component.function)
  const within = chain(component.segment)
  const zone = within.map((id) => segments.get(id)?.zone ?? null).find((each) => each !== null) ?? null
  const part = known?.segment ?? ''
  const thirdParty = component.thirdParty ?? (details?.thirdParty === true || zone === 'third-party')
  const external =
    component.untrusted ?? (isExternal(component.function) || zone === 'partner' || zone === 'vendor')
  return {
    component,
    id: component.id,
    name: component.name || (known?.name ?? component.id),
    fn,
    part,
    zone,
    within,
    critical: (component.criticality ?? defaultCriticality(component.function)) === 'critical',
    edge: component.exposedEdge ?? (details?.exposedEdge === true || zone === 'exposed-edge'),
    oversight: details?.oversight === true || zone === 'oversight',
    thirdParty,
    external,
    element: ELEMENT_SEGMENTS.has(part) && !MANAGERS.has(fn) && !external,
    manager: MANAGERS.has(fn),
  }
}

function joinFor(link: Link, placeOf: (id: string | null) => Place | null): Join[] {
  const from = placeOf(link.from)
  const to = placeOf(link.to)
  if (from === null || to === null || from === to) return []
  const plane = link.plane ?? defaultPlane(link.interface)
  return [{ link, from, to, plane, name: link.name || (interfaceTitle(link.interface) ?? 'a link') }]
}

/** The segments around a place, known once for each segment. */
function chains(segments: ReadonlyMap<string, Segment>): (id: string | null) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  const chain = (id: string | null): readonly string[] => {
    if (id === null) return []
    let found = known.get(id)
    if (found === undefined) {
      found = [id, ...chain(segments.get(id)?.parent ?? null)]
      known.set(id, found)
    }
    return found
  }
  return chain
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    const there = groups.get(name)
    if (there === undefined) groups.set(name, [item])
    else there.push(item)
  }
  return groups
}

/** Hosts may stand in a circle by mistake: each is named once. */
function hostsAbove(place: Place, host: ReadonlyMap<string, Place>): readonly Place[] {
  const above: Place[] = []
  const seen = new Set([place.id])
  for (let at = host.get(place.id); at !== undefined && !seen.has(at.id); at = host.get(at.id)) {
    seen.add(at.id)
    above.push(at)
  }
  return above
}

function coverage(model: Model, { switched }: CheckOptions): CheckNetwork['covers'] {
  const counting = model.mitigations.filter(
    ({ id, status }) => switched?.get(id) ?? counts(status, model.meta.policy.scenario),
  )
  const of = new Map<string, Set<Effect>>()
  const everywhere = new Set<Effect>()
  const add = (id: string, effect: Effect) => of.set(id, (of.get(id) ?? new Set()).add(effect))
  for (const mitigation of counting) {
    const effect = mitigation.effect ?? defaultEffect(mitigation.control)
    if (mitigation.on.length === 0) everywhere.add(effect)
    for (const subject of mitigation.on) add(subjectId(subject), effect)
  }
  return (effects, on) => {
    const ids =
      'component' in on
        ? [on.id, ...on.within, ...(on.component.vendor === null ? [] : [on.component.vendor])]
        : [on.id]
    return effects.some((effect) => everywhere.has(effect) || ids.some((id) => of.get(id)?.has(effect)))
  }
}

function subjectId(subject: Mitigation['on'][number]): string {
  if ('component' in subject) return subject.component
  if ('link' in subject) return subject.link
  return 'segment' in subject ? subject.segment : subject.vendor
}
