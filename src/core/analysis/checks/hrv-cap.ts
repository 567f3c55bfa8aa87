import { percentOf } from '../percent.ts'
import type { Check } from './check.ts'
import { restrictions } from './restricted.ts'

/** Per cent, in the rules of the United Kingdom, where the board says no other. */
const UK_CAP = 35
const UK: ReadonlySet<string | null> = new Set(['UK', 'GB', 'United Kingdom'])

export const hrvCap: Check = {
  id: 'chk-hrv-cap',
  run: (network) => {
    const { jurisdiction, restrictedCap } = network.model.meta
    const cap = restrictedCap ?? (UK.has(jurisdiction) ? UK_CAP : null)
    if (cap === null) return []
    const isRestricted = restrictions(network)
    const sums = new Map<string, { all: number; restricted: number; ids: string[] }>()
    for (const place of network.places) {
      const { weight } = place.component
      if (weight === null) continue
      const restricted = isRestricted(place)
      for (const segment of place.within) {
        const sum = sums.get(segment) ?? { all: 0, restricted: 0, ids: [] }
        sum.all += weight
        if (restricted) {
          sum.restricted += weight
          sum.ids.push(place.id)
        }
        sums.set(segment, sum)
      }
    }
    return [...sums].flatMap(([segment, { all, restricted, ids }]) => {
      if (restricted * 100 <= cap * all) return []
      const name = network.segmentOf(segment)?.name || segment
      const share = percentOf(restricted / all, cap)
      const words = `Vendors under restriction have ${share} per cent of the weight of ${name}, above the cap of ${cap}.`
      return [{ check: 'chk-hrv-cap', records: [segment, ...ids], words }]
    })
  },
}
