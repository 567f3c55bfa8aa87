import type { Model } from '../../../model/records.ts'
import { boardFrames, type PlacedFrame } from '../../board-frames.ts'
import { bottom, middle, overlap, right, SEGMENT_BORDER, SEGMENT_TITLE } from '../../geometry.ts'

/** Pairs of neighbours in one home that have a point in common. */
export function overlaps(model: Model): string[] {
  const byHome = new Map<string | null, PlacedFrame[]>()
  for (const frame of boardFrames(model).values())
    byHome.set(frame.home, [...(byHome.get(frame.home) ?? []), frame])
  return [...byHome.values()].flatMap((frames) =>
    frames.flatMap((a, index) =>
      frames.slice(0, index).flatMap((b) => (overlap(a, b) ? [`${a.id} lies on ${b.id}`] : [])),
    ),
  )
}

/** What is not whole inside its segment, clear of its border and title. */
export function strays(model: Model): string[] {
  const frames = boardFrames(model)
  return [...frames.values()].flatMap((frame) => {
    const home = frame.home === null ? undefined : frames.get(frame.home)
    if (home === undefined) return []
    const isInside =
      frame.at[0] >= home.at[0] + SEGMENT_BORDER &&
      frame.at[1] >= home.at[1] + SEGMENT_TITLE &&
      right(frame) <= right(home) - SEGMENT_BORDER &&
      bottom(frame) <= bottom(home) - SEGMENT_BORDER
    return isInside ? [] : [frame.id]
  })
}

/** The lengths of all links together, as the crow flies along right angles. */
export function lineLength(model: Model): number {
  const frames = boardFrames(model)
  return model.links.reduce((sum, { from, to }) => {
    const [a, b] = [frames.get(from ?? ''), frames.get(to ?? '')]
    if (a === undefined || b === undefined) return sum
    const [[ax, ay], [bx, by]] = [middle(a), middle(b)]
    return sum + Math.abs(ax - bx) + Math.abs(ay - by)
  }, 0)
}
