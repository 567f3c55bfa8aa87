import type { Component, Link, Mitigation, Risk, Segment, Threat } from '../../model/records.ts'
import { foreignOf } from '../extension.ts'
import { elementOf, type Fields, keepFields, keptFields } from '../kept.ts'
import { type Item, type ListName, schemas } from './schemas.ts'
import { CONTROL_STATUS, CONTROL_STATUS_OF, type ControlStatus, IMPACTS, LIKELIHOODS } from './terms.ts'

/**
 * The elements of a TM-BOM: what is written for a record, and what is read of an element. Whatever is read here, writing it
 * again gives the same element.
 */

export const FORMAT = 'tm-bom'

/** All fields that the schema has for the items of a list. */
export const fieldsOf = (list: ListName): readonly string[] => Object.keys(schemas[list].def.shape)

/** Of those, the ones that no record of ours has a place for. */
const KEPT = {
  trust_zones: ['description'],
  actors: ['description', 'type', 'permissions', 'trust_zone'],
  components: ['description', 'parent_component', 'repo_link', 'trust_zone'],
  data_stores: ['description', 'type', 'trust_zone'],
  data_flows: ['description', 'has_sensitive_data', 'encrypted'],
  threats: ['threat_persona', 'event', 'sources', 'attack_mechanisms', 'weaknesses'],
  controls: ['description', 'threats', 'trust_boundary', 'status', 'priority'],
  risks: ['threats', 'impact_description'],
} as const

const kept = (record: object, list: keyof typeof KEPT): Fields => keptFields(record, FORMAT, KEPT[list])

const keeping = <T extends object>(
  record: T,
  element: Fields,
  list: keyof typeof KEPT,
  initial: Fields,
  more?: Fields,
): T => keepFields(record, FORMAT, element, KEPT[list], initial, more)

/** The symbolic name that an element had in its file, where that is no id that was free. */
export const nameBefore = (record: object): string | null => {
  const name = foreignOf(record, FORMAT)['symbolic_name']
  return typeof name === 'string' ? name : null
}

const NO_WORDS = { description: '' }

export const zoneOf = (segment: Segment, name: string): Fields =>
  elementOf(schemas.trust_zones, NO_WORDS, kept(segment, 'trust_zones'), {
    symbolic_name: name,
    title: segment.name,
  })

export const readZone = (zone: Item<'trust_zones'>): Partial<Segment> =>
  keeping({ name: zone.title }, zone, 'trust_zones', NO_WORDS)

export type NodeList = 'actors' | 'components' | 'data_stores'
export type Node = Item<'actors'> | Item<'components'> | Item<'data_stores'>

/** Which list a component stands in: that which it came from. */
export function nodeListOf(component: Component): NodeList {
  const { list } = foreignOf(component, FORMAT)
  return list === 'actors' || list === 'data_stores' ? list : 'components'
}

/** `zone`: the name of the trust zone that it is in, if any; `outside` that for what is in none. */
export function nodeOf(
  component: Component,
  name: string,
  zone: string | undefined,
  outside: string,
  vendorName: (id: string) => string,
): Fields {
  const list = nodeListOf(component)
  const initial = {
    ...NO_WORDS,
    ...(list === 'actors' ? { type: 'system' } : list === 'data_stores' ? { type: 'object' } : {}),
    trust_zone: outside,
  }
  const vendor = component.vendor === null || list !== 'data_stores' ? '' : vendorName(component.vendor)
  return elementOf(schemas[list], initial, kept(component, list), {
    symbolic_name: name,
    title: component.name,
    ...(zone === undefined ? {} : { trust_zone: zone }),
    ...(vendor === '' ? {} : { vendor }),
    ...(list === 'data_stores' && component.product !== null ? { product: component.product } : {}),
  })
}

export function readNode(
  node: Node,
  list: NodeList,
  segment: string | null,
  outside: string | null,
  vendorOf: (name: string | undefined) => string | null,
): Partial<Component> {
  const store = list === 'data_stores' ? (node as Item<'data_stores'>) : undefined
  const isKept = segment === null && node.trust_zone !== outside
  return keeping(
    {
      name: node.title,
      segment,
      ...(store === undefined ? {} : { vendor: vendorOf(store.vendor), product: store.product ?? null }),
    },
    isKept ? node : { ...node, trust_zone: undefined },
    list,
    NO_WORDS,
    list === 'components' ? {} : { list },
  )
}

/** Names of protocols that encrypt, in what people say protects a link. */
const ENCRYPTS = /tls|ipsec|macsec|prins|ssh|https|quic|srtp|encrypt/i

export const flowOf = (
  link: Link,
  name: string,
  source: Fields,
  destination: Fields,
  isSensitive: boolean,
): Fields =>
  elementOf(
    schemas.data_flows,
    { ...NO_WORDS, has_sensitive_data: isSensitive, encrypted: ENCRYPTS.test(link.protection ?? '') },
    kept(link, 'data_flows'),
    { symbolic_name: name, title: link.name ?? link.interface ?? '', source, destination },
  )

export const readFlow = (flow: Item<'data_flows'>, from: string | null, to: string | null): Partial<Link> =>
  keeping({ name: flow.title, from, to }, flow, 'data_flows', NO_WORDS)

/** `affected`: the names of the components that it is to. */
export const threatOf = (
  threat: Threat,
  name: string,
  affected: readonly string[],
  persona: string,
): Fields =>
  elementOf(schemas.threats, { threat_persona: persona, event: '', sources: [] }, kept(threat, 'threats'), {
    symbolic_name: name,
    title: threat.title,
    description: threat.description,
    ...(affected.length === 0 ? {} : { components_affected: affected }),
  })

/** Whether another tool said who poses the threat, and that fits. */
export const hasPersona = (threat: Threat): boolean => threatOf(threat, 'x', [], '')['threat_persona'] !== ''

/** All but what it is to. */
export const readThreat = (threat: Item<'threats'>, unspecified: string | null): Partial<Threat> =>
  keeping(
    { title: threat.title, description: threat.description },
    { ...threat, ...(threat.threat_persona === unspecified ? { threat_persona: undefined } : {}) },
    'threats',
    { event: '' },
  )

export function controlOf(mitigation: Mitigation, name: string): Fields {
  const { status: said, ...others } = kept(mitigation, 'controls')
  const isSame = typeof said === 'string' && CONTROL_STATUS[said as ControlStatus] === mitigation.status
  return elementOf(schemas.controls, { ...NO_WORDS, threats: [], priority: 'none' }, others, {
    symbolic_name: name,
    title: mitigation.title || (mitigation.control ?? ''),
    status: isSame ? said : CONTROL_STATUS_OF[mitigation.status],
  })
}

/** All but what it is on. */
export function readControl(control: Item<'controls'>): Partial<Mitigation> {
  const status = CONTROL_STATUS[control.status]
  const isPlain = CONTROL_STATUS_OF[status] === control.status
  const said = isPlain ? { ...control, status: undefined } : control
  return keeping({ title: control.title, status }, said, 'controls', NO_WORDS)
}

/** A vendor risk of ours. It rates no threat of the file. */
export function riskOf(risk: Risk, name: string): Fields {
  const score = risk.likelihood * risk.impact
  return elementOf(schemas.risks, { threats: [], impact_description: '' }, kept(risk, 'risks'), {
    symbolic_name: name,
    title: risk.title || (risk.category ?? ''),
    description: risk.rationale,
    likelihood: LIKELIHOODS[risk.likelihood - 1],
    impact: IMPACTS[risk.impact - 1],
    score,
    level: levelOf(score),
  })
}

/** The bands of RT2. */
const levelOf = (score: number): string =>
  score >= 16 ? 'critical' : score >= 10 ? 'high' : score >= 5 ? 'medium' : 'low'

/** Only for an element that carries a risk of ours: nothing else is one (EX6). */
export function readRisk(risk: Item<'risks'>): Partial<Risk> {
  const [likelihood, impact] = [LIKELIHOODS.indexOf(risk.likelihood) + 1, IMPACTS.indexOf(risk.impact) + 1]
  const initial = { impact_description: '' }
  return keeping(
    { title: risk.title, rationale: risk.description, likelihood, impact },
    risk,
    'risks',
    initial,
  )
}
