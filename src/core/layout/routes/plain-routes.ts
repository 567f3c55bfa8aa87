import type { Point } from '../../model/records.ts'
import { type Box, bottom, middle, right } from '../geometry.ts'
import { type InParts, PART } from '../../model/in-parts.ts'
import { simplified } from './path.ts'
import { assignPorts } from './ports.ts'
import { loop, type Surroundings } from './route-links.ts'
import type { Route, RouteLink, SidePair } from './route.ts'
import { shapesBetween } from './shapes.ts'

/**
 * Draws links like `routeLinks`, each by the simplest line between sides that face each other, whatever lies between: in time
 * that grows with the number of links alone, for boards on which nobody follows a single line anyway.
 */
export function* plainRoutes(
  links: readonly RouteLink[],
  { components, kept }: Pick<Surroundings, 'components' | 'kept'>,
): InParts<Map<string, Route>> {
  const routes = new Map<string, Route>(kept)
  const sides = new Map<string, SidePair>()
  for (const { id, from, to } of links) {
    const [a, b] = [components.get(from), components.get(to)]
    if (a === undefined || b === undefined || kept?.has(id) === true) continue
    if (from !== to) sides.set(id, facing(a, b))
    else routes.set(id, routeOf(loop(a, 0)))
    if (sides.size % PART === 0) yield
  }
  for (const [id, [from, to]] of yield* assignPorts(links, components, sides, kept)) {
    const [first] = shapesBetween(from, to, 1)
    if (first !== undefined) routes.set(id, routeOf(simplified(first)))
    if (routes.size % PART === 0) yield
  }
  return routes
}

function facing(a: Box, b: Box): SidePair {
  const [[ax, ay], [bx, by]] = [middle(a), middle(b)]
  const apart = [
    Math.max(b.at[0] - right(a), a.at[0] - right(b)),
    Math.max(b.at[1] - bottom(a), a.at[1] - bottom(b)),
  ]
  const [wide, high] = apart as [number, number]
  if (wide < 16 && high < 16) return ['top', 'top']
  if (wide >= high) return bx >= ax ? ['right', 'left'] : ['left', 'right']
  return by >= ay ? ['bottom', 'top'] : ['top', 'bottom']
}

/** The label lies in the middle of the longest piece. */
function routeOf(points: readonly Point[]): Route {
  let [label, longest] = [points[0] ?? ([0, 0] as const), -1]
  for (let index = 1; index < points.length; index++) {
    const [[x1, y1], [x2, y2]] = [points[index - 1] as Point, points[index] as Point]
    const length = Math.abs(x1 - x2) + Math.abs(y1 - y2)
    if (length > longest) [label, longest] = [[(x1 + x2) / 2, (y1 + y2) / 2], length]
  }
  return { points, label }
}
