import { defaultPlane } from '../../catalogue/defaults.ts'
import { interfaceTitle } from '../../catalogue/titles.ts'
import { indexById } from '../../model/lookup.ts'
import type { Link, Model, Segment } from '../../model/records.ts'
import type { Effect } from '../../model/terms.ts'
import type { Exposure } from '../result.ts'
import { covering } from './covering.ts'
import { HOSTING } from './function-groups.ts'
import { type Join, NONE, type Place, type PlaceInMaking, placeMaker } from './place.ts'

/** What all rules read, made once. Lists are in order of id. */
export type CheckNetwork = Readonly<{
  model: Model
  date: string
  exposures: readonly Exposure[]
  places: readonly Place[]
  placeOf: (id: string | null) => Place | null
  joins: readonly Join[]
  segmentOf: (id: string) => Segment | undefined
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
  const surroundings = surroundingsOf(segments)
  const makePlace = placeMaker()
  const byId = new Map<string, PlaceInMaking>()
  const places = model.components.map((component, index) => {
    const place = makePlace(component, index, surroundings(component.segment))
    byId.set(place.id, place)
    return place
  })
  const joins = joinAll(model.links, byId)
  listJoins(places, joins)
  settle(places, joins, byId)
  return {
    model,
    date: options.date,
    exposures: options.exposures ?? [],
    places,
    placeOf: (id) => (id === null ? null : (byId.get(id) ?? null)),
    joins,
    segmentOf: (id) => segments.get(id),
    covers: covering(model, options.switched),
  }
}

/** What to call a link. */
export const joinName = ({ link, via }: Join): string => link.name || (interfaceTitle(via) ?? 'a link')

type JoinInMaking = Join & { from: PlaceInMaking; to: PlaceInMaking }

function joinAll(links: readonly Link[], byId: ReadonlyMap<string, PlaceInMaking>): JoinInMaking[] {
  const joins: JoinInMaking[] = []
  for (const link of links) {
    const from = byId.get(link.from ?? '')
    const to = byId.get(link.to ?? '')
    if (from === undefined || to === undefined || from === to) continue
    const plane = link.plane ?? defaultPlane(link.interface)
    joins.push({ link, from, to, plane, via: link.interface ?? '' })
    from.outs++
    to.intos++
  }
  return joins
}

// oxlint-disable-next-line unicorn/no-new-array -- a list that is made longer afterwards takes far more room than it needs
const roomFor = (length: number): Join[] => new Array<Join>(length)

/** Lists of exactly the length that is needed: those that grow would take most of the memory that is used here. */
function listJoins(places: readonly PlaceInMaking[], joins: readonly JoinInMaking[]): void {
  for (const place of places) {
    if (place.outs > 0) place.out = roomFor(place.outs)
    if (place.intos > 0) place.into = roomFor(place.intos)
  }
  for (let last = joins.length - 1; last >= 0; last--) {
    const join = joins[last] as JoinInMaking
    join.from.out[--join.from.outs] = join
    join.to.into[--join.to.intos] = join
  }
}

/** What a component says of its host goes before what a hosting link says; nothing hosts itself. */
function settle(
  places: readonly PlaceInMaking[],
  joins: readonly JoinInMaking[],
  byId: ReadonlyMap<string, PlaceInMaking>,
): void {
  const hosts = new Map<PlaceInMaking, PlaceInMaking>()
  for (const { from, to, via } of joins) if (HOSTING.has(via)) hosts.set(to, from)
  for (const place of places) {
    const said = byId.get(place.component.host ?? '')
    if (said !== undefined && said !== place) hosts.set(place, said)
    const host = hosts.get(place)
    if (host === undefined) continue
    place.host = host
    if (host.guests === NONE) host.guests = []
    host.guests.push(place)
  }
}

type Surroundings = Readonly<{ zone: string | null; within: readonly string[] }>
const NOWHERE: Surroundings = { zone: null, within: [] }

/** The segments around what lies in a segment and the nearest zone among them, found once for each segment. */
function surroundingsOf(segments: ReadonlyMap<string, Segment>): (id: string | null) => Surroundings {
  const known = new Map<string, Surroundings>()
  const surroundings = (id: string | null): Surroundings => {
    if (id === null) return NOWHERE
    let found = known.get(id)
    if (found === undefined) {
      const segment = segments.get(id)
      const beyond = surroundings(segment?.parent ?? null)
      found = { zone: segment?.zone ?? beyond.zone, within: [id, ...beyond.within] }
      known.set(id, found)
    }
    return found
  }
  return surroundings
}
