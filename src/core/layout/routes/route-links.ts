import { byId, compareCodeUnits } from '../../model/order.ts'
import type { Point } from '../../model/records.ts'
import { type Box, middle, right } from '../geometry.ts'
import { judge, newTerrain, occupy, type Terrain } from './cost.ts'
import { findWay } from './find-way.ts'
import { finish } from '../../model/in-parts.ts'
import { LabelPlacer } from './labels.ts'
import { simplified } from './path.ts'
import { assignPorts } from './ports.ts'
import type { Route, RouteLink } from './route.ts'
import { type End, shapesBetween } from './shapes.ts'
import { chooseSides } from './choose-sides.ts'

export type Surroundings = Readonly<{
  components: ReadonlyMap<string, Box>
  /** What lines and labels rather keep off: titles of segments, notes. */
  avoid: readonly Box[]
  /** Lines that stay as they are while others are drawn anew. */
  kept?: ReadonlyMap<string, Route>
}>

/** Up to here every line looks for the best of many ways; beyond, for a good one of few, so that a large board opens fast. */
export const MANY_LINKS = 400
const ALL_LANES = 9
const FEW_LANES = 5

/**
 * Draws links as lines with right angles that keep off components and each other, spread evenly over the sides they
 * meet. The same board gives the same lines, in any order of links. A link whose end is missing is left out.
 */
export function routeLinks(links: readonly RouteLink[], surroundings: Surroundings): Map<string, Route> {
  const { components, avoid, kept } = surroundings
  const routes = new Map<string, Route>(kept)
  const wanted = links.filter(
    ({ id, from, to }) => kept?.has(id) !== true && components.has(from) && components.has(to),
  )
  if (wanted.length === 0) return routes
  const boxOf = (id: string) => components.get(id) as Box
  const terrain = newTerrain([...components.values()], avoid)
  const labels = new LabelPlacer(terrain)
  const widths = new Map(links.map(({ id, label }) => [id, label]))
  for (const [id, { points, label }] of kept ?? []) {
    occupy(terrain, points)
    labels.keep(label, widths.get(id) ?? 0)
  }

  const between = wanted
    .filter(({ from, to }) => from !== to)
    .map((link) => ({ link, length: gapBetween(boxOf(link.from), boxOf(link.to)) }))
    .sort((a, b) => a.length - b.length || compareCodeUnits(a.link.id, b.link.id))
    .map(({ link }) => link)
  const sides = chooseSides(between, components, terrain)
  const ports = finish(assignPorts(links, components, sides, kept))
  const lanes = wanted.length > MANY_LINKS ? FEW_LANES : ALL_LANES
  for (const link of between) {
    const ends = ports.get(link.id)
    if (ends === undefined) continue
    const points = simplified(bestLine(terrain, ends, [boxOf(link.from), boxOf(link.to)], lanes))
    occupy(terrain, points)
    routes.set(link.id, { points, label: labels.place(points, link.label) })
  }
  const loops = new Map<string, number>()
  for (const { id, from, label } of wanted.filter(({ from, to }) => from === to).sort(byId)) {
    const before = loops.get(from) ?? 0
    loops.set(from, before + 1)
    const points = loop(boxOf(from), before)
    routes.set(id, { points, label: labels.place(points, label) })
  }
  return routes
}

function bestLine(
  terrain: Terrain,
  [from, to]: readonly [End, End],
  boxes: readonly [Box, Box],
  lanes: number,
) {
  const direct = best(terrain, shapesBetween(from, to, lanes), boxes)
  if (!direct.blocked || lanes < ALL_LANES) return direct.line
  const aside = findWay(terrain, from, to)
  return aside !== null && judge(terrain, aside, boxes, direct.cost) !== null ? aside : direct.line
}

function best(terrain: Terrain, lines: readonly (readonly Point[])[], boxes: readonly [Box, Box]) {
  let found: { line: readonly Point[]; cost: number; blocked: boolean } = {
    line: [],
    cost: Infinity,
    blocked: false,
  }
  for (const line of lines) {
    const judgement = judge(terrain, line, boxes, found.cost)
    if (judgement !== null) found = { line, ...judgement }
  }
  return found
}

const gapBetween = (a: Box, b: Box): number =>
  Math.abs(middle(a)[0] - middle(b)[0]) + Math.abs(middle(a)[1] - middle(b)[1])

/** Out of the right side and back in from above; further loops of the same component around the first. */
export function loop(box: Box, before: number): Point[] {
  const [x, y] = [right(box), box.at[1]]
  const wider = 8 * Math.min(before, 5)
  return [
    [x, y + 18 + wider / 2],
    [x + 22 + wider, y + 18 + wider / 2],
    [x + 22 + wider, y - 20 - wider],
    [x - 24 - wider, y - 20 - wider],
    [x - 24 - wider, y],
  ]
}
