import { type Parsed, refused } from '../../model/problem.ts'
import type { Imported, Reader } from '../codec.ts'
import { Draft } from '../draft.ts'
import { Drawing } from '../drawing/drawing.ts'
import { titleOf } from '../file-name.ts'
import type { ReadLimits } from '../limits.ts'
import { localName, rootName, type XmlElement } from '../xml.ts'
import { allFields, keysOf } from './data.ts'
import { type Item, itemsOf } from './graphs.ts'
import {
  addComponent,
  addHyperedge,
  addLink,
  addSegment,
  type Context,
  type Named,
  nameOf,
} from './pieces.ts'
import { placesOf } from './places.ts'

/**
 * Reads graphs as GraphML has them, with what the yEd editor and the Internet Topology Zoo add: where nodes are drawn or lie
 * on Earth. Nodes are components, nodes with a graph in them segments, edges links. A hyperedge is a component that is
 * linked to all that it joins. Fields that mean nothing here are kept with the record.
 */
export const readGraphml: Reader = {
  format: 'graphml',
  detect: (source) => {
    const text = source.looksLike === 'xml' ? source.text() : null
    return text?.ok === true && localName(rootName(text.value) ?? '') === 'graphml'
  },
  read: (source) => {
    const xml = source.xml()
    return xml.ok ? readGraphs(xml.value, titleOf(source.name), source.limits) : xml
  },
}

function readGraphs(file: XmlElement, title: string, limits: ReadLimits): Parsed<Imported> {
  const items = itemsOf(file, keysOf(file))
  if (items.reduce((sum, { data }) => sum + data.usual.weight, 0) > limits.values) return tooManyUsual(limits)
  const { boxes, isPlaced, fit } = placesOf(items)
  const draft = new Draft('graphml')
  const drawing = new Drawing(draft)
  const context: Context = { draft, drawing, boxes }
  const isOne = items.filter(({ kind }) => kind === 'graph').length === 1
  const ids = idsOf(items, draft, isOne)
  draft.setMeta({ title })
  const seen = new Set<string>()
  for (const item of items) {
    const at = item.element.attributes.get('id') ?? `line ${item.element.line}`
    const around = item.within ?? item.graph
    const home = around === null ? null : (ids.get(around) ?? null)
    const isSecond = item.kind === 'node' && seen.has(at)
    if (item.kind === 'node') seen.add(at)
    const changes = isSecond ? ['has the id of another node, and got one of its own'] : []
    const id = ids.get(item)
    if (id !== undefined) add(item, { id, home, at, changes }, context)
    else if (item.kind === 'graph') {
      drawing.tell(() => draft.account.carried('graph', at))
      draft.setMeta(aboutGraph(item, title))
    } else
      drawing.tell(() =>
        draft.account.dropped('port', at, 'is left out: a link ends at a component as a whole'),
      )
  }
  const settled = drawing.settle(fit)
  return settled.ok ? { ok: true, value: draft.finish(isPlaced) } : settled
}

const tooManyUsual = ({ values }: ReadLimits) =>
  refused({
    code: 'too-large',
    at: '(file)',
    message: `has defaults that grow to more than ${values} values, each counted for every element that has it`,
  })

function add(item: Item, named: Named, context: Context): void {
  if (item.kind === 'edge') addLink(item, named, context)
  else if (item.kind === 'hyperedge') addHyperedge(item, named, context)
  else if (item.kind === 'graph' || item.isGroup) addSegment(item, named, context)
  else addComponent(item, named, context)
}

/** What each is called on the board. Ports are nothing there, and a graph that is alone is the board. */
function idsOf(items: readonly Item[], draft: Draft, isOne: boolean): ReadonlyMap<Item, string> {
  const ids = new Map<Item, string>()
  for (const item of items) {
    const { attributes } = item.element
    const id = attributes.get('id') ?? ''
    if (item.kind === 'node') ids.set(item, draft.knows('node', id) ? draft.fresh(id) : draft.id('node', id))
  }
  for (const item of items) {
    const { attributes } = item.element
    const joins = `${attributes.get('source') ?? ''}-${attributes.get('target') ?? ''}`
    const wanted = attributes.get('id') ?? (item.kind === 'edge' ? joins : item.kind)
    const isThing = item.kind === 'edge' || item.kind === 'hyperedge' || (item.kind === 'graph' && !isOne)
    if (isThing) ids.set(item, draft.fresh(wanted))
  }
  return ids
}

/** The board's own fields from what is said of its one graph. */
function aboutGraph(item: Item, title: string): { title: string; description: string } {
  const lines = [...allFields(item.data)].map(([name, value]) => `${name}: ${value}`)
  return { title: nameOf(item) || title, description: lines.join('\n') }
}
