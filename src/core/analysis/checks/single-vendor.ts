import type { Check } from './check.ts'
import { grouped } from '../grouped.ts'
import type { Place } from './place.ts'

export const singleVendor: Check = {
  id: 'chk-single-vendor',
  run: ({ model, places, segmentOf }) => {
    const names = new Map(model.vendors.map(({ id, name }) => [id, name || id]))
    const inside = grouped(
      places.filter(({ within, external }) => within.length > 0 && !external),
      ({ within }) => within[0] ?? '',
    )
    return [...inside].flatMap(([segment, members]) => {
      if (members.length < 2 || !members.some(({ critical }) => critical)) return []
      const own = onlyVendor(members)
      const hosts = members.map(({ host }) => host)
      const below = hosts.every((host) => host !== null) ? onlyVendor(hosts) : null
      const vendor = own ?? below
      if (vendor === null) return []
      const how = own === null ? 'runs on hosts of' : 'is all of'
      const words = `${segmentOf(segment)?.name || segment} ${how} one supplier, ${names.get(vendor) ?? vendor}.`
      return [{ check: 'chk-single-vendor', records: [segment, ...members.map(({ id }) => id)], words }]
    })
  },
}

/** Null where there are several, or one is not known. */
function onlyVendor(places: readonly Place[]): string | null {
  const first = places[0]?.component.vendor ?? null
  return places.every(({ component }) => component.vendor === first) ? first : null
}
