import type { Component } from '../../model/records.ts'
import { blankComponent, blankLink, blankSegment } from '../blanks.ts'
import type { BlueprintParts } from './document.ts'
import {
  type Around,
  flowOf,
  type NodeList,
  nodeOf,
  readActor,
  readAsset,
  readFlow,
  readStore,
  readZone,
  FIELDS,
  zoneOf,
} from './elements.ts'
import { type Fields, wordsForStrange } from '../kept.ts'
import { termName } from './parties.ts'
import type { Reading, Registered } from './reading.ts'
import type { Actor, Asset, Flow, Store, Zone } from './schemas.ts'

type Node = Readonly<{
  list: NodeList
  what: string
  type: string
  registered: Registered<'components', Fields>
  read: (element: Fields) => Partial<Component>
}>

export type RegisteredBlueprint = Readonly<{
  parts: BlueprintParts
  zones: readonly Registered<'segments', Zone>[]
  nodes: readonly Node[]
  flows: readonly Registered<'links', Flow>[]
}>

/** Gives the elements of a blueprint their ids, and says where they are. */
export function registerBlueprint(parts: BlueprintParts, reading: Reading): RegisteredBlueprint {
  const { places, around } = reading
  const zones = parts.zones.map((zone) => reading.register('segments', zone))
  for (const { element, id } of zones) places.set(element['bom-ref'], { segment: id })
  const nodes = [
    ...parts.assets.map((asset) => nodeOfAsset(asset, reading, around)),
    ...parts.stores.map(
      (store): Node => ({
        list: 'dataStores',
        what: 'data store',
        type: `data store ${termName(store.type) ?? ''}`,
        registered: reading.register('components', store),
        read: (element) => readStore(element as Store, around),
      }),
    ),
    ...parts.actors.map(
      (actor): Node => ({
        list: 'actors',
        what: 'actor',
        type: 'actor',
        registered: reading.register('components', actor),
        read: (element) => readActor(element as Actor, around),
      }),
    ),
  ]
  for (const { registered } of nodes) {
    const { element, id } = registered
    places.set(String(element['bom-ref']), { component: id })
    for (const alias of [element['componentRef'], element['partyRef'], element['party']]) {
      if (typeof alias === 'string') places.set(alias, { component: id })
    }
  }
  for (const boundary of parts.boundaries) places.set(boundary['bom-ref'], { zones: boundary.zones })
  const flows = parts.flows.map((flow) => reading.register('links', flow))
  for (const { element, id } of flows) places.set(element['bom-ref'], { link: id })
  return { parts, zones, nodes, flows }
}

function nodeOfAsset(asset: Asset, reading: Reading, around: Around): Node {
  const declared = around.index.get(asset.componentRef ?? '')
  return {
    list: 'assets',
    what: 'asset',
    type: termName(asset.type) ?? termName(declared?.['type']) ?? 'party',
    registered: reading.register('components', asset),
    read: (element) => readAsset(element as Asset, around),
  }
}

/** `around`: the segment around all that lies in none. */
export function readBlueprint(blueprint: RegisteredBlueprint, reading: Reading, around: string | null): void {
  for (const zone of blueprint.zones) addZone(zone, reading, around)
  for (const node of blueprint.nodes) addNode(node, reading, around)
  for (const flow of blueprint.flows) addFlow(flow, reading)
}

function addZone(zone: Registered<'segments', Zone>, reading: Reading, around: string | null): void {
  const { element, id, own } = zone
  const { record, words } = reading.settle(
    zone,
    blankSegment(id),
    (record) => readZone(zoneOf(record, element['bom-ref'], reading.refOf) as Zone, reading.around),
    readZone(element, reading.around),
  )
  const parent = own === null ? (record.parent ?? around) : record.parent
  const strange = wordsForStrange(element, FIELDS.zones)
  reading.add('segments', { ...record, parent }, 'zone', element['bom-ref'], [...words, ...strange])
}

function addNode(node: Node, reading: Reading, around: string | null): void {
  const { registered, list, read, type, what } = node
  const { element, id, own } = registered
  const ref = String(element['bom-ref'])
  const { record, words } = reading.settle(
    registered,
    blankComponent(id),
    (record) => read(nodeOf(record, ref, reading.refOf, reading.vendorName)),
    read(element),
  )
  const segment = own === null ? (record.segment ?? around) : record.segment
  const component = { ...record, segment }
  const isAdded = reading.add('components', component, what, ref, [
    ...words,
    ...wordsForStrange(element, FIELDS[list]),
  ])
  if (isAdded && own === null) reading.draft.isForeign(id, type, component.name)
}

function addFlow(flow: Registered<'links', Flow>, reading: Reading): void {
  const { element, id } = flow
  const { record, words } = reading.settle(
    flow,
    blankLink(id),
    (record) => readFlow(flowOf(record, element['bom-ref'], reading.refOf) as Flow, reading.around),
    readFlow(element, reading.around),
  )
  const standIns = [element.source, element.destination].filter((ref) => reading.places.isStandIn(ref))
  reading.add('links', record, 'flow', element['bom-ref'], [
    ...words,
    ...standIns.map(
      (ref) => `ends at ${reading.places.nameOf(ref)}, which is no component: one stands there for it`,
    ),
    ...wordsForStrange(element, FIELDS.flows),
  ])
}
