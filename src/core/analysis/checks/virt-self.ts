import { type Check, findingsAt } from './check.ts'
import type { Place } from './place.ts'

export const virtSelf: Check = {
  id: 'chk-virt-self',
  run: ({ places }) =>
    findingsAt(places, (place) => {
      if (!place.oversight || place.host === null) return null
      const hosts = hostsAbove(place)
      const own = place.out.find(({ plane, to }) => plane === 'management' && hosts.includes(to))
      if (own === undefined) return null
      const words = `${place.name} runs on ${own.to.name}, which it administers itself.`
      return { check: 'chk-virt-self', records: [place.id, own.to.id, own.link.id], words }
    }),
}

/** What a place runs on, the nearest first. Hosts may stand in a circle by mistake: each is named once. */
function hostsAbove(place: Place): readonly Place[] {
  const above = new Set<Place>()
  for (let at = place.host; at !== null && at !== place && !above.has(at); at = at.host) above.add(at)
  return [...above]
}
