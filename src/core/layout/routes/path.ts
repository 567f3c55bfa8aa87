import type { Point } from '../../model/records.ts'
import { bottom, type Box, right } from '../geometry.ts'
import { pieceTouches } from '../touching.ts'

type Line = readonly Point[]

/** Without points that lie on the straight line between their neighbours, and without repetitions. */
export function simplified(line: Line): Line {
  const kept: Point[] = []
  for (const point of line) {
    const [before, last] = [kept.at(-2), kept.at(-1)]
    if (last !== undefined && same(last, point)) continue
    if (before !== undefined && last !== undefined && isStraight(before, last, point)) kept.pop()
    kept.push(point)
  }
  return kept
}

const same = (a: Point, b: Point): boolean => Math.abs(a[0] - b[0]) < 0.01 && Math.abs(a[1] - b[1]) < 0.01
const isStraight = (a: Point, b: Point, c: Point): boolean =>
  (Math.abs(a[0] - b[0]) < 0.01 && Math.abs(b[0] - c[0]) < 0.01) ||
  (Math.abs(a[1] - b[1]) < 0.01 && Math.abs(b[1] - c[1]) < 0.01)

export type Part = Readonly<{
  line: Line /** How much of the line was left out before it. */
  skipped: number
}>

/**
 * The part of a line with right angles that a rectangle shows, from where it first comes in to where it last goes out.
 * A line that is all within is given back as it is; of one that is all without nothing is left.
 */
export function partIn(line: Line, box: Box): Part {
  const touching = line.slice(1).map((point, index) => pieceTouches(line[index] as Point, point, box))
  const [first, last] = [touching.indexOf(true), touching.lastIndexOf(true)]
  if (first === -1) return { line: [], skipped: 0 }
  const [start, end] = [clamped(line[first] as Point, box), clamped(line[last + 1] as Point, box)]
  if (
    first === 0 &&
    last === line.length - 2 &&
    same(start, line[0] as Point) &&
    same(end, line.at(-1) as Point)
  ) {
    return { line, skipped: 0 }
  }
  const before = [...line.slice(0, first + 1), start]
  return { line: [start, ...line.slice(first + 1, last + 1), end], skipped: lengthOf(before) }
}

/** On a piece that touches the rectangle, the nearest point in it lies on the same piece. */
const clamped = ([x, y]: Point, box: Box): Point => [
  Math.max(box.at[0], Math.min(right(box), x)),
  Math.max(box.at[1], Math.min(bottom(box), y)),
]

/** The `d` of an SVG path through these points, its corners rounded by `radius` or as much as there is room for. */
export function roundedPath(line: Line, radius: number): string {
  const [first] = line
  if (first === undefined) return ''
  let path = `M${show(first)}`
  for (let index = 1; index < line.length; index++) {
    const [a, b, c] = [line[index - 1] as Point, line[index] as Point, line[index + 1]]
    const room = c === undefined ? 0 : Math.min(radius, distance(a, b) / 2, distance(b, c) / 2)
    if (c === undefined || room < 0.5) path += `L${show(b)}`
    else path += `L${show(towards(b, a, room))}Q${show(b)} ${show(towards(b, c, room))}`
  }
  return path
}

/** The length of a line along its pieces. */
export const lengthOf = (line: Line): number =>
  line.reduce((sum, point, index) => (index === 0 ? 0 : sum + distance(line[index - 1] as Point, point)), 0)

export type Stop = Readonly<{ at: Point /** Unit vector along the line. */; heading: Point }>

/** The point at `along` units from the beginning of a line, and which way the line goes there. */
export function stopAt(line: Line, along: number): Stop {
  let left = along
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1] as Point, line[index] as Point]
    const length = distance(a, b)
    if (length > 0 && (left <= length || index === line.length - 1)) {
      return {
        at: towards(a, b, Math.max(0, Math.min(left, length))),
        heading: [(b[0] - a[0]) / length, (b[1] - a[1]) / length],
      }
    }
    left -= length
  }
  return { at: line[0] ?? [0, 0], heading: [1, 0] }
}

/** Open or filled arrowheads: two strokes of `size` that meet at `at` and point along `heading`. */
export function arrowhead({ at, heading }: Stop, size: number): string {
  const [dx, dy] = heading
  const back: Point = [at[0] - dx * size, at[1] - dy * size]
  const aside: Point = [-dy * size * 0.55, dx * size * 0.55]
  return `M${show([back[0] + aside[0], back[1] + aside[1]])}L${show(at)}L${show([back[0] - aside[0], back[1] - aside[1]])}`
}

/** Chevrons along a line, about `spacing` apart and clear of its ends, that point forward along it. */
export function chevronsAlong(line: Line, spacing: number, size: number): string {
  const length = lengthOf(line)
  const count = Math.max(1, Math.floor((length - spacing / 2) / spacing))
  return Array.from({ length: count }, (_, index) =>
    arrowhead(stopAt(line, (length * (index + 0.5)) / count + size / 2), size),
  ).join('')
}

/** As far from a label as keeps both to be seen. */
const CLEAR = 70

/** A gap in a line and bars across it at either side, as the `d` of two SVG paths: in its middle, or clear of its label. */
export function breakIn(
  line: Line,
  label: Point,
  width = 7,
  height = 8,
): Readonly<{ gap: string; bars: string }> {
  const length = lengthOf(line)
  const places = [0.5, 0.75, 0.25].map((share) => stopAt(line, length * share))
  const { at, heading } = places.find(({ at }) => distance(at, label) >= CLEAR) ?? stopAt(line, length * 0.75)
  const [dx, dy] = heading
  const aside = (along: number, across: number): string =>
    show([at[0] + dx * along - dy * across, at[1] + dy * along + dx * across])
  const half = width / 2
  const bar = (along: number) => `M${aside(along, -height)}L${aside(along, height)}`
  return { gap: `M${aside(-half, 0)}L${aside(half, 0)}`, bars: bar(-half) + bar(half) }
}

/** The other way round. */
export const reversed = (line: Line): Line => [...line].reverse()

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])
const towards = (from: Point, to: Point, by: number): Point => {
  const length = distance(from, to)
  return length === 0
    ? from
    : [from[0] + ((to[0] - from[0]) * by) / length, from[1] + ((to[1] - from[1]) * by) / length]
}
/** A tenth of a unit is finer than any screen shows. */
const show = ([x, y]: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
