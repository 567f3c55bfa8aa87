import type { Check } from './check.ts'
import type { CheckNetwork } from './check-network.ts'
import type { Join, Place } from './place.ts'
import { BORDERS, CORE_SEGMENTS, FOREIGN_NETWORKS, SCREENS } from './function-groups.ts'

const isForeign = ({ fn, zone }: Place) => FOREIGN_NETWORKS.has(fn) || zone === 'partner'
const isCore = ({ part, fn, external }: Place) => CORE_SEGMENTS.has(part) && !BORDERS.has(fn) && !external
const isSignalling = ({ plane }: Join) => plane === 'signalling' || plane === 'control'

export const sigUnfiltered: Check = {
  id: 'chk-sig-unfiltered',
  run: (network) =>
    arrivals(network).map(({ place, origin, by }) => ({
      check: 'chk-sig-unfiltered',
      records: [place.id, origin.id, by.link.id],
      words: `${origin.name} reaches ${place.name} with no screening of signalling between them.`,
    })),
}

/** Signalling goes both ways whoever draws the link; screening nodes, borders and the core itself end the walk. */
function arrivals({ places }: CheckNetwork) {
  const found: { place: Place; origin: Place; by: Join }[] = []
  const queue = places.filter(isForeign)
  /** By index, from where signalling was found to get there. */
  const origins: (Place | null)[] = places.map(() => null)
  for (const place of queue) origins[place.index] = place
  for (let next = 0; next < queue.length; next++) {
    const place = queue[next] as Place
    const origin = origins[place.index] as Place
    for (const joins of [place.out, place.into])
      for (const by of joins) {
        if (!isSignalling(by)) continue
        const to = by.from === place ? by.to : by.from
        if (origins[to.index] !== null || SCREENS.has(to.fn) || BORDERS.has(to.fn)) continue
        origins[to.index] = origin
        if (isCore(to)) found.push({ place: to, origin, by })
        else queue.push(to)
      }
  }
  return found
}
