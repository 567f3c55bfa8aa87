import { bottom, type Box, middle, right } from '../geometry.ts'
import { judge, type Terrain } from './cost.ts'
import type { RouteLink, SidePair } from './route.ts'
import { type End, shapesBetween } from './shapes.ts'
import { middleOf, pointOn, roomOn, type Side } from './sides.ts'

/** Each further link on a side makes it less inviting, and much less so when it is full. */
const LOAD = 5
const FULL = 90
/** What a line that leaves and comes back on the same side costs beyond its length. */
const SAME_SIDE = 60

/** Which sides each link meets: where the way between their middles is best, and sides are not crowded. */
export function chooseSides(
  links: readonly RouteLink[],
  components: ReadonlyMap<string, Box>,
  terrain: Terrain,
): Map<string, SidePair> {
  const chosen = new Map<string, SidePair>()
  const load = new Map<string, number>()
  const loadOf = (id: string, side: Side) => load.get(`${id} ${side}`) ?? 0
  for (const { id, from, to } of links) {
    const boxes = [components.get(from) as Box, components.get(to) as Box] as const
    let least = Infinity
    let best: SidePair = ['right', 'left']
    for (const pair of plausible(...boxes)) {
      const ends = pair.map((side, index) => endAt(boxes[index as 0 | 1], side)) as [End, End]
      const [first] = shapesBetween(...ends, 1)
      if (first === undefined) continue
      let cost = judge(terrain, first, boxes).cost + (pair[0] === pair[1] ? SAME_SIDE : 0)
      for (const [index, end] of [from, to].entries()) {
        const side = pair[index as 0 | 1]
        const count = loadOf(end, side)
        cost += LOAD * count + (count >= roomOn(boxes[index as 0 | 1], side) ? FULL : 0)
      }
      if (cost >= least) continue
      least = cost
      best = pair
    }
    chosen.set(id, best)
    load.set(`${from} ${best[0]}`, loadOf(from, best[0]) + 1)
    load.set(`${to} ${best[1]}`, loadOf(to, best[1]) + 1)
  }
  return chosen
}

const endAt = (box: Box, side: Side): End => ({ at: pointOn(box, side, middleOf(box, side)), side })

/** The pairs of sides that can make sense, by where the boxes lie to each other. */
function plausible(a: Box, b: Box): SidePair[] {
  const [[ax, ay], [bx, by]] = [middle(a), middle(b)]
  const across: SidePair = bx >= ax ? ['right', 'left'] : ['left', 'right']
  const down: SidePair = by >= ay ? ['bottom', 'top'] : ['top', 'bottom']
  const apartX = b.at[0] - right(a) >= 16 || a.at[0] - right(b) >= 16
  const apartY = b.at[1] - bottom(a) >= 16 || a.at[1] - bottom(b) >= 16
  const pairs: SidePair[] = []
  if (apartX) pairs.push(across)
  if (apartY) pairs.push(down)
  if (apartX && apartY) pairs.push([across[0], down[1]], [down[0], across[1]])
  if (pairs.length < 4)
    for (const side of ['top', 'bottom', 'left', 'right'] as const) pairs.push([side, side])
  return pairs
}
