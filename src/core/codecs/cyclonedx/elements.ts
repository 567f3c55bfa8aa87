import { functionById } from '../../catalogue/functions.ts'
import { isFields } from '../../model/issues.ts'
import type { Component, Link, Segment } from '../../model/records.ts'
import { fits } from '../findings.ts'
import { elementOf, type Fields } from '../kept.ts'
import { calledBefore, keeping, keptOf, listOf } from './kept.ts'
import { partyName, partyWith, renamed } from './parties.ts'
import {
  actorSchema,
  type Actor,
  type Asset,
  assetSchema,
  type Flow,
  flowSchema,
  type Store,
  storeSchema,
  type Zone,
  zoneSchema,
} from './schemas.ts'
import { CRITICALITY, CRITICALITY_OF } from './terms.ts'

/**
 * The elements of a blueprint: what is written for a record, and what is read of an element. Whatever is read here, writing
 * it again gives the same element.
 */

/** The reference of the record with this id, where it has an element of its own. */
export type RefOf = (id: string) => string | undefined

/** What reading needs to know of the rest of the file. */
export type Around = Readonly<{
  index: ReadonlyMap<string, Fields>
  segmentOf: (ref: string | undefined) => string | null
  /** The component that a flow ends at, or the one that stands there for it. */
  endOf: (ref: string) => string | null
  vendorOf: (name: string | undefined) => string | null
}>

const ZONE = ['type', 'description', 'parent', 'characteristics', 'constraints', 'properties']
const ASSET = [
  'componentRef',
  'partyRef',
  'type',
  'description',
  'zone',
  'classification',
  'tags',
  'responsibilities',
  'interfaces',
  'useCases',
  'authentication',
  'authorization',
  'ownership',
  'properties',
  'externalReferences',
]
const STORE = [
  'type',
  'description',
  'environment',
  'zone',
  'location',
  'technologies',
  'dataSets',
  'authorization',
  'properties',
]
const ACTOR = ['party', 'description', 'permissions', 'zone', 'properties']
const FLOW = [
  'description',
  'type',
  'synchronous',
  'encrypted',
  'volume',
  'timing',
  'protocols',
  'dataProfiles',
  'dataObjects',
  'authentication',
  'authorization',
  'sequence',
  'properties',
]
const OF_NO_KIND = { type: 'component' }
const OF_ZONES = { type: 'network' }
const OF_FLOWS = { type: 'data' }

/** All fields that the standard has for the items of a list. */
export const FIELDS = {
  zones: ['bom-ref', 'name', ...ZONE],
  assets: ['bom-ref', 'name', ...ASSET],
  dataStores: ['bom-ref', 'name', 'vendor', 'product', 'version', ...STORE],
  actors: ['bom-ref', ...ACTOR],
  flows: ['bom-ref', 'name', 'source', 'destination', 'bidirectional', ...FLOW],
}

const without = (names: readonly string[], name: string, isOut: boolean): readonly string[] =>
  isOut ? names.filter((one) => one !== name) : names

export function zoneOf(segment: Segment, ref: string, refOf: RefOf): Fields {
  const parent = segment.parent === null ? undefined : refOf(segment.parent)
  return elementOf(zoneSchema, OF_ZONES, keptOf(segment, ZONE), {
    'bom-ref': ref,
    name: segment.name || segment.id,
    ...(parent === undefined ? {} : { parent }),
  })
}

export function readZone(zone: Zone, around: Around): Partial<Segment> {
  const parent = around.segmentOf(zone.parent)
  return keeping({ name: zone.name, parent }, zone, without(ZONE, 'parent', parent !== null), OF_ZONES)
}

export type NodeList = 'assets' | 'dataStores' | 'actors'

/** Which list of a blueprint a component stands in: that which it came from. */
export const nodeListOf = (component: Component): NodeList => {
  const list = listOf(component)
  return list === 'dataStores' || list === 'actors' ? list : 'assets'
}

export function nodeOf(
  component: Component,
  ref: string,
  refOf: RefOf,
  vendorName: (id: string) => string,
): Fields {
  const zone = component.segment === null ? undefined : refOf(component.segment)
  const own = { 'bom-ref': ref, ...(zone === undefined ? {} : { zone }) }
  const name = component.name || component.id
  switch (nodeListOf(component)) {
    case 'dataStores':
      return elementOf(storeSchema, { type: 'object' }, keptOf(component, STORE), {
        ...own,
        name,
        ...(component.vendor === null ? {} : { vendor: vendorName(component.vendor) }),
        ...(component.product === null ? {} : { product: component.product }),
        ...(component.version === null ? {} : { version: component.version }),
      })
    case 'actors': {
      const kept = keptOf(component, ACTOR)
      const isSame = calledBefore(component) === name
      const party = isSame ? kept['party'] : renamed(kept['party'], name)
      const element = elementOf(actorSchema, {}, kept, { ...own, party })
      return fits(actorSchema, element) ? element : { ...own, party: renamed(undefined, name) }
    }
    default:
      return assetOf(component, name, own)
  }
}

function assetOf(component: Component, name: string, own: Fields): Fields {
  const { type, classification: said, ...kept } = keptOf(component, ASSET)
  const { criticality: grade, ...more } = isFields(said) ? said : {}
  const { criticality } = component
  if (criticality !== null) {
    const isSame = typeof grade === 'string' && CRITICALITY[grade] === criticality
    more['criticality'] = isSame ? grade : CRITICALITY_OF[criticality]
  }
  const mine = { ...own, ...(Object.keys(more).length === 0 ? {} : { classification: more }) }
  const plain = { type: component.function === null ? OF_NO_KIND.type : functionTerm(component.function) }
  const way = kept['componentRef'] === undefined && kept['partyRef'] === undefined ? 'inline' : 'elsewhere'
  const typed = type === undefined ? {} : { type }
  if (way === 'inline') return elementOf(assetSchema, plain, { ...kept, ...typed }, { ...mine, name })
  // Of what is said elsewhere, a type and a name together would be a second way to say it.
  const whole = { ...kept, ...(type === undefined ? { name } : typed), ...mine }
  return fits(assetSchema, whole) ? whole : { ...plain, ...own, name }
}

function functionTerm(id: string): Fields {
  const known = functionById(id)
  return known === null ? { name: id } : { name: known.name, description: known.fullName }
}

export function readAsset(asset: Asset, around: Around): Partial<Component> {
  const declared = asset.componentRef === undefined ? undefined : around.index.get(asset.componentRef)
  const elsewhere = asset.componentRef ?? asset.partyRef
  const said = elsewhere === undefined ? undefined : textOf(around.index.get(elsewhere)?.['name'])
  const party = asset.partyRef === undefined ? undefined : partyName(asset.partyRef, around.index)
  const segment = around.segmentOf(asset.zone)
  const { criticality: grade, ...classification } = asset.classification ?? {}
  if (grade === 'minimal') classification['criticality'] = grade
  return keeping(
    {
      name: asset.name ?? said ?? party ?? asset['bom-ref'],
      segment,
      criticality: grade === undefined ? null : (CRITICALITY[grade] ?? null),
      vendor: around.vendorOf(partyWith(declared?.['parties'], ['manufacturer', 'supplier'], around.index)),
      product: textOf(declared?.['name']) ?? null,
      version: textOf(declared?.['version']) ?? null,
    },
    { ...asset, classification: Object.keys(classification).length === 0 ? undefined : classification },
    without(ASSET, 'zone', segment !== null),
    OF_NO_KIND,
  )
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

export function readStore(store: Store, around: Around): Partial<Component> {
  const segment = around.segmentOf(store.zone)
  return keeping(
    {
      name: store.name,
      segment,
      vendor: around.vendorOf(store.vendor),
      product: store.product ?? null,
      version: store.version ?? null,
    },
    store,
    without(STORE, 'zone', segment !== null),
    {},
    { list: 'dataStores' },
  )
}

export function readActor(actor: Actor, around: Around): Partial<Component> {
  const segment = around.segmentOf(actor.zone)
  const name = partyName(actor.party, around.index) ?? actor['bom-ref']
  const names = without(ACTOR, 'zone', segment !== null)
  return keeping({ name, segment }, actor, names, {}, { list: 'actors', called: name })
}

export function flowOf(link: Link, ref: string, refOf: RefOf): Fields {
  return elementOf(flowSchema, OF_FLOWS, keptOf(link, FLOW), {
    'bom-ref': ref,
    name: link.name || link.interface || link.id,
    source: (link.from === null ? undefined : refOf(link.from)) ?? String(link.from),
    destination: (link.to === null ? undefined : refOf(link.to)) ?? String(link.to),
    ...(link.direction === 'both' ? { bidirectional: true } : {}),
  })
}

export function readFlow(flow: Flow, around: Around): Partial<Link> {
  return keeping(
    {
      name: flow.name,
      from: around.endOf(flow.source),
      to: around.endOf(flow.destination),
      direction: flow.bidirectional === true ? 'both' : 'forward',
    },
    flow,
    FLOW,
    OF_FLOWS,
  )
}
