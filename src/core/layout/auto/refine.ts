import type { Point } from '../../model/records.ts'
import type { Arrangement } from './arrangement.ts'
import { extentOf, type Home, type Leaving, lengthOf, type Places } from './home.ts'

/** Swapping every pair takes the square of the blocks times the links. */
const MOST_SWAPPED = 40
const PASSES = 3

/**
 * Turns the inside of each home round and swaps blocks of one size in it, where that makes links shorter, those that leave it
 * among them. No segment changes its size or its place, so nothing comes to overlap.
 */
export function refine(arrangement: Arrangement): void {
  for (let pass = 0; pass < PASSES; pass++) {
    let isBetter = false
    for (const id of arrangement.homes.toReversed()) {
      const home = arrangement.homeOf(id)
      const places = arrangement.placesOf(id)
      const better = improved(home, places, arrangement.leaving(id))
      if (better === places) continue
      arrangement.settle(id, home, better)
      isBetter = true
    }
    if (!isBetter) break
  }
  for (const axis of [0, 1] as const) if (arrangement.drift(axis) < 0) turnRound(arrangement, axis)
}

/** All homes at once, so that no link gets longer. */
function turnRound(arrangement: Arrangement, axis: 0 | 1): void {
  for (const id of arrangement.homes) {
    const home = arrangement.homeOf(id)
    const places = arrangement.placesOf(id)
    arrangement.settle(id, home, mirrored(home, places, extentOf(home.blocks, places), axis))
  }
}

/** The same places where nothing is better. */
function improved(home: Home, places: Places, leaving: readonly Leaving[]): Places {
  let best = places
  let least = totalOf(home, best, leaving)
  const attempt = (next: Places) => {
    const total = totalOf(home, next, leaving)
    if (total >= least - 0.5) return
    least = total
    best = next
  }
  const extent = extentOf(home.blocks, places)
  for (const axis of [0, 1] as const) attempt(mirrored(home, best, extent, axis))
  if (home.blocks.length > MOST_SWAPPED) return best
  for (const [a, { size }] of home.blocks.entries()) {
    for (let b = a + 1; b < home.blocks.length; b++) {
      const other = home.blocks[b]?.size
      if (other?.[0] === size[0] && other[1] === size[1]) attempt(swapped(best, a, b))
    }
  }
  return best
}

function totalOf({ ties }: Home, places: Places, leaving: readonly Leaving[]): number {
  let total = 0
  for (const tie of ties) total += lengthOf(tie, places[tie.from] as Point, places[tie.to] as Point)
  for (const { block, end, to } of leaving) {
    total += lengthOf({ from: block, to: block, ends: [end, [0, 0]] }, places[block] as Point, to)
  }
  return total
}

const mirrored = ({ blocks }: Home, places: Places, extent: Point, axis: 0 | 1): Places =>
  places.map((at, block) => {
    const far = extent[axis] - at[axis] - (blocks[block]?.size[axis] ?? 0)
    return axis === 0 ? [far, at[1]] : [at[0], far]
  })

function swapped(places: Places, a: number, b: number): Places {
  const next = [...places]
  next[a] = places[b] as Point
  next[b] = places[a] as Point
  return next
}
