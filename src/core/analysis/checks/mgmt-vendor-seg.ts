import { grouped } from '../grouped.ts'
import type { Check } from './check.ts'
import type { CheckNetwork } from './check-network.ts'
import type { Place } from './place.ts'
import { ACCESS_SEGMENTS, CORE_SEGMENTS, HOSTING } from './function-groups.ts'

export const mgmtVendorSeg: Check = {
  id: 'chk-mgmt-vendor-seg',
  run: (network) => {
    const managers = grouped(
      network.places.filter(({ manager }) => manager),
      (manager) => zoneOf(manager, network),
    )
    const seen = new Uint8Array(network.places.length)
    return [...managers].flatMap(([zone, those]) => {
      const elements: Place[] = []
      for (const { out } of those)
        for (const { to, plane, via } of out) {
          if (plane !== 'management' || !to.element || seen[to.index] === 1 || HOSTING.has(via)) continue
          seen[to.index] = 1
          elements.push(to)
        }
      for (const { index } of elements) seen[index] = 0
      const vendors = new Set(elements.flatMap(({ component: { vendor } }) => vendor ?? []))
      const mixed =
        elements.some(({ part }) => ACCESS_SEGMENTS.has(part)) &&
        elements.some(({ part }) => CORE_SEGMENTS.has(part))
      if (vendors.size < 2 && !mixed) return []
      const name = network.segmentOf(zone)?.name || (network.placeOf(zone)?.name ?? 'One management zone')
      const shared =
        vendors.size > 1 ? `elements of ${vendors.size} suppliers` : 'elements of core and access'
      const words = `${name} manages ${shared}.`
      return [{ check: 'chk-mgmt-vendor-seg', records: [zone, ...elements.map(({ id }) => id)], words }]
    })
  },
}

/** The nearest segment for management around a manager; without one the manager is a zone of its own. */
const zoneOf = (manager: Place, { segmentOf }: CheckNetwork): string =>
  manager.within.find((id) => {
    const segment = segmentOf(id)
    return segment?.zone === 'management' || segment?.kind === 'management'
  }) ?? manager.id
