import type { Normalised } from '../../model/normalise.ts'
import { normalisedOf } from './model-of.ts'

export type Measures = Readonly<{ components: number; mitigations: number; seed: number }>

type Fields = Readonly<{ id?: string } & Record<string, unknown>>

/**
 * A network as operators build them: zones of fifty components in a ring, access within a zone and to the next over a few
 * border links, and in each zone a manager that owns the rest, all of them owned by one of two central managers. About
 * four arcs a component, 5 % sources, of which half are weaknesses of one product, 2 % critical components; mitigations on
 * links, components, segments and vendors. The same for the same measures.
 */
export function operatorModel({ components: size, mitigations: count, seed }: Measures): Normalised {
  const random = randomNumbers(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const zones = Math.max(2, Math.round(size / 50))
  const name = (index: number) => `c${String(index).padStart(5, '0')}`
  const zoneOf = (index: number) => index % zones
  const inZone = (zone: number) => zone + zones * below(Math.floor((size - zone - 1) / zones) + 1)
  const vendors = Array.from({ length: 12 }, (_, index) => `v${index}`)
  const isManager = (index: number) => index < zones
  const components: Fields[] = Array.from({ length: size }, (_, index) => ({
    id: name(index),
    segment: `s${zoneOf(index)}`,
    vendor: vendors[below(vendors.length)],
    product: `p${below(8)}`,
    criticality: !isManager(index) && below(50) === 0 ? 'critical' : 'low',
    untrusted: !isManager(index) && below(100) === 0,
  }))
  const links: Fields[] = []
  const link = (from: number, to: number, carries: string, direction = 'both') =>
    links.push({
      id: `l${String(links.length).padStart(6, '0')}`,
      from: name(from),
      to: name(to),
      carries,
      direction,
    })
  for (let index = 0; index < size; index++) {
    const zone = zoneOf(index)
    if (!isManager(index)) link(zone, index, 'control', below(3) === 0 ? 'both' : 'forward')
    else if (zone > 1) link(zone % 2, index, 'control', 'forward')
    link(index, inZone(zone), 'access')
    if (below(2) === 0) link(index, inZone(zone), 'access', 'forward')
    if (below(8) === 0) link(index, inZone((zone + 1) % zones), 'access')
  }
  const risks: Fields[] = Array.from({ length: Math.round(size / 40) }, (_, index) => ({
    id: `f${String(index).padStart(4, '0')}`,
    on: { component: name(below(size)) },
    propagation: 'foothold',
  }))
  for (let index = 0; index < Math.round(size / 100); index++) {
    risks.push({
      id: `w${String(index).padStart(4, '0')}`,
      on: { component: name(below(size)) },
      propagation: 'weakness',
    })
  }
  for (let index = 0; index < 12; index++) {
    const on = { vendor: vendors[index], product: index % 2 === 0 ? null : `p${below(8)}` }
    risks.push({ id: `x${index}`, on, propagation: 'weakness' })
  }
  const critical = components.flatMap(({ criticality }, index) =>
    criticality === 'critical' ? [name(index)] : [],
  )
  const some = (ids: readonly unknown[]) => ids[below(ids.length)]
  const near = links.filter(({ to, from }) => [to, from].some((end) => critical.includes(String(end))))
  const kinds: readonly (() => Fields)[] = [
    () => ({ ...BLOCKS, effort: 1 + below(3), on: [{ link: some(near.map(({ id }) => id)) }] }),
    () => ({ ...BLOCKS, effort: 2 + below(5), on: [{ component: some(critical) }] }),
    () => ({ ...BLOCKS, effort: 5 + below(10), on: [{ segment: `s${below(zones)}` }] }),
    () => ({ ...CONTAINS, effort: 5 + below(10), on: [{ segment: `s${below(zones)}` }] }),
    () => ({ ...BLOCKS, effort: 1 + below(3), on: [{ link: some(near.map(({ id }) => id)) }] }),
    () => ({ ...CONTAINS, effort: 1 + below(4), on: [{ component: name(below(zones)) }] }),
    () => ({
      ...BLOCKS,
      effort: 3 + below(6),
      on: [{ component: some(critical) }, { component: some(critical) }],
    }),
    () => ({ ...BLOCKS, effort: null, on: [{ component: name(below(zones)) }] }),
    () => ({ ...BLOCKS, effort: 20 + below(30), on: [{ vendor: some(vendors) }] }),
    () => ({ ...CONTAINS, effort: 20 + below(30), on: [{ vendor: some(vendors) }] }),
    () => ({ effect: 'removes-risk', effort: 4 + below(9), treats: [`x${below(12)}`], on: [] }),
    () => ({
      effect: 'removes-risk',
      effort: 2 + below(9),
      treats: risks.map(({ id }) => id).filter(() => below(8) === 0),
      on: [],
    }),
  ]
  const mitigations = Array.from({ length: count }, (_, index) => ({
    id: `m${String(index).padStart(3, '0')}`,
    status: 'proposed',
    ...kinds[index % kinds.length]?.(),
  }))
  return normalisedOf({
    segments: Array.from({ length: zones }, (_, zone) => ({ id: `s${zone}` })),
    vendors: vendors.map((id) => ({ id })),
    components,
    links,
    risks,
    mitigations,
  })
}

const BLOCKS = { effect: 'blocks-propagation' }
const CONTAINS = { effect: 'contains-node' }

/** Mulberry32: numbers from 0 to 1 that are the same everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
