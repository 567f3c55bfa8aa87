import type { Point } from '../../model/records.ts'
import { middle } from '../geometry.ts'

/** Something with a size that needs a place in a home: a component, a segment with all that is in it, a note. */
export type Block = Readonly<{ id: string; size: Point }>

/** A link between two blocks, by their places in the list, and where within each of them it ends. */
export type Tie = Readonly<{ from: number; to: number; ends: readonly [Point, Point] }>

/** What stands in one segment, or on the open canvas, and has to be placed there. */
export type Home = Readonly<{
  blocks: readonly Block[]
  ties: readonly Tie[]
  /** Room between neighbours, across and down. */
  gap: Point
}>

/** A link out of a home: where in which block it ends, and the place outside that it leads to. */
export type Leaving = Readonly<{ block: number; end: Point; to: Point }>

/** The upper left corners of the blocks, in their order, the leftmost and the uppermost of them at 0. */
export type Places = readonly Point[]

/** Width over height that a screen and a slide have. */
const ASPECT = 1.6
/** What a bend of a link is worth in length, and how far its ends may be off each other without one. */
const BEND = 80
const STRAIGHT: Point = [120, 40]

/** How long the line of a tie will be, and what its bend costs, with its blocks at these places. */
export function lengthOf({ ends }: Tie, from: Point, to: Point): number {
  const [a, b] = ends
  return lineLength(from[0] + a[0] - to[0] - b[0], from[1] + a[1] - to[1] - b[1])
}

/** The same of a line between two points, by how far they are from each other across and down. */
export function lineLength(across: number, down: number): number {
  const [x, y] = [Math.abs(across), Math.abs(down)]
  return x + y + (x > STRAIGHT[0] && y > STRAIGHT[1] ? BEND : 0)
}

/** The size of the smallest rectangle around blocks that begin at 0. */
export function extentOf(blocks: readonly Block[], places: Places): Point {
  let [width, height] = [0, 0]
  blocks.forEach(({ size }, index) => {
    const at = places[index] as Point
    width = Math.max(width, at[0] + size[0])
    height = Math.max(height, at[1] + size[1])
  })
  return [width, height]
}

/** What a rectangle of this size takes of a screen, as the width of the smallest screen around it. */
export const spread = ([width, height]: Point): number => Math.max(width, height * ASPECT)

/** How bad places are: long lines and a large board. Only for comparing places of one home. */
export function costOf({ blocks, ties }: Home, places: Places): number {
  let cost = sizeWeight(ties.length) * spread(extentOf(blocks, places))
  for (const tie of ties) cost += lengthOf(tie, places[tie.from] as Point, places[tie.to] as Point)
  return cost
}

/** How many lines of the whole width the width itself is worth. */
export const sizeWeight = (ties: number): number => 1 + ties / 24

/** Moved so that the leftmost and the uppermost begin at 0, on even units. */
export function settled(places: Places): Places {
  let [left, top] = [Infinity, Infinity]
  for (const [x, y] of places) {
    left = Math.min(left, x)
    top = Math.min(top, y)
  }
  return places.map(([x, y]) => [evened(x - left), evened(y - top)])
}

const UNIT = 8
const evened = (value: number): number => Math.round(value / UNIT) * UNIT

export const middleOf = (size: Point): Point => middle({ at: [0, 0], size })
