import type { Model, Point } from '../model/records.ts'
import { type Frame, originOf, placedIn } from './frames.ts'

type Box = Omit<Frame, 'id'>

/** Room between neighbours, and between them and the border of their segment. */
const GAP = 20
/** The upper border of a segment carries its title. */
const TITLE = 40
const STEP = 20
const RINGS = 150

/**
 * Where something of `size` can stand in `home` (null for the open canvas) without lying on what is there: the free
 * place nearest to having its middle at `wanted`, a point on the open canvas. The answer is relative to `home` and
 * inside it; null where there is no such place. `moved` are left out of account.
 */
export function freePlace(
  model: Model,
  home: string | null,
  size: Point,
  wanted: Point,
  moved: ReadonlySet<string> = new Set(),
): Point | null {
  const occupied = boxesIn(model, home, moved)
  const limits = limitsOf(model, home, size)
  const start = startOf(model, home, size, wanted)
  const isFree = (at: Point) => !occupied.some((box) => overlap(box, { at, size }, GAP / 2))
  for (let ring = 0; ring <= RINGS; ring++) {
    const places = ringAround(start, ring).filter((at) => contains(limits, at))
    const free = places.filter(isFree).sort((a, b) => distance(a, start) - distance(b, start))[0]
    if (free !== undefined) return free
  }
  return null
}

/** The same for what has to go there in any case: in a full segment it lies on something, a little aside. */
export function freeSpot(
  model: Model,
  home: string | null,
  size: Point,
  wanted: Point,
  moved: ReadonlySet<string> = new Set(),
): Point {
  const free = freePlace(model, home, size, wanted, moved)
  if (free !== null) return free
  const aside = (boxesIn(model, home, moved).length % 8) * (STEP / 2)
  const [x, y] = startOf(model, home, size, wanted)
  return within(limitsOf(model, home, size), [x + aside, y + aside])
}

/** The place nearest to `wanted` that is inside `home`, free or not. */
function startOf(model: Model, home: string | null, size: Point, wanted: Point): Point {
  const [x, y] = originOf(model, home)
  const corner: Point = [snap(wanted[0] - x - size[0] / 2), snap(wanted[1] - y - size[1] / 2)]
  return within(limitsOf(model, home, size), corner)
}

/** Whether something of `size` fits into a segment at all, beside nothing else. */
export function fitsInto(model: Model, home: string, size: Point): boolean {
  const limits = limitsOf(model, home, size)
  return limits.size[0] >= 0 && limits.size[1] >= 0
}

/** Where corners may stand: a box of the size that is left when `size` is taken off. */
function limitsOf(model: Model, home: string | null, size: Point): Box {
  const segment = home === null ? null : placedIn(model, home)
  if (segment === null) return { at: [-Infinity, -Infinity], size: [Infinity, Infinity] }
  return {
    at: [GAP, TITLE],
    size: [segment.size[0] - 2 * GAP - size[0], segment.size[1] - TITLE - GAP - size[1]],
  }
}

function boxesIn(model: Model, home: string | null, moved: ReadonlySet<string>): Box[] {
  const ids = [
    ...model.components.filter(({ segment }) => segment === home),
    ...model.notes.filter(({ segment }) => segment === home),
    ...model.segments.filter(({ parent }) => parent === home),
  ].map(({ id }) => id)
  return ids.flatMap((id) => {
    const placed = moved.has(id) ? null : placedIn(model, id)
    return placed === null ? [] : [{ at: placed.pos, size: placed.size }]
  })
}

const snap = (value: number): number => Math.round(value / STEP) * STEP

const contains = ({ at, size }: Box, [x, y]: Point): boolean =>
  x >= at[0] && y >= at[1] && (size[0] === Infinity || (x <= at[0] + size[0] && y <= at[1] + size[1]))

const within = ({ at, size }: Box, [x, y]: Point): Point => {
  if (size[0] === Infinity) return [x, y]
  const clamp = (value: number, low: number, room: number) => Math.max(low, Math.min(value, low + room))
  return [clamp(x, at[0], size[0]), clamp(y, at[1], size[1])]
}

const overlap = (a: Box, b: Box, margin: number): boolean =>
  [0, 1].every((axis) => {
    const [i, j] = [a.at[axis] as number, b.at[axis] as number]
    return i < j + (b.size[axis] as number) + margin && j < i + (a.size[axis] as number) + margin
  })

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

function ringAround([x, y]: Point, ring: number): Point[] {
  if (ring === 0) return [[x, y]]
  const places: Point[] = []
  for (let step = -ring; step <= ring; step++) {
    const [along, edge] = [step * STEP, ring * STEP]
    places.push([x + along, y - edge], [x + along, y + edge], [x - edge, y + along], [x + edge, y + along])
  }
  return places
}
