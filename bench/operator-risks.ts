import { BLANK_RISK } from '../src/core/model/blank.ts'
import type { Component, Risk, Vendor } from '../src/core/model/records.ts'
import type { Draft } from './operator-draft.ts'

const VENDORS = 8
/** Of these each the first `PRODUCT_FOOTHOLDS` let somebody hold a product, the others let somebody in. */
const MOST_PRODUCT_RISKS = 24
const FOOTHOLD_SHARE = 0.016
const WEAKNESS_SHARE = 0.042
/** Weak gateways for each zone, so that the walk goes on from zone to zone. */
const WEAK_GATEWAYS = 1.2

const FOOTHOLDS = ['vr-build', 'vr-update-channel', 'vr-hidden-function', 'vr-remote-access'] as const
const WEAKNESSES = ['vr-vulns', 'vr-credentials', 'vr-third-party', 'vr-misconfig', 'vr-crypto'] as const
const RAISES = ['vr-patch', 'vr-hardening', 'vr-testing', 'vr-no-root-of-trust'] as const

/** Vendors and products for every component, and risks on them; two managers in three have a weakness. */
export function addRisks(draft: Draft): { vendors: Vendor[]; risks: Risk[] } {
  const { random, newId, components, managers, zones } = draft
  const vendors = Array.from({ length: VENDORS }, (_, i) => ({
    id: newId(),
    name: `Vendor ${i}`,
    restricted: i === VENDORS - 1,
  }))
  const supply = (at: number, vendor: number, product: string) => {
    components[at] = {
      ...(components[at] as Component),
      vendor: vendors[vendor % VENDORS]?.id ?? null,
      product,
    }
  }
  for (let at = 0; at < components.length; at++)
    supply(at, random.below(VENDORS), `Series ${random.below(4)}`)

  const count = Math.min(MOST_PRODUCT_RISKS, Math.max(6, Math.round(components.length / 40)))
  const footholds = Math.floor(count * 0.4)
  const weakManagers = [...managers.zone, ...managers.region].filter((_, i) => i % 3 !== 0)
  const held = Math.ceil(components.length * FOOTHOLD_SHARE)
  const weak = Math.max(0, Math.ceil(components.length * WEAKNESS_SHARE) - weakManagers.length)
  const gateways = random.sample(
    zones.flatMap((sites) => sites.slice(0, 2)),
    Math.min(weak, Math.floor(zones.length * WEAK_GATEWAYS)),
  )
  const others = new Set(gateways)
  const sites = zones.flat().filter((at) => !others.has(at))
  const bearers = [...random.sample(sites, held + weak - gateways.length), ...gateways]
  bearers.forEach((at, i) => {
    const risk = i < held ? i % footholds : footholds + 2 + (i % (count - footholds - 2))
    supply(at, risk, `Line ${risk}`)
  })
  weakManagers.forEach((at, i) => supply(at, footholds + (i % 2), `Line ${footholds + (i % 2)}`))

  const risk = (title: string, category: string, on: Risk['on'], more: Partial<Risk> = {}): Risk => ({
    ...BLANK_RISK,
    id: newId(),
    title,
    category,
    on,
    likelihood: 1 + random.below(5),
    impact: 1 + random.below(5),
    ...more,
  })
  const idOf = (vendor: number) => vendors[vendor % VENDORS]?.id ?? ''
  const onProducts = Array.from({ length: count }, (_, i) =>
    risk(
      `Product line ${i}`,
      i < footholds ? random.pick(FOOTHOLDS) : random.pick(WEAKNESSES),
      {
        vendor: idOf(i),
        product: `Line ${i}`,
      },
      i % 9 === 8
        ? { status: 'accepted', acceptedUntil: i % 2 === 0 ? '2030-01-01' : null, rationale: 'Known.' }
        : {},
    ),
  )
  const onComponents = random.sample(bearers, 6).map((at, i) =>
    risk(`Site finding ${i}`, i % 2 === 0 ? FOOTHOLDS[1] : WEAKNESSES[1], {
      component: components[at]?.id ?? '',
    }),
  )
  const onVendors = RAISES.map((category, i) =>
    risk(`Practice ${i}`, category, { vendor: idOf(i * 2) }, { propagation: 'raises-likelihood' }),
  )
  const over = (['closed', 'not-applicable'] as const).map((status, i) =>
    risk(
      `Done with ${i}`,
      WEAKNESSES[2],
      { vendor: idOf(i), product: 'Series 1' },
      { status, rationale: 'Replaced.' },
    ),
  )
  return { vendors, risks: [...onProducts, ...onComponents, ...onVendors, ...over] }
}
