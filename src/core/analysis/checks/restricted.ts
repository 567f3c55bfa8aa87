import type { CheckNetwork } from './check-network.ts'
import type { Place } from './place.ts'

/**
 * Tells whether a restriction applies to a component: its vendor is marked as restricted, or a restriction that is in force
 * on the day, for this board's jurisdiction or for none named, is recorded for the vendor or for the component's product.
 */
export function restrictions({ model, date }: CheckNetwork): (place: Place) => boolean {
  const vendors = new Set(model.vendors.filter(({ restricted }) => restricted).map(({ id }) => id))
  const products = new Set<string>()
  const named = new Map(model.products.map(({ id, name }) => [id, name]))
  for (const { kind, vendor, product, jurisdiction, date: since, until } of model.statements) {
    const here = jurisdiction === null || jurisdiction === model.meta.jurisdiction
    const inForce = (since === null || since <= date) && (until === null || date <= until)
    if (kind !== 'restriction' || vendor === null || !here || !inForce) continue
    if (product === null) vendors.add(vendor)
    else products.add(key(vendor, named.get(product) ?? null))
  }
  return ({ component: { vendor, product } }) =>
    vendor !== null && (vendors.has(vendor) || (products.size > 0 && products.has(key(vendor, product))))
}

const key = (vendor: string, product: string | null) => JSON.stringify([vendor, product])
