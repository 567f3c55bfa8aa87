import { settleComments } from './comments.ts'
import { hostsThatExist, settleRegister } from './register.ts'
import { byId, compareCodeUnits } from './order.ts'
import { withinReach } from './reach.ts'
import {
  type Component,
  type Kind,
  KINDS,
  type Mitigation,
  type MitigationSubject,
  type Model,
  type Note,
  type Point,
  type RecordOf,
  type Segment,
} from './records.ts'
import type { SetAside } from './set-aside.ts'

export type { SetAside }
export type Normalised = Readonly<{ model: Model; setAside: readonly SetAside[] }>

/** In a shared document a deleted record stays, flagged, so that undoing the delete loses nobody's edit. */
type Deletable = { readonly deleted?: boolean }
const isDeleted = (record: Deletable): boolean => record.deleted === true

/**
 * Makes any set of records a model that opens (MO5): what refers to nothing is set aside and listed, never repaired in
 * the document. Never throws. Records that need no change come back as the same objects, lists in order of id, except
 * segments: parents before their children. Normalising the result again changes nothing.
 */
export function normalise(model: Model): Normalised {
  const setAside: SetAside[] = []
  const lists = livingWithUniqueIds(model, setAside)
  const segments = orderParentsFirst(rootSegments(lists.segments, model.segments, setAside))
  const lift = liftInto(model.segments, segments)

  const vendorIds = idsOf(lists.vendors)
  const hosted = hostsThatExist(idsOf(lists.components), setAside)
  const components = lists.components.map((component) =>
    hosted(settle(lift(component, setAside), vendorIds, setAside)),
  )
  const componentIds = idsOf(components)
  const links = lists.links.filter((link) => {
    const joined =
      link.from !== null && link.to !== null && componentIds.has(link.from) && componentIds.has(link.to)
    if (!joined) setAside.push({ id: link.id, reason: 'link without an end' })
    return joined
  })
  const risks = lists.risks.filter(({ id, on }) => {
    const found = 'component' in on ? componentIds.has(on.component) : vendorIds.has(on.vendor)
    if (!found)
      setAside.push({
        id,
        reason: `risk on a ${'component' in on ? 'component' : 'vendor'} that does not exist`,
      })
    return found
  })

  const existing: Ids = {
    component: componentIds,
    link: idsOf(links),
    segment: idsOf(segments),
    vendor: vendorIds,
    risk: idsOf(risks),
  }
  const mitigations = lists.mitigations.flatMap((mitigation) => keepCredit(mitigation, existing, setAside))
  const notes = lists.notes.map((note) => lift(note, setAside))
  const register = settleRegister(lists, existing, setAside)
  const comments = settleComments(model, lists.comments, existing, setAside)

  setAside.sort((a, b) => byId(a, b) || compareCodeUnits(a.reason, b.reason))
  return {
    model: {
      ...model,
      ...lists,
      segments,
      components,
      links,
      risks,
      mitigations,
      notes,
      comments,
      ...register,
    },
    setAside,
  }
}

type Lists = { [K in Kind]: readonly RecordOf[K][] }
type Ids = Readonly<Record<'component' | 'link' | 'segment' | 'vendor' | 'risk', ReadonlySet<string>>>
const idsOf = (records: readonly { readonly id: string }[]): Set<string> =>
  new Set(records.map(({ id }) => id))

function livingWithUniqueIds(model: Model, setAside: SetAside[]): Lists {
  const taken = new Set<string>()
  const living = (kind: Kind) =>
    [...model[kind]].sort(byId).filter((record) => {
      if (isDeleted(record as Deletable)) return false
      if (taken.has(record.id)) {
        setAside.push({ id: record.id, reason: `id used twice: this one of ${kind} is left out` })
        return false
      }
      taken.add(record.id)
      return true
    })
  return Object.fromEntries(KINDS.map((kind) => [kind, living(kind)])) as unknown as Lists
}

/** Gives every living segment a living parent or none, cutting each cycle of parents at its smallest id (MO4). */
function rootSegments(living: readonly Segment[], all: readonly Segment[], setAside: SetAside[]): Segment[] {
  const ids = idsOf(living)
  const nearest = nearestLiving(mapById(all), ids)
  const rooted = living.map((segment) =>
    liftTo(segment, segment.parent, nearest, ids, setAside, (parent, pos) => ({ ...segment, parent, pos })),
  )
  const parents = new Map(rooted.map(({ id, parent }) => [id, parent]))
  const cut = new Set<string>()
  const settled = new Set<string>()
  for (const { id } of rooted) {
    const trail = new Set<string>()
    let at: string | null = id
    while (at !== null && !settled.has(at) && !trail.has(at)) {
      trail.add(at)
      at = parents.get(at) ?? null
    }
    if (at !== null && trail.has(at)) {
      const cycle = [...trail].slice([...trail].indexOf(at))
      const smallest = cycle.reduce((a, b) => (b < a ? b : a))
      cut.add(smallest)
      parents.set(smallest, null)
    }
    for (const visited of trail) settled.add(visited)
  }
  for (const id of cut) setAside.push({ id, reason: 'segment inside itself: its parent is left out' })
  return rooted.map((segment) => (cut.has(segment.id) ? { ...segment, parent: null } : segment))
}

type Lifted = Readonly<{ home: string | null; offset: Point }>

/**
 * Finds the nearest living segment from the id of a dead one, and the sum of the positions of the dead on the way there;
 * dead ones in a circle lead nowhere, and each of them stands for the whole circle. No segment is walked over twice.
 */
function nearestLiving(
  byIdOfAll: ReadonlyMap<string, Segment>,
  living: ReadonlySet<string>,
): (start: string) => Lifted {
  const known = new Map<string, Lifted>()
  return (start) => {
    const trail = new Map<string, Segment>()
    let at: string | null = start
    while (at !== null && !living.has(at) && !known.has(at) && !trail.has(at)) {
      const dead = byIdOfAll.get(at)
      if (dead === undefined) break
      trail.set(at, dead)
      at = dead.parent
    }
    let end: Lifted = { home: at !== null && living.has(at) ? at : null, offset: [0, 0] }
    if (at !== null) end = known.get(at) ?? end
    const steps = [...trail.values()]
    const circle = at !== null && trail.has(at) ? steps.splice([...trail.keys()].indexOf(at)) : []
    for (const dead of circle.toSorted(byId)) end = beyond(dead, end)
    for (const { id } of circle) known.set(id, end)
    for (const dead of steps.toReversed()) {
      end = beyond(dead, end)
      known.set(dead.id, end)
    }
    return end
  }
}

const beyond = ({ pos }: Segment, { home, offset }: Lifted): Lifted => ({
  home,
  offset: [pos[0] + offset[0], pos[1] + offset[1]],
})

const shift = (pos: Point, offset: Point): [number, number] =>
  withinReach([pos[0] + offset[0], pos[1] + offset[1]])
const mapById = <T extends { readonly id: string }>(records: readonly T[]) =>
  new Map(records.map((r) => [r.id, r]))

function liftInto(all: readonly Segment[], living: readonly Segment[]) {
  const ids = idsOf(living)
  const nearest = nearestLiving(mapById(all), ids)
  return <T extends Component | Note>(record: T, setAside: SetAside[]): T =>
    liftTo(record, record.segment, nearest, ids, setAside, (segment, pos) => ({ ...record, segment, pos }))
}

function liftTo<T extends { readonly id: string; readonly pos: Point }>(
  record: T,
  segment: string | null,
  nearest: (start: string) => Lifted,
  living: ReadonlySet<string>,
  setAside: SetAside[],
  moved: (home: string | null, pos: [number, number]) => T,
): T {
  if (segment === null || living.has(segment)) return record
  const { home, offset } = nearest(segment)
  const where = home === null ? 'it stands outside' : 'it stands in the one around it'
  setAside.push({ id: record.id, reason: `its segment does not exist: ${where}` })
  return moved(home, shift(record.pos, offset))
}

function orderParentsFirst(segments: readonly Segment[]): Segment[] {
  const children = new Map<string | null, Segment[]>()
  for (const segment of segments) {
    const siblings = children.get(segment.parent)
    if (siblings === undefined) children.set(segment.parent, [segment])
    else siblings.push(segment)
  }
  const ordered: Segment[] = [...(children.get(null) ?? [])]
  for (let next = 0; next < ordered.length; next++) {
    for (const child of children.get((ordered[next] as Segment).id) ?? []) ordered.push(child)
  }
  return ordered
}

function settle(component: Component, vendors: ReadonlySet<string>, setAside: SetAside[]): Component {
  if (component.vendor === null || vendors.has(component.vendor)) return component
  setAside.push({ id: component.id, reason: 'its vendor does not exist' })
  return { ...component, vendor: null }
}

/**
 * Drops what a mitigation names in vain. One that covered only such things would then cover everything (AN3), so it is
 * set aside whole: credit never grows by a delete.
 */
function keepCredit(mitigation: Mitigation, existing: Ids, setAside: SetAside[]): Mitigation[] {
  const { id, on, treats } = mitigation
  const covers = on.filter((subject) => exists(subject, existing))
  const treated = treats.filter((risk) => existing.risk.has(risk))
  if (covers.length < on.length) {
    const reason =
      covers.length === 0
        ? 'mitigation of nothing that exists'
        : 'mitigation of something that does not exist'
    setAside.push({ id, reason })
    if (covers.length === 0) return []
  }
  if (treated.length < treats.length) setAside.push({ id, reason: 'treats a risk that does not exist' })
  if (covers.length === on.length && treated.length === treats.length) return [mitigation]
  return [{ ...mitigation, on: covers, treats: treated }]
}

function exists(subject: MitigationSubject, ids: Ids): boolean {
  if ('component' in subject) return ids.component.has(subject.component)
  if ('link' in subject) return ids.link.has(subject.link)
  if ('segment' in subject) return ids.segment.has(subject.segment)
  return ids.vendor.has(subject.vendor)
}
