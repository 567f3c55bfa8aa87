import { byId, compareCodeUnits } from './order.ts'
import { withinReach } from './reach.ts'
import type { Comment, CommentSubject, Model, Point, Segment } from './records.ts'
import type { SetAside } from './set-aside.ts'

type Existing = Readonly<Record<'component' | 'link' | 'segment', ReadonlySet<string>>>

/**
 * Makes the living comments threads of one level, and gives each that is on something gone the place where that was (MO6).
 * `model` also has what is deleted: it says where things were. Nothing that somebody wrote is ever left out.
 */
export function settleComments(
  model: Model,
  living: readonly Comment[],
  existing: Existing,
  setAside: SetAside[],
): readonly Comment[] {
  if (living.length === 0) return living
  const placeOf = placesIn(model)
  return inThreads(model.comments, living, setAside).map((comment) => {
    const { id, thread, on, at } = comment
    if (thread !== null || on === null || at !== null || isThere(on, existing)) return comment
    const place = placeOf(on)
    if (place === null) return comment
    setAside.push({ id, reason: 'what it is on does not exist: it stands where that was' })
    return { ...comment, at: [place[0], place[1]] }
  })
}

function isThere(on: CommentSubject, existing: Existing): boolean {
  if ('component' in on) return existing.component.has(on.component)
  return 'link' in on ? existing.link.has(on.link) : existing.segment.has(on.segment)
}

/** Oldest first; of the same moment, and without one, by id. */
export const byAge = (a: Comment, b: Comment): number =>
  compareCodeUnits(a.created ?? '', b.created ?? '') || byId(a, b)

function inThreads(
  all: readonly Comment[],
  living: readonly Comment[],
  setAside: SetAside[],
): readonly Comment[] {
  const known = new Map(all.map((comment) => [comment.id, comment]))
  const ids = new Set(living.map(({ id }) => id))
  const headOf = headsIn(known, ids)
  // Replies to a comment that is gone go on without it: the oldest of them stands in its place.
  const heirs = new Map<string, Comment>()
  for (const reply of living.toSorted(byAge)) {
    const head = headOf(reply.id)
    if (!ids.has(head) && !heirs.has(head)) heirs.set(head, reply)
  }
  return living.map((comment) => {
    const head = headOf(comment.id)
    const heir = heirs.get(head)
    if (heir === comment) {
      setAside.push({ id: comment.id, reason: 'what it answers does not exist: it begins the thread' })
      return inPlaceOf(known.get(head), comment)
    }
    const thread = heir?.id ?? (head === comment.id ? null : head)
    if (thread === comment.thread) return comment
    setAside.push({ id: comment.id, reason: THREAD_REASONS[thread === null ? 'circle' : 'moved'] })
    return { ...comment, thread }
  })
}

const THREAD_REASONS = {
  circle: 'comment that answers itself: it begins the thread',
  moved: 'it answers what begins no thread: it stands in the thread around that',
}

function inPlaceOf(gone: Comment | undefined, heir: Comment): Comment {
  if (gone === undefined) return { ...heir, thread: null }
  const { on, at } = gone.on === null && gone.at === null ? heir : gone
  return { ...heir, thread: null, on, at, resolved: heir.resolved ?? gone.resolved }
}

/**
 * Finds the comment with which a thread begins, from the id of any in it: one that answers none, or one that is unknown. In a
 * circle it is the smallest living id. No comment is walked over twice.
 */
function headsIn(
  known: ReadonlyMap<string, Comment>,
  living: ReadonlySet<string>,
): (start: string) => string {
  const heads = new Map<string, string>()
  return (start) => {
    const trail = new Set<string>()
    let at = start
    let next = known.get(at)?.thread ?? null
    while (!heads.has(at) && !trail.has(at)) {
      trail.add(at)
      if (next === null) break
      at = next
      next = known.get(at)?.thread ?? null
    }
    let head = heads.get(at) ?? at
    if (!heads.has(at) && next !== null) {
      const circle = [...trail].slice([...trail].indexOf(at))
      const alive = circle.filter((id) => living.has(id))
      head = (alive.length > 0 ? alive : circle).reduce((a, b) => (b < a ? b : a))
    }
    for (const id of trail) heads.set(id, head)
    return head
  }
}

/** Where something stands, or stood, on the open canvas: its upper left corner, of a link the middle between its ends. */
function placesIn(model: Model): (on: CommentSubject) => Point | null {
  const index = <T extends { readonly id: string }>(records: readonly T[]) =>
    new Map(records.map((record) => [record.id, record]))
  const segments = index(model.segments)
  const components = index(model.components)
  const links = index(model.links)
  const component = (id: string | null): Point | null => {
    const record = components.get(id ?? '')
    return record === undefined ? null : standing(segments, record.segment, record.pos)
  }
  return (on) => {
    if ('component' in on) return component(on.component)
    if ('segment' in on) {
      const segment = segments.get(on.segment)
      return segment === undefined ? null : standing(segments, segment.parent, segment.pos)
    }
    const link = links.get(on.link)
    const [from, to] = [component(link?.from ?? null), component(link?.to ?? null)]
    if (from === null || to === null) return from ?? to
    return withinReach([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])
  }
}

function standing(segments: ReadonlyMap<string, Segment>, home: string | null, pos: Point): Point {
  let [x, y] = pos
  const passed = new Set<string>()
  for (let at = home; at !== null && !passed.has(at); ) {
    passed.add(at)
    const segment = segments.get(at)
    x += segment?.pos[0] ?? 0
    y += segment?.pos[1] ?? 0
    at = segment?.parent ?? null
  }
  return withinReach([x, y])
}
