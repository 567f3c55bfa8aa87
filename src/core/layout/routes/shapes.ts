import type { Point } from '../../model/records.ts'
import type { Side } from './sides.ts'
import { isUpright } from './sides.ts'

/** How far a line goes straight out of a side before it may turn. */
const STUB = 16
const LANE = 10

/** One end of a line: where it meets a component, and on which side. */
export type End = Readonly<{ at: Point; side: Side }>
type Line = readonly Point[]

/**
 * Ways to draw a line with right angles from one end to the other, simple ones first. `lanes` says how many places to try
 * for each free piece. Never empty.
 */
export function shapesBetween(from: End, to: End, lanes: number): Line[] {
  if (isUpright(from.side))
    return shapesBetween(turned(from), turned(to), lanes).map((line) => line.map(swap))
  const lines = isUpright(to.side) ? corners(from, to) : sideways(from, to, lanes)
  return lines.length > 0 ? lines : [around(from, to, (from.at[1] + to.at[1]) / 2)]
}

/** Both ends on left or right sides. */
function sideways(from: End, to: End, lanes: number): Line[] {
  const [[x1, y1], [x2, y2]] = [from.at, to.at]
  const via = (lane: number): Line => [from.at, [lane, y1], [lane, y2], to.at]
  if (from.side === to.side) {
    const outermost = from.side === 'right' ? Math.max(x1, x2) : Math.min(x1, x2)
    const steps = Array.from(
      { length: Math.max(1, Math.floor(lanes / 2)) },
      (_, index) => STUB + LANE * index,
    )
    return steps.map((step) => via(outermost + step * outward(from)))
  }
  const gap = (x2 - x1) * outward(from)
  if (gap < STUB) return []
  if (Math.abs(y1 - y2) < 0.5) return [[from.at, [x2, y1]]]
  return lanesBetween(Math.min(x1, x2), Math.max(x1, x2), lanes).map(via)
}

/** From a left or right side to an upper or lower one. */
function corners(from: End, to: End): Line[] {
  const [[x1, y1], [x2, y2]] = [from.at, to.at]
  const clear = (x2 - x1) * outward(from) >= STUB / 2 && (y1 - y2) * outward(to) >= STUB / 2
  const direct: Line[] = clear ? [[from.at, [x2, y1], to.at]] : []
  const level = y2 + STUB * outward(to)
  return [...direct, [from.at, [outOf(from), y1], [outOf(from), level], [x2, level], to.at]]
}

function around(from: End, to: End, level: number): Line {
  const [a, b] = [outOf(from), outOf(to)]
  return [from.at, [a, from.at[1]], [a, level], [b, level], [b, to.at[1]], to.at]
}

/** Places between two limits: the middle, then to both sides of it, then close to each limit. */
function lanesBetween(low: number, high: number, count: number): number[] {
  const centre = (low + high) / 2
  const places = [centre]
  for (let step = 1; places.length < count && centre + step * LANE <= high - LANE; step++) {
    places.push(centre - step * LANE, centre + step * LANE)
  }
  if (high - low > 8 * LANE) places.push(low + STUB, high - STUB)
  return places
}

/** Where a line has gone straight out of its end and may turn. */
export function stubOf({ at: [x, y], side }: End): Point {
  const by = side === 'right' || side === 'bottom' ? STUB : -STUB
  return isUpright(side) ? [x, y + by] : [x + by, y]
}

const outward = ({ side }: End): 1 | -1 => (side === 'right' || side === 'bottom' ? 1 : -1)
const outOf = (end: End): number => end.at[0] + STUB * outward(end)
const swap = ([x, y]: Point): Point => [y, x]

const TURNED: Readonly<Record<Side, Side>> = { top: 'left', left: 'top', bottom: 'right', right: 'bottom' }
const turned = ({ at, side }: End): End => ({ at: swap(at), side: TURNED[side] })
