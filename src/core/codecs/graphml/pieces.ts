import { type Box, COMPONENT_SIZE, middle, SEGMENT_LEAST } from '../../layout/geometry.ts'
import { BLANK_COMPONENT, BLANK_LINK } from '../../model/blank.ts'
import type { Component, Link, Point, Segment } from '../../model/records.ts'
import type { Draft } from '../draft.ts'
import type { Drawing } from '../drawing/drawing.ts'
import type { DrawnEnd } from '../drawing/ends.ts'
import { fieldsOf, TOO_MANY_FIELDS } from '../drawing/fields.ts'
import { withForeign } from '../extension.ts'
import { childrenOf } from '../xml.ts'
import { allFields, type Data, drawnAs, fieldOf, labelOf } from './data.ts'
import type { Item } from './graphs.ts'

/** What the items of a file are put into, and where its nodes stand. */
export type Context = Readonly<{ draft: Draft; drawing: Drawing; boxes: ReadonlyMap<string, Box> }>
/** What an item is called on the board, in which segment it is, and what it is called in the file. */
export type Named = Readonly<{ id: string; home: string | null; at: string; changes: readonly string[] }>

export function addSegment(item: Item, { id, home, at, changes }: Named, { drawing, boxes }: Context): void {
  const size: [number, number] = [SEGMENT_LEAST[0], SEGMENT_LEAST[1]]
  const blank: Segment = { id, name: nameOf(item), kind: null, parent: home, zone: null, pos: [0, 0], size }
  const { record, words } = kept(blank, item.data)
  const box = item.kind === 'node' ? (boxes.get(at) ?? null) : null
  drawing.addPiece(
    { kind: 'segments', record, box },
    { what: item.kind, at, changes: [...changes, ...words] },
  )
}

export function addComponent(item: Item, named: Named, { draft, drawing, boxes }: Context): void {
  const { id, home, at, changes } = named
  const name = nameOf(item)
  const { record, words } = kept<Component>({ ...BLANK_COMPONENT, id, name, segment: home }, item.data)
  const told = { what: 'node', at, changes: [...changes, ...words] }
  drawing.addPiece({ kind: 'components', record, box: boxes.get(at) ?? null }, told)
  draft.isForeign(id, typeOf(item.data), name)
}

export function addLink(item: Item, { id, at, changes }: Named, { draft, drawing }: Context): void {
  const { attributes } = item.element
  const name = labelOf(item.data, 'EdgeLabel') || fieldOf(item.data, NAMES.edge)
  const arrows = arrowsOf(item)
  const direction = arrows === 'both' ? 'both' : 'forward'
  const { record, words } = kept<Link>({ ...BLANK_LINK, id, name, direction }, item.data)
  const end = (attribute: string): DrawnEnd => {
    const node = attributes.get(attribute) ?? ''
    return { on: draft.knows('node', node) ? draft.id('node', node) : null, at: null }
  }
  const [source, target] = [end('source'), end('target')]
  const hasPorts = attributes.has('sourceport') || attributes.has('targetport')
  const ports = hasPorts ? ['ended at ports, which are left out'] : []
  const [from, to] = arrows === 'reversed' ? [target, source] : [source, target]
  drawing.addLine({ record, from, to }, { what: 'edge', at, changes: [...changes, ...words, ...ports] })
}

/** A link has two ends: what joins more is a component that is linked to each of them. */
export function addHyperedge(item: Item, named: Named, { draft, drawing, boxes }: Context): void {
  const { id, home, at, changes } = named
  const name = nameOf(item) || '(hyperedge)'
  const { record, words } = kept<Component>({ ...BLANK_COMPONENT, id, name, segment: home }, item.data)
  const nodes = childrenOf(item.element, 'endpoint').map(({ attributes }) => attributes.get('node') ?? '')
  const known = nodes.filter((node) => draft.knows('node', node))
  const ends = known.flatMap((node) => boxes.get(node) ?? [])
  const sum = ends.map(middle).reduce(([x, y], point) => [x + point[0], y + point[1]], [0, 0])
  const at0: Point = [
    sum[0] / ends.length - COMPONENT_SIZE[0] / 2,
    sum[1] / ends.length - COMPONENT_SIZE[1] / 2,
  ]
  const box = ends.length === 0 ? null : { at: at0, size: COMPONENT_SIZE }
  const joined = `joined ${nodes.length} nodes, and is a component with a link to each`
  const missing =
    known.length === nodes.length ? [] : [`${nodes.length - known.length} of which are not in the file`]
  const told = { what: 'hyperedge', at, changes: [...changes, ...words, joined, ...missing] }
  drawing.addPiece({ kind: 'components', record, box }, told)
  draft.isForeign(id, 'hyperedge', name)
  for (const node of known) {
    const link = { ...BLANK_LINK, id: draft.fresh(id, node) }
    drawing.addLine(
      { record: link, from: { on: id, at: null }, to: { on: draft.id('node', node), at: null } },
      null,
    )
  }
}

/** Fields that are the name, in the order in which they are asked. */
const NAMES = {
  graph: ['label', 'name', 'title', 'network'],
  node: ['label', 'name', 'title'],
  edge: ['label', 'linklabel', 'name', 'title'],
  hyperedge: ['label', 'name', 'title'],
} as const

export function nameOf({ data, kind, element }: Item): string {
  if (kind === 'port') return ''
  const drawn = kind === 'edge' ? labelOf(data, 'EdgeLabel') : labelOf(data, 'NodeLabel')
  const said = drawn || fieldOf(data, NAMES[kind])
  return said ?? (kind === 'node' ? (element.attributes.get('id') ?? '') : '')
}

/** What kind of thing a node is, as the file calls it. */
function typeOf(data: Data): string {
  const said = fieldOf(data, ['type', 'kind', 'role'])
  const generic = drawnAs(data, 'GenericNode')?.attributes.get('configuration')
  return said ?? generic ?? drawnAs(data, 'Shape')?.attributes.get('type') ?? 'node'
}

/** Which way an edge points: by the arrow heads that yEd draws, else as the file says of it or of all. */
function arrowsOf({ data, element, isDirected }: Item): 'both' | 'forward' | 'reversed' {
  const drawn = drawnAs(data, 'Arrows')
  if (drawn === null) {
    const said = element.attributes.get('directed')
    return (said === undefined ? isDirected : said === 'true') ? 'forward' : 'both'
  }
  const [source, target] = ['source', 'target'].map((end) => (drawn.attributes.get(end) ?? 'none') !== 'none')
  if (source === target) return 'both'
  return target === true ? 'forward' : 'reversed'
}

/** With the fields that mean nothing here. */
function kept<T extends object>(record: T, said: Data): { record: T; words: readonly string[] } {
  const fields = allFields(said)
  const data = fieldsOf(fields)
  if (data === null) return { record, words: [TOO_MANY_FIELDS] }
  return { record: fields.size === 0 ? record : withForeign(record, 'graphml', { data }), words: [] }
}
