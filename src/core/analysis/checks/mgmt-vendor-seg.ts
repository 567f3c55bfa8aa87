import type { Check } from './check.ts'
import type { CheckNetwork } from './check-network.ts'
import type { Place } from './place.ts'
import { ACCESS_SEGMENTS, CORE_SEGMENTS, HOSTING } from './function-groups.ts'

export const mgmtVendorSeg: Check = {
  id: 'chk-mgmt-vendor-seg',
  run: (network) => {
    const zones = new Map<string, Set<Place>>()
    for (const manager of network.places) {
      if (!manager.manager) continue
      const zone = zoneOf(manager, network)
      const managed = zones.get(zone) ?? new Set<Place>()
      for (const { to, plane, via } of manager.out)
        if (plane === 'management' && to.element && !HOSTING.has(via)) managed.add(to)
      if (managed.size > 0) zones.set(zone, managed)
    }
    return [...zones].flatMap(([zone, managed]) => {
      const elements = [...managed]
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
