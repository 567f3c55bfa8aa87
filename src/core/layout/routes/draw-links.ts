import { finish, type InParts } from '../../model/in-parts.ts'
import { plainRoutes } from './plain-routes.ts'
import { routeLinks, type Surroundings } from './route-links.ts'
import type { Route, RouteLink } from './route.ts'

/** Beyond, nobody follows a single line, and looking for the best ones would hold a page up for seconds. */
export const MOST_ROUTED = 4000

/** The lines of a board, as the canvas and every picture draw them. */
export const drawLinks = (links: readonly RouteLink[], surroundings: Surroundings): Map<string, Route> =>
  finish(drawLinksInParts(links, surroundings))

/** The same for a page that must not be held up: in parts, where there are so many that it would be. */
export function* drawLinksInParts(
  links: readonly RouteLink[],
  surroundings: Surroundings,
): InParts<Map<string, Route>> {
  return links.length > MOST_ROUTED
    ? yield* plainRoutes(links, surroundings)
    : routeLinks(links, surroundings)
}
