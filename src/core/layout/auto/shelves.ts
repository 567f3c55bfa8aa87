import type { Point } from '../../model/records.ts'
import { type Block, extentOf, type Home, type Places, spread } from './home.ts'
import { besideEachOther } from './order.ts'

/** How wide shelves may be, as shares of the square root of what stands on them. */
const WIDTHS = [1, 1.15, 1.3, 1.5, 1.75, 2.1]

/**
 * Rows from left to right, one below the other, as wide as makes the whole the shape of a screen. High blocks come first, so that
 * what shares a row is about as high; among those of one height, what is linked comes side by side. O(n log n). `width`: where something else says how wide they are.
 */
export function shelves(home: Home, width?: number): Places {
  const { blocks, gap } = home
  const rank = new Map(besideEachOther(home).map((block, place) => [block, place]))
  const order = [...blocks.keys()].sort(
    (a, b) => heightOf(blocks, b) - heightOf(blocks, a) || (rank.get(a) as number) - (rank.get(b) as number),
  )
  const area = blocks.reduce((sum, { size }) => sum + (size[0] + gap[0]) * (size[1] + gap[1]), 0)
  if (width !== undefined) return rows(order, blocks, gap, width)
  let best: Places = []
  let least = Infinity
  for (const share of WIDTHS) {
    const places = rows(order, blocks, gap, Math.sqrt(area) * share)
    const size = spread(extentOf(blocks, places))
    if (size >= least) continue
    least = size
    best = places
  }
  return best
}

function rows(order: readonly number[], blocks: readonly Block[], gap: Point, width: number): Places {
  const places: Point[] = []
  let [x, y, high] = [0, 0, 0]
  for (const block of order) {
    const [w, h] = (blocks[block] as Block).size
    if (x > 0 && x + w > width) {
      x = 0
      y += high + gap[1]
      high = 0
    }
    places[block] = [x, y]
    x += w + gap[0]
    high = Math.max(high, h)
  }
  return places
}

const heightOf = (blocks: readonly Block[], block: number): number => (blocks[block] as Block).size[1]
