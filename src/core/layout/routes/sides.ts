import type { Point } from '../../model/records.ts'
import { type Box, middle, right, bottom } from '../geometry.ts'

const SIDES = ['top', 'right', 'bottom', 'left'] as const
export type Side = (typeof SIDES)[number]

/** Links go in and out of the upper and lower side from above and below. */
export const isUpright = (side: Side): boolean => side === 'top' || side === 'bottom'

/** The point of a side that lies at `along`: an x on the upper and lower side, a y on the others. */
export function pointOn(box: Box, side: Side, along: number): Point {
  switch (side) {
    case 'top':
      return [along, box.at[1]]
    case 'bottom':
      return [along, bottom(box)]
    case 'left':
      return [box.at[0], along]
    case 'right':
      return [right(box), along]
  }
}

/** The side that a point lies on; null where it lies on none. */
export const sideAt = (box: Box, [x, y]: Point): Side | null =>
  SIDES.find((side) => {
    const [px, py] = pointOn(box, side, isUpright(side) ? x : y)
    return px === x && py === y
  }) ?? null

/** The `along` of the middle of a side. */
export const middleOf = (box: Box, side: Side): number => middle(box)[isUpright(side) ? 0 : 1]

const CORNER = 10
const pitchOn = (side: Side): number => (isUpright(side) ? 22 : 14)

/** First and last `along` where links may meet a side, clear of the rounded corners. */
export function rangeOf(box: Box, side: Side): readonly [number, number] {
  const axis = isUpright(side) ? 0 : 1
  return [box.at[axis] + CORNER, box.at[axis] + box.size[axis] - CORNER]
}

/** How many links a side takes at full distance from each other. */
export function roomOn(box: Box, side: Side): number {
  const [first, last] = rangeOf(box, side)
  return Math.floor((last - first) / pitchOn(side)) + 1
}

/** Evenly spread places for `count` links around the middle of a side; closer than usual where there are many. */
export function spread(box: Box, side: Side, count: number): number[] {
  const [first, last] = rangeOf(box, side)
  const pitch = count < 2 ? 0 : Math.min(pitchOn(side), (last - first) / (count - 1))
  const start = (first + last) / 2 - (pitch * (count - 1)) / 2
  return Array.from({ length: count }, (_, index) => start + pitch * index)
}
