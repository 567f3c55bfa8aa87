import { boundsOf } from '../../layout/frames.ts'
import {
  type Box,
  COMPONENT_SIZE,
  overlap,
  SEGMENT_LEAST,
  SEGMENT_PADDING,
  SEGMENT_TITLE,
} from '../../layout/geometry.ts'
import { grouped } from '../../analysis/grouped.ts'
import { withinReach } from '../../model/reach.ts'
import type { Point } from '../../model/records.ts'

type Standing = Readonly<{ id: string; segment: string | null; at: Point }>

export type Places = Readonly<{
  /** Segments around what stands in them. */
  frames: ReadonlyMap<string, Box>
  /** Components within their segments. */
  positions: ReadonlyMap<string, Point>
}>

/** Comparing each frame with each other takes the square of their number. */
const MOST_FRAMES = 2000

/** Draws a segment around all that stands in it; null where two would lie over each other, so that it shows in neither what it holds. */
export function placesOf(components: readonly Standing[]): Places | null {
  const frames = new Map<string, Box>()
  for (const [segment, within] of grouped(components, (component) => component.segment)) {
    if (segment === null) continue
    const bounds = boundsIn(within)
    if (bounds !== null) frames.set(segment, bounds)
  }
  const boxes = [...frames.values()]
  if (boxes.length > MOST_FRAMES) return null
  if (boxes.some((box, nth) => boxes.slice(nth + 1).some((other) => overlap(box, other)))) return null
  const positions = components.map(({ id, segment, at }) => {
    const [left, top] = frames.get(segment ?? '')?.at ?? [0, 0]
    return [id, withinReach([at[0] - left, at[1] - top])] as const
  })
  return { frames, positions: new Map(positions) }
}

function boundsIn(components: readonly Standing[]): Box | null {
  const bounds = boundsOf(components.map(({ at }) => ({ at, size: COMPONENT_SIZE })))
  if (bounds === null) return null
  const [x, y] = bounds.at
  const [width, height] = bounds.size
  const above = SEGMENT_TITLE + SEGMENT_PADDING
  return {
    at: withinReach([x - SEGMENT_PADDING, y - above]),
    size: withinReach([
      Math.max(SEGMENT_LEAST[0], width + 2 * SEGMENT_PADDING),
      Math.max(SEGMENT_LEAST[1], height + above + SEGMENT_PADDING),
    ]),
  }
}
