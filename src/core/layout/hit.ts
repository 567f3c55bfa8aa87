import type { Point } from '../model/records.ts'
import type { BoardFrames, PlacedFrame } from './board-frames.ts'
import { contains, grown, SEGMENT_BORDER } from './geometry.ts'
import { distanceTo, insideOf, type Lines } from './touching.ts'

/** How near to a link's line counts as on it, in units at full size. */
const REACH = 7

/**
 * What lies under a point: components and notes before links, links before segments, and segments by their title and
 * border alone. `scale` is how many units one at full size has become (2 where the board is shown at half its size).
 */
export function hitAt(frames: BoardFrames, lines: Lines, point: Point, scale: number): string | null {
  let segment: PlacedFrame | null = null
  let above: string | null = null
  for (const frame of frames.values()) {
    if (frame.kind !== 'segments') {
      if (contains(frame, point)) above = frame.id
    } else if (
      contains(grown(frame, SEGMENT_BORDER * (scale - 1)), point) &&
      !contains(insideOf(frame), point)
    ) {
      if (segment === null || frame.depth >= segment.depth) segment = frame
    }
  }
  return above ?? nearestLine(lines, point, REACH * scale) ?? segment?.id ?? null
}

function nearestLine(lines: Lines, point: Point, reach: number): string | null {
  let found: string | null = null
  let least = reach
  for (const [id, { points }] of lines) {
    const distance = distanceTo(points, point)
    if (distance <= least) {
      found = id
      least = distance
    }
  }
  return found
}

/** The component under a point; of several the one that is drawn above. */
export function componentAt(frames: BoardFrames, point: Point): string | null {
  let found: string | null = null
  for (const frame of frames.values())
    if (frame.kind === 'components' && contains(frame, point)) found = frame.id
  return found
}
