import { type Box, COMPONENT_SIZE } from '../../layout/geometry.ts'
import type { Point } from '../../model/records.ts'
import { APART } from '../drawing/room.ts'

/** Degrees of latitude beyond which a Mercator map has no end. */
const MOST_LATITUDE = 85
/** How many of the places next to each from west to east its nearest is looked for among. */
const NEAR = 64
/** The share of places that the map is made large enough for; the others move aside. */
const SHARE = 0.6
/** Into how many steps the room of a component is divided that moves aside; of a crowd each moves by whole ones. */
const STEPS = 4
const CROWD = 2000

/** Places on Earth as points of a Mercator map, which keeps shapes, cut open where there are fewest. Latitude and longitude in degrees. */
export function mapOf(places: ReadonlyMap<string, Point>): ReadonlyMap<string, Point> {
  const cut = widestGap([...places.values()].map(([, longitude]) => turned(longitude)))
  const top = [...places.values()].reduce((most, [latitude]) => Math.max(most, riseOf(latitude)), -Infinity)
  return new Map(
    [...places].map(([id, [latitude, longitude]]) => [
      id,
      [turned(turned(longitude) - cut), top - riseOf(latitude)],
    ]),
  )
}

/** How far north of the equator a latitude lies on the map, in degrees of longitude. */
function riseOf(latitude: number): number {
  const north = Math.min(Math.max(latitude, -MOST_LATITUDE), MOST_LATITUDE)
  return Math.log(Math.tan(Math.PI / 4 + (north * Math.PI) / 360)) * (180 / Math.PI)
}

/** Places that are looked at for all points together: a crowd of which each finds the others' places taken would look for minutes. */
const MOST_LOOKS = 3_000_000

/**
 * The same points with room for a component at each, none on another: as near to where the map has them as can be. Null for a
 * crowd that would be looked at for too long.
 */
export function spread(points: ReadonlyMap<string, Point>, scale: number): ReadonlyMap<string, Box> | null {
  let looks = 0
  const taken = new Map<number, Point>()
  const asides = new Asides(points.size > CROWD ? 1 : STEPS)
  /** Of places that were asked for near each other, which of the steps aside have been tried. */
  const tried = new Map<number, number>()
  const boxes = new Map<string, Box>()
  for (const [id, [x, y]] of points) {
    const wanted: Point = [x * scale, y * scale]
    const near = keyOf(wanted, 0, 0)
    for (let nth = tried.get(near) ?? 0; ; nth++) {
      const aside = asides.at(nth)
      const at: Point = [wanted[0] + aside[0], wanted[1] + aside[1]]
      if (++looks > MOST_LOOKS) return null
      if (!isFree(at, taken)) continue
      tried.set(near, nth)
      taken.set(keyOf(at, 0, 0), at)
      const corner: Point = [at[0] - COMPONENT_SIZE[0] / 2, at[1] - COMPONENT_SIZE[1] / 2]
      boxes.set(id, { at: corner, size: COMPONENT_SIZE })
      break
    }
  }
  return boxes
}

/** Units of a board for one of the map, so that most neighbours have room beside each other and the whole stays in sight. */
export function scaleFor(points: Iterable<Point>): number {
  const ordered = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const needed = ordered.flatMap((one, index) => {
    let most = 0
    for (let next = Math.max(0, index - NEAR); next <= Math.min(index + NEAR, ordered.length - 1); next++) {
      const other = ordered[next] as Point
      const [dx, dy] = [Math.abs(other[0] - one[0]), Math.abs(other[1] - one[1])]
      if (dx > 0 || dy > 0) most = Math.max(most, Math.min(APART[0] / dx, APART[1] / dy))
    }
    return most === 0 ? [] : [most]
  })
  const typical = needed.sort((a, b) => a - b)[Math.floor((needed.length - 1) * SHARE)] ?? 1
  const [wide, high] = [0, 1].map((axis) => {
    const values = ordered.map((point) => point[axis] as number)
    return (
      values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity)
    )
  }) as [number, number]
  const most = (APART[0] * Math.max(ordered.length, 4)) / Math.max(wide, high, Number.MIN_VALUE)
  return Math.min(typical, most)
}

/** Steps aside from a place, the shortest first; as many as are asked for. */
class Asides {
  readonly #step: Point
  #reach: number = APART[0]
  #steps: readonly Point[] = [[0, 0]]

  constructor(parts: number) {
    this.#step = [APART[0] / parts, APART[1] / parts]
  }

  at(nth: number): Point {
    while (nth >= this.#steps.length) {
      this.#reach *= 2
      this.#steps = stepsWithin(this.#reach, this.#step)
    }
    return this.#steps[nth] as Point
  }
}

/** All within a circle, so that a larger one has the same first. */
function stepsWithin(reach: number, step: Point): readonly Point[] {
  const steps: { at: Point; length: number }[] = []
  const [across, down] = [Math.floor(reach / step[0]), Math.floor(reach / step[1])]
  for (let x = -across; x <= across; x++) {
    for (let y = -down; y <= down; y++) {
      const at: Point = [x * step[0], y * step[1]]
      const length = Math.hypot(at[0], at[1])
      if (length <= reach) steps.push({ at, length })
    }
  }
  return steps.sort((a, b) => a.length - b.length).map(({ at }) => at)
}

/** Two points that are both taken are never in one cell, so that nine cells tell all. */
function isFree(at: Point, taken: ReadonlyMap<number, Point>): boolean {
  for (const across of [-1, 0, 1]) {
    for (const down of [-1, 0, 1]) {
      const other = taken.get(keyOf(at, across, down))
      if (
        other !== undefined &&
        Math.abs(other[0] - at[0]) < APART[0] &&
        Math.abs(other[1] - at[1]) < APART[1]
      )
        return false
    }
  }
  return true
}

/** One number for each cell: no map has as many rows of them as this. */
const ROWS = 2 ** 26

const keyOf = ([x, y]: Point, across: number, down: number): number =>
  (Math.floor(x / APART[0]) + across) * ROWS + Math.floor(y / APART[1]) + down

/** Degrees in 0 to 360. */
const turned = (degrees: number): number => ((degrees % 360) + 360) % 360

/** The longitude behind the widest stretch without any: where to cut. */
function widestGap(longitudes: readonly number[]): number {
  const ordered = longitudes.toSorted((a, b) => a - b)
  let cut = ordered[0] ?? 0
  let widest = -1
  for (const [index, here] of ordered.entries()) {
    const before = index === 0 ? (ordered.at(-1) as number) - 360 : (ordered[index - 1] as number)
    if (here - before <= widest) continue
    widest = here - before
    cut = here
  }
  return cut
}
