import { type Component, emptyModel, type Model } from '../src/core/model/records.ts'
import type { AccessPolicy } from '../src/core/model/terms.ts'
import { addComponent, addLink, addSegment, type Draft, emptyDraft } from './operator-draft.ts'
import { addMitigations } from './operator-mitigations.ts'
import { addRisks } from './operator-risks.ts'

export type NetworkOptions = Readonly<{ seed?: number; access?: AccessPolicy }>

const ARCS_PER_COMPONENT = 4
const TARGET_SHARE = 0.02
const USER_LINK_SHARE = 0.1
const MANAGED_SHARE = 0.75
const FORWARD_SHARE = 0.05
const GATEWAYS = 2

/** What stands in a zone of each kind, and over which interface neighbours talk. The catalogue knows all the names. */
const ZONE_KINDS = [
  { kind: 'ran', sites: ['gnb', 'gnb-du', 'enb'], gateway: 'segw', critical: 'smo', ring: 'xn' },
  {
    kind: 'transport',
    sites: ['agg-router', 'pe-router', 'csr'],
    gateway: 'pe-router',
    critical: 'segw',
    ring: 'ibgp',
  },
  { kind: 'core-5g', sites: ['smsf', 'chf', 'nwdaf'], gateway: 'firewall', critical: 'amf', ring: 'n11' },
  { kind: 'fixed-access', sites: ['olt', 'bng', 'msan'], gateway: 'bng', critical: 'segw', ring: 'bng-aaa' },
  { kind: 'ims', sites: ['ims-as', 'mgcf', 'bgcf'], gateway: 'ims-agw', critical: 's-cscf', ring: 'mw' },
  { kind: 'core-4g', sites: ['slf', 'ofcs', 'eir'], gateway: 'firewall', critical: 'mme', ring: 's6a' },
] as const
const EXTERNALS = ['ipx', 'internet', 'vendor-support', 'partner-plmn', 'transit-isp', 'enterprise'] as const

/**
 * A made-up operator's network of `size` components (100 or more): zones in which sites form a ring, two gateways from each
 * to the next zone of its region and to another region, and managers apart that own their zone's sites over control links.
 * Four arcs a component, 2 % critical components, about 5 % sources. The same for the same arguments; the ids are not in
 * the order of making. Links of the user plane carry nothing and come on top.
 */
export function operatorNetwork(size: number, { seed = 1, access = 'weakness' }: NetworkOptions = {}): Model {
  const draft = emptyDraft(seed)
  const regionOf = placeComponents(size, draft)
  layLinks(size, regionOf, draft)
  chooseTargets(Math.round(size * TARGET_SHARE), draft)
  const { vendors, risks } = addRisks(draft)
  const mitigations = addMitigations(risks, vendors, draft)
  const empty = emptyModel(`Operator of ${size}`)
  const { components, links, segments } = draft
  const meta = { ...empty.meta, policy: { ...empty.meta.policy, access } }
  const made: Model = { ...empty, meta, segments, vendors, components, links, risks, mitigations }
  // Copies of a blank record that are written over get a hidden class each, and reading them takes ten times as long: what
  // a file or a document is read to has one for all.
  return JSON.parse(JSON.stringify(made)) as Model
}

/** Gives the region of each zone. */
function placeComponents(size: number, draft: Draft): number[] {
  const { managers, zones } = draft
  const zoneSize = size >= 1000 ? 100 : Math.max(16, Math.round(size / 8))
  const zoneCount = Math.round(size / zoneSize)
  const regionCount = Math.ceil(Math.sqrt(zoneCount))
  const regions = Array.from({ length: regionCount }, (_, i) => addSegment(`Region ${i}`, null, null, draft))
  const management = addSegment('Management', 'management', null, draft)
  const outside = addSegment('Outside', 'external', null, draft)
  const regionOf = Array.from({ length: zoneCount }, (_, zone) => zone % regionCount)
  const manager = (name: string, fn: string) => addComponent(name, fn, management, draft)
  managers.top.push(manager('OSS', 'oss'), manager('Jump host', 'jump-host'), manager('Workstation', 'paw'))
  for (let region = 0; region < regionCount; region++) managers.region.push(manager(`NMS ${region}`, 'nms'))
  for (let zone = 0; zone < zoneCount; zone++) managers.zone.push(manager(`EMS ${zone}`, 'ems'))
  for (const fn of EXTERNALS) addComponent(`External ${fn}`, fn, outside, draft)
  const siteCount = size - draft.components.length
  for (let zone = 0; zone < zoneCount; zone++) {
    const { kind, sites, gateway } = zoneKind(zone)
    const segment = addSegment(`Zone ${zone}`, kind, regions[regionOf[zone] as number] ?? null, draft)
    const count =
      Math.floor(((zone + 1) * siteCount) / zoneCount) - Math.floor((zone * siteCount) / zoneCount)
    zones.push(
      Array.from({ length: count }, (_, i) =>
        addComponent(
          `Site ${zone}.${i}`,
          i < GATEWAYS ? gateway : (sites[i % sites.length] ?? null),
          segment,
          draft,
        ),
      ),
    )
  }
  return regionOf
}

const zoneKind = (zone: number) => ZONE_KINDS[zone % ZONE_KINDS.length] as (typeof ZONE_KINDS)[number]

function layLinks(size: number, regionOf: readonly number[], draft: Draft): void {
  const { random, zones, managers, components } = draft
  let arcs = 0
  const lay = (from: number, to: number, name: string | null, forward = random.next() < FORWARD_SHARE) => {
    addLink(from, to, name, forward, draft)
    arcs += forward ? 1 : 2
  }
  const [oss, jump, workstation] = managers.top as [number, number, number]
  lay(workstation, jump, 'paw-jump', false)
  lay(jump, oss, 'cli', false)
  for (const nms of managers.region) {
    lay(oss, nms, 'itf-n', false)
    lay(jump, nms, 'cli', false)
  }
  zones.forEach((sites, zone) => {
    const { ring } = zoneKind(zone)
    const region = regionOf[zone] as number
    const ems = managers.zone[zone] as number
    lay(managers.region[region] as number, ems, 'itf-n', false)
    sites.forEach((site, i) => {
      lay(site, sites[(i + 1) % sites.length] as number, ring)
      if (random.next() < MANAGED_SHARE) lay(ems, site, 'ems-ne')
    })
    const besides = zones[(zone + managers.region.length) % zones.length] as number[]
    const beyond = zones[(zone + 1) % zones.length] as number[]
    lay(sites[0] as number, besides[GATEWAYS - 1] as number, 'ibgp')
    lay(sites[1] as number, beyond[0] as number, 'ibgp')
  })
  components.forEach(({ function: fn }, external) => {
    if (!EXTERNALS.some((name) => name === fn)) return
    for (const zone of random.sample(zones, 3)) lay(zone[0] as number, external, 'ebgp', false)
  })
  const missing = () => size * ARCS_PER_COMPONENT - arcs
  while (missing() > 0) {
    const zone = random.below(zones.length)
    const [from, to] = random.sample(zones[zone] as number[], 2) as [number, number]
    lay(from, to, zoneKind(zone).ring, missing() === 1 || random.next() < FORWARD_SHARE)
  }
  for (let count = Math.round(size * USER_LINK_SHARE); count > 0; count--) {
    const [from, to] = random.sample(random.pick(zones), 2) as [number, number]
    addLink(from, to, 'n3', false, draft)
  }
}

/** Half of them managers, which the catalogue calls critical; the managers that are left over are not. */
function chooseTargets(count: number, draft: Draft): void {
  const { random, components, managers, zones } = draft
  const all = [...managers.top, ...managers.region, ...managers.zone]
  const critical = new Set(random.sample(all, Math.floor(count / 2)))
  const change = (at: number, fields: Partial<Component>) => {
    components[at] = { ...(components[at] as Component), ...fields }
  }
  for (const manager of all) if (!critical.has(manager)) change(manager, { criticality: 'high' })
  for (const [zone, sites] of zones.entries())
    for (const site of sites.slice(0, GATEWAYS))
      if (zoneKind(zone).gateway === 'segw') change(site, { criticality: 'high' })
  const inner = zones.flatMap((sites, zone) => sites.slice(GATEWAYS).map((site) => ({ site, zone })))
  for (const { site, zone } of random.sample(inner, count - critical.size))
    change(site, { function: zoneKind(zone).critical })
}
