import { type Box, COMPONENT_SIZE, middle } from '../../layout/geometry.ts'
import type { Point, Segment } from '../../model/records.ts'
import type { Draft } from '../draft.ts'
import { EXTENSION } from '../extension.ts'
import { fieldsIn, textIn } from '../loose.ts'
import { recordIdOf } from './cells.ts'
import { ourBox } from './elements.ts'
import type { Cell, Diagram, End } from './file.ts'
import { KIND_OF, type Own, packedDiagram } from './own.ts'

/** A diagram on its way to the board. */
export type Drawing = Readonly<{
  diagram: Diagram
  /** The id of the segment that stands for it; null where it is the open canvas. */
  segment: string | null
  /** That segment as it was written by us. */
  packed: Segment | null
  /** The ids of our records for the cells. */
  ids: ReadonlyMap<Cell, string>
  /** The ends of each flow. */
  ends: ReadonlyMap<Cell, Readonly<{ from: FlowEnd; to: FlowEnd }>>
}>

/** A component at the end of a flow. `isOpen`: it stands in for one that the file does not have. */
export type FlowEnd = Readonly<{ id: string; box: Box | null; isOpen: boolean }>

/** `taken` are the ids of our own records that are in use already: of two copies one is a new record. */
export function drawingOf(
  diagram: Diagram,
  diagrams: number,
  own: Own | null,
  taken: Set<string>,
  draft: Draft,
): Drawing {
  const mark = own === null ? null : packedDiagram(diagram)
  const packed =
    own === null || mark === null || taken.has(mark.id) ? null : own.packed.get('segments', mark.id)
  if (packed !== null) taken.add(packed.id)
  const isOpen = diagrams === 1 || (own !== null && fieldsIn(diagram.fields[EXTENSION])['open'] === true)
  const segment = packed?.id ?? (isOpen ? null : draft.fresh('diagram', textIn(diagram.fields['id'])))
  const ids = new Map<Cell, string>()
  for (const cell of diagram.cells) {
    const id = recordIdOf(cell.id)
    const isOurs = own !== null && cell.kind !== null && own.packed.has(KIND_OF[cell.kind], id)
    if (isOurs && !taken.has(id)) {
      taken.add(id)
      ids.set(cell, id)
    } else if (cell.kind !== null) ids.set(cell, draft.fresh(cell.id || cell.what))
  }
  return { diagram, segment, packed, ids, ends: endsIn(diagram, ids, draft) }
}

function endsIn({ cells }: Diagram, ids: ReadonlyMap<Cell, string>, draft: Draft): Drawing['ends'] {
  const nodes = new Map<string, Cell>()
  for (const cell of cells) if (cell.kind === 'node' && !nodes.has(cell.id)) nodes.set(cell.id, cell)
  const endOf = (end: End, wanted: string): FlowEnd => {
    const node = end !== null && 'cell' in end ? nodes.get(end.cell) : undefined
    if (node !== undefined) {
      const box = node.box === null ? null : ourBox(node.box)
      return { id: ids.get(node) ?? '', box, isOpen: false }
    }
    const box = end !== null && 'point' in end ? ourBox({ at: end.point, size: [0, 0] }) : null
    return { id: draft.fresh(wanted), box, isOpen: true }
  }
  return new Map(
    cells.flatMap((cell) => {
      if (cell.kind !== 'flow') return []
      const id = ids.get(cell) ?? ''
      return [[cell, { from: endOf(cell.source, `${id}-from`), to: endOf(cell.target, `${id}-to`) }] as const]
    }),
  )
}

/** Half way between the ends of a flow, as far as they have places. */
export function between({ from, to }: Readonly<{ from: FlowEnd; to: FlowEnd }>): Point {
  const [a, b] = [from.box ?? to.box, to.box ?? from.box]
  if (a === null || b === null) return [COMPONENT_SIZE[0] / 2, COMPONENT_SIZE[1] / 2]
  const [start, end] = [middle(a), middle(b)]
  return [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2]
}
