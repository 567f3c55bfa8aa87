import { tooManyRecords } from '../too-large.ts'
import { READ_LIMITS } from '../limits.ts'
import { localName, type XmlElement } from '../xml.ts'
import { type Data, dataOf, type Keys, NOTHING_USUAL, type Usual, usualOf } from './data.ts'

/** A node, edge, graph or the like, with what is said of it and the node or graph that it lies in. */
export type Item = Readonly<{
  element: XmlElement
  kind: 'graph' | 'node' | 'edge' | 'hyperedge' | 'port'
  data: Data
  /** The node whose graph it is in; null at the top. */
  within: Item | null
  /** The graph at the top. */
  graph: Item | null
  /** Whether edges have a direction where they do not say. */
  isDirected: boolean
  /** That there is a graph in it. */
  isGroup: boolean
}>

const KINDS = ['graph', 'node', 'edge', 'hyperedge', 'port'] as const

/** All of a file, in its order; graphs in nodes are no items of their own. */
export function itemsOf(file: XmlElement, keys: Keys): readonly Item[] {
  const usual: Partial<Record<Item['kind'], Usual>> = {
    node: usualOf(keys, 'node'),
    edge: usualOf(keys, 'edge'),
    graph: usualOf(keys, 'graph'),
  }
  const items: Item[] = []
  const read = (parent: XmlElement, within: Item | null, graph: Item | null, isDirected: boolean): void => {
    for (const element of parent.children) {
      const kind = KINDS.find((one) => one === localName(element.name))
      if (kind === undefined) continue
      const directed = kind === 'graph' ? element.attributes.get('edgedefault') === 'directed' : isDirected
      if (kind === 'graph' && within !== null) {
        read(element, within, graph, directed)
        continue
      }
      const data = dataOf(element, keys, usual[kind] ?? NOTHING_USUAL)
      const isGroup = element.children.some(({ name }) => localName(name) === 'graph')
      const item: Item = { element, kind, data, within, graph, isDirected: directed, isGroup }
      if (items.length === READ_LIMITS.records) throw tooManyRecords()
      items.push(item)
      if (kind === 'graph') read(element, null, item, directed)
      if (kind === 'node') read(element, item, graph, isDirected)
    }
  }
  read(file, null, null, false)
  return items
}
