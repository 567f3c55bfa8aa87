import type { Component } from '../../model/records.ts'
import { blankComponent, blankLink, blankSegment } from '../blanks.ts'
import { flowOf, type Node, type NodeList, nodeOf, readFlow, readNode, readZone, zoneOf } from './elements.ts'
import type { Reading, Registered } from './reading.ts'
import type { Item } from './schemas.ts'

/** Zones, what stands in them, and what flows between. */
export type Network = Readonly<{
  zones: readonly Registered<'trust_zones'>[]
  nodes: readonly Registered<NodeList>[]
  flows: readonly Registered<'data_flows'>[]
}>

/** Gives the elements their ids, and says where they are. */
export function registerNetwork(reading: Reading): Network {
  const { document, extension, names } = reading
  const { lists } = document
  const zones = lists.trust_zones
    .filter(({ symbolic_name }) => symbolic_name !== extension.outside)
    .map((zone) => reading.register('trust_zones', zone))
  for (const { element, id } of zones) names.set('trust_zones', element.symbolic_name, id)
  const nodes = (['actors', 'components', 'data_stores'] as const).flatMap((list) =>
    (lists[list] as readonly Node[]).map(
      (node): Registered<NodeList> => reading.register<NodeList>(list, node),
    ),
  )
  for (const { list, element, id } of nodes) names.set(list, element.symbolic_name, id)
  return { zones, nodes, flows: lists.data_flows.map((flow) => reading.register('data_flows', flow)) }
}

/** `outermost`: the segment around all that lies in none. */
export function readNetwork(reading: Reading, network: Network, outermost: string | null): void {
  const { draft, extension } = reading
  for (const zone of network.zones) {
    const { element, own, id } = zone
    const blank = { ...blankSegment(id), parent: outermost }
    const { record, words } = reading.settle(
      { id, own, element },
      blank,
      (mine) => readZone(zoneOf(mine, element.symbolic_name) as Item<'trust_zones'>),
      readZone(element),
    )
    reading.add(zone, record, words)
  }
  if (extension.outside !== null) draft.account.carried('trust zone', extension.outside)
  const sensitive = sensitiveStores(reading)
  for (const node of network.nodes) addNode(reading, node, outermost, sensitive)
  const secret = new Set(network.nodes.flatMap(({ own }) => (own?.sensitiveData === true ? [own.id] : [])))
  for (const flow of network.flows) addFlow(reading, flow, secret)
}

/** Data stores with data sets of which the file says that they are sensitive. */
const sensitiveStores = ({ document }: Reading): ReadonlySet<string | undefined> =>
  new Set(
    document.lists.data_sets
      .filter(({ data_sensitivity }) => data_sensitivity.length > 0)
      .flatMap(({ placements }) => placements.map(({ data_store }) => data_store)),
  )

function addNode(
  reading: Reading,
  node: Registered<NodeList>,
  outermost: string | null,
  sensitive: ReadonlySet<string | undefined>,
): void {
  const { list, element, id, own } = node
  const { extension, names, draft } = reading
  const read = (one: Node): Partial<Component> =>
    readNode(one, list, names.segmentOf(one.trust_zone), extension.outside, reading.vendorOf)
  const { record, words } = reading.settle(
    { id, own, element },
    blankComponent(id),
    (mine) => read(writtenNode(reading, mine, element.symbolic_name)),
    read(element),
  )
  const isThere = record.segment !== null || own !== null
  const isSecret = own === null && list === 'data_stores' && sensitive.has(element.symbolic_name)
  const component: Component = {
    ...record,
    segment: isThere ? record.segment : outermost,
    ...(isSecret ? { sensitiveData: true } : {}),
  }
  const isAdded = reading.add(node, component, [
    ...words,
    ...(isThere ? [] : [`its trust zone ${element.trust_zone} is not in the file: it stands in none`]),
  ])
  const type = 'type' in element && typeof element.type === 'string' ? ` ${element.type}` : ''
  if (isAdded && own === null)
    draft.isForeign(id, `${list.replace('_', ' ').replace(/s$/, '')}${type}`, component.name)
}

const writtenNode = (reading: Reading, component: Component, name: string): Node => {
  const zone = component.segment === null ? undefined : reading.nameOf('trust_zones', component.segment)
  return nodeOf(component, name, zone, reading.extension.outside ?? '', reading.vendorName) as Node
}

function addFlow(reading: Reading, flow: Registered<'data_flows'>, secret: ReadonlySet<string>): void {
  const { element, id, own } = flow
  const { names } = reading
  const ends = [element.source, element.destination]
  const [from, to] = ends.map(({ object, type }) => names.componentOf(object, type)) as [
    string | null,
    string | null,
  ]
  const { record, words } = reading.settle(
    { id, own, element },
    { ...blankLink(id), direction: 'forward' as const },
    (mine) => {
      const isSensitive = [mine.from, mine.to].some((end) => end !== null && secret.has(end))
      const written = flowOf(mine, element.symbolic_name, element.source, element.destination, isSensitive)
      return readFlow(written as Item<'data_flows'>, mine.from, mine.to)
    },
    readFlow(element, from, to),
  )
  const standIns = ends.filter((_, nth) => names.isStandIn([from, to][nth] ?? null))
  reading.add(flow, record, [
    ...words,
    ...standIns.map(
      ({ object }) => `ends at ${object}, which is no component of the file: one stands there for it`,
    ),
  ])
}
