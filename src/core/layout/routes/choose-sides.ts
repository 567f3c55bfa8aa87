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

type Load = Record<Side, number>

/** Which sides each link meets: where the way between their middles is best, and sides are not crowded. */
export function chooseSides(
  links: readonly RouteLink[],
  components: ReadonlyMap<string, Box>,
  terrain: Terrain,
): Map<string, SidePair> {
  const chosen = new Map<string, SidePair>()
  const loads = new Map([...components.keys()].map((id) => [id, { top: 0, right: 0, bottom: 0, left: 0 }]))
  for (const { id, from, to } of links) {
    const boxes = [components.get(from) as Box, components.get(to) as Box] as const
    const [atFrom, atTo] = [loads.get(from) as Load, loads.get(to) as Load]
    let least = Infinity
    let best: SidePair = ['right', 'left']
    for (const pair of plausible(...boxes)) {
      const ends = pair.map((side, index) => endAt(boxes[index as 0 | 1], side)) as [End, End]
      const [first] = shapesBetween(...ends, 1)
      if (first === undefined) continue
      const extra =
        (pair[0] === pair[1] ? SAME_SIDE : 0) +
        crowd(boxes[0], pair[0], atFrom[pair[0]]) +
        crowd(boxes[1], pair[1], atTo[pair[1]])
      const judgement = judge(terrain, first, boxes, least - extra)
      if (judgement === null) continue
      least = judgement.cost + extra
      best = pair
    }
    chosen.set(id, best)
    atFrom[best[0]]++
    atTo[best[1]]++
  }
  return chosen
}

const crowd = (box: Box, side: Side, count: number): number =>
  LOAD * count + (count >= roomOn(box, side) ? FULL : 0)

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
