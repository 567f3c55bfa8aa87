import type { Point } from '../model/records.ts'

/** Width and height of every component, in canvas units. */
export const COMPONENT_SIZE: Point = [168, 64]
/** A segment may not be made smaller than this, nor than what stands in it. */
export const SEGMENT_LEAST: Point = [160, 96]
export const NOTE_LEAST: Point = [96, 48]
/** Room along a segment's upper edge that its title takes; by it and its border alone a segment is hit. */
export const SEGMENT_TITLE = 30
export const SEGMENT_BORDER = 6
/** Room between the border of a segment and what stands in it. */
export const SEGMENT_PADDING = 16

/** A rectangle: its upper left corner, its width and height. */
export type Box = Readonly<{ at: Point; size: Point }>

export const right = ({ at, size }: Box): number => at[0] + size[0]
export const bottom = ({ at, size }: Box): number => at[1] + size[1]
export const middle = ({ at, size }: Box): Point => [at[0] + size[0] / 2, at[1] + size[1] / 2]

/** Touching counts. */
export const contains = (box: Box, [x, y]: Point): boolean =>
  x >= box.at[0] && x <= right(box) && y >= box.at[1] && y <= bottom(box)

/** Whether two rectangles have a point in common; touching counts. */
export const overlap = (a: Box, b: Box): boolean =>
  a.at[0] <= right(b) && right(a) >= b.at[0] && a.at[1] <= bottom(b) && bottom(a) >= b.at[1]

export const encloses = (outer: Box, inner: Box): boolean =>
  inner.at[0] >= outer.at[0] &&
  inner.at[1] >= outer.at[1] &&
  right(inner) <= right(outer) &&
  bottom(inner) <= bottom(outer)

/** The rectangle with these two points at opposite corners. */
export const boxBetween = (a: Point, b: Point): Box => ({
  at: [Math.min(a[0], b[0]), Math.min(a[1], b[1])],
  size: [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])],
})

/** A rectangle that is wider by `margin` on each side. */
export const grown = ({ at, size }: Box, margin: number): Box => ({
  at: [at[0] - margin, at[1] - margin],
  size: [size[0] + 2 * margin, size[1] + 2 * margin],
})

export const plus = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]]
export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]]
