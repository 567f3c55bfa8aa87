import type { CheckNetwork } from './check-network.ts'
import type { Place } from './place.ts'

/** The day on which support ends: the component's own, else the earliest that is known of its product; null where unknown. */
export function supportEnds({ model }: CheckNetwork): (place: Place) => string | null {
  const known = new Map<string, string>()
  for (const { vendor, name, version, supportEnd } of model.products) {
    if (supportEnd === null) continue
    const id = key(vendor, name, version)
    const before = known.get(id)
    if (before === undefined || supportEnd < before) known.set(id, supportEnd)
  }
  return ({ component: { supportEnd, vendor, product, version } }) => {
    if (supportEnd !== null || vendor === null || product === null || known.size === 0) return supportEnd
    return known.get(key(vendor, product, version)) ?? known.get(key(vendor, product, null)) ?? null
  }
}

const key = (...parts: readonly (string | null)[]) => JSON.stringify(parts)
