import type { Join, Place } from './place.ts'

/** A place that is got to, over which link, and from where the walk began. */
export type Arrival = Readonly<{ place: Place; by: Join; origin: Place }>

/**
 * All that can be got to from the origins along links from their controlling end, each once, in the order of fewest hops.
 * Where `stops` says so the walk arrives and goes no further.
 */
export function walk(
  origins: readonly Place[],
  passes: (join: Join) => boolean,
  stops: (place: Place) => boolean,
): Arrival[] {
  const seen = new Set(origins)
  const arrivals: Arrival[] = []
  const queue = origins.map((place) => ({ place, origin: place }))
  for (let next = 0; next < queue.length; next++) {
    const { place, origin } = queue[next] as (typeof queue)[number]
    for (const by of place.out) {
      if (seen.has(by.to) || !passes(by)) continue
      seen.add(by.to)
      arrivals.push({ place: by.to, by, origin })
      if (!stops(by.to)) queue.push({ place: by.to, origin })
    }
  }
  return arrivals
}
