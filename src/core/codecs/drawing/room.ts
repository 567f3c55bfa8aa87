import { type Box, COMPONENT_SIZE, middle, overlap } from '../../layout/geometry.ts'

/** Between the components of a board, from middle to middle: their own size and some room for what links them. */
export const APART = [COMPONENT_SIZE[0] + 24, COMPONENT_SIZE[1] + 24] as const
/** A drawing is not pulled further apart than this. */
const MOST = 4
/** Pairs that are looked at; of a drawing that has more near each other than this, some may come to overlap. */
const MOST_PAIRS = 500_000

/**
 * How many times as large a drawing has to become so that what stands apart in it still does when each of its `boxes` has
 * the size of a component; at least 1. What lies on each other in the drawing does so afterwards.
 */
export function roomFor(boxes: readonly Box[]): number {
  const drawn = boxes
    .map((box) => ({ box, at: middle(box) }))
    .toSorted((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1])
  let scale = 1
  let pairs = 0
  for (const [index, one] of drawn.entries()) {
    for (let next = index + 1; next < drawn.length && pairs < MOST_PAIRS; next++) {
      const other = drawn[next] as (typeof drawn)[number]
      const dx = other.at[0] - one.at[0]
      if (dx * scale >= APART[0]) break
      pairs++
      const dy = Math.abs(other.at[1] - one.at[1])
      if (dy * scale >= APART[1] || overlap(one.box, other.box)) continue
      scale = Math.max(scale, Math.min(APART[0] / dx, APART[1] / dy))
      if (scale >= MOST) return MOST
    }
  }
  return scale
}
