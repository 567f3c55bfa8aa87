import type { Point } from '../model/records.ts'
import type { BoardFrames } from './board-frames.ts'
import {
  type Box,
  contains,
  encloses,
  overlap,
  right,
  SEGMENT_BORDER,
  SEGMENT_TITLE,
  bottom,
} from './geometry.ts'

/** Links by the points of their line and by their ends, as far as a marquee has to know them. */
export type Lines = ReadonlyMap<string, Readonly<{ points: readonly Point[] }>>

/**
 * What a marquee touches: components and notes by any part of them; segments, which are see-through inside, by their
 * border or title; links by their line. Beside components only links between these count: the others merely pass by,
 * and what passes by should not be deleted with them.
 */
export function touchedBy(
  frames: BoardFrames,
  lines: Lines,
  ends: ReadonlyMap<string, Readonly<{ from: string | null; to: string | null }>>,
  box: Box,
): string[] {
  const touched = new Set<string>()
  let components = 0
  for (const frame of frames.values()) {
    if (!overlap(frame, box)) continue
    if (frame.kind === 'segments' && encloses(insideOf(frame), box)) continue
    touched.add(frame.id)
    if (frame.kind === 'components') components++
  }
  const links: string[] = []
  for (const [id, { points }] of lines) {
    const { from, to } = ends.get(id) ?? { from: null, to: null }
    const belongs = from !== null && to !== null && touched.has(from) && touched.has(to)
    if (components > 0 ? belongs : lineTouches(points, box)) links.push(id)
  }
  return [...touched, ...links]
}

/** The part of a segment that a click goes through. */
export const insideOf = (frame: Box): Box => ({
  at: [frame.at[0] + SEGMENT_BORDER, frame.at[1] + SEGMENT_TITLE],
  size: [frame.size[0] - 2 * SEGMENT_BORDER, frame.size[1] - SEGMENT_TITLE - SEGMENT_BORDER],
})

/** Whether a line through these points has a point in common with a rectangle. */
export function lineTouches(line: readonly Point[], box: Box): boolean {
  return line.some((point, index) => {
    const next = line[index + 1]
    return next === undefined ? contains(box, point) : pieceTouches(point, next, box)
  })
}

/** Liang and Barsky's clipping: whether any of the straight piece is left inside. */
export function pieceTouches([x1, y1]: Point, [x2, y2]: Point, box: Box): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1]
  let [enter, leave] = [0, 1]
  const sides = [
    [-dx, x1 - box.at[0]],
    [dx, right(box) - x1],
    [-dy, y1 - box.at[1]],
    [dy, bottom(box) - y1],
  ] as const
  for (const [towards, room] of sides) {
    if (towards === 0) {
      if (room < 0) return false
    } else if (towards < 0) enter = Math.max(enter, room / towards)
    else leave = Math.min(leave, room / towards)
  }
  return enter <= leave
}

/** The shortest way from a point to a line through `line`. Infinity for no line. */
export function distanceTo(line: readonly Point[], [x, y]: Point): number {
  let least = Infinity
  for (let index = 1; index < line.length; index++) {
    const [x1, y1] = line[index - 1] as Point
    const [x2, y2] = line[index] as Point
    const length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    const along =
      length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
    least = Math.min(least, Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1)))
  }
  return least
}
