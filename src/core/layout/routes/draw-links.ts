import { plainRoutes } from './plain-routes.ts'
import { routeLinks, type Surroundings } from './route-links.ts'
import type { Route, RouteLink } from './route.ts'

/** Beyond, nobody follows a single line, and looking for the best ones would hold a page up for seconds. */
export const MOST_ROUTED = 4000

/** The lines of a board, as the canvas and every picture draw them. */
export const drawLinks = (links: readonly RouteLink[], surroundings: Surroundings): Map<string, Route> =>
  links.length > MOST_ROUTED ? plainRoutes(links, surroundings) : routeLinks(links, surroundings)
