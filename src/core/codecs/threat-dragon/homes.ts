import { type Box, COMPONENT_SIZE, NOTE_LEAST, SEGMENT_LEAST } from '../../layout/geometry.ts'
import type { Component, Note, Point, Segment } from '../../model/records.ts'
import { isSameData } from '../edits.ts'
import type { Standing } from '../placing.ts'
import { around, type Boundary, innermost, inOrder, isWithin } from './boundaries.ts'
import type { Drawing } from './drawing.ts'
import { curveOf, ourBox } from './elements.ts'
import type { Cell } from './file.ts'
import { cellFor, KIND_OF, type Own } from './own.ts'

/** Where an element stands. `isKept`: just where our record says that it does, in the same segment. */
export type Stood = Standing & Readonly<{ isKept: boolean }>

/** Finds who lies in what, the segment of the diagram first, if it has one. */
export function homesIn(drawing: Drawing, own: Own | null): readonly Stood[] {
  const { diagram, segment: base, packed, ids, ends } = drawing
  const placed = diagram.cells.filter(({ kind }) => kind !== null && kind !== 'flow')
  const unmoved = new Set(placed.filter((cell) => isUnmoved(cell, ids.get(cell) ?? '', own)))
  const boundaries = new Map<Cell, Boundary>()
  for (const cell of placed) {
    if (cell.kind === 'box' && cell.box !== null)
      boundaries.set(cell, { id: ids.get(cell) ?? '', box: cell.box })
  }
  const all = [...boundaries]
  const ordered = inOrder(all.map(([, boundary]) => boundary))
  const changed = inOrder(all.flatMap(([cell, boundary]) => (unmoved.has(cell) ? [] : [boundary])))
  const still = new Map(
    all.flatMap(([cell, boundary]) => (unmoved.has(cell) ? [[boundary.id, boundary]] : [])),
  )

  const standingOf = (cell: Cell): Stood => {
    const id = ids.get(cell) ?? ''
    const box = boxOf(cell)
    const boundary = boundaries.get(cell)
    const find = (among: readonly Boundary[]) =>
      box === null ? null : boundary === undefined ? innermost(among, box) : around(among, boundary)
    const common = { id, box, size: sizeFor(cell), isSegment: cell.kind === 'box' }
    const ours = own === null ? null : homeOfOurs(cell, id, own)
    const isFixed = ours !== null
    if (unmoved.has(cell) && ours !== null && (ours.home === base || still.has(ours.home ?? ''))) {
      const between = find(changed)
      const outer = still.get(ours.home ?? '')
      const home =
        between !== null && (outer === undefined || isWithin(between, outer)) ? between.id : ours.home
      return { ...common, home, isFixed, isKept: home === ours.home }
    }
    return { ...common, home: find(ordered)?.id ?? base, isFixed, isKept: false }
  }
  const standIn = (id: string, box: Box | null): Stood => {
    const home = box === null ? base : (innermost(ordered, box)?.id ?? base)
    return { id, home, box, size: COMPONENT_SIZE, isSegment: false, isKept: false }
  }
  const frame: Stood[] =
    base === null
      ? []
      : [{ id: base, home: null, box: null, size: SEGMENT_LEAST, isSegment: true, isKept: packed !== null }]
  const open = [...ends.values()].flatMap(({ from, to }) =>
    [from, to].filter(({ isOpen }) => isOpen).map(({ id, box }) => standIn(id, box)),
  )
  return [...frame, ...placed.map(standingOf), ...open]
}

function isUnmoved(cell: Cell, id: string, own: Own | null): boolean {
  if (own === null || cell.kind === null || !own.isWhole(KIND_OF[cell.kind], id)) return false
  const written = cellFor(own, id)
  return written !== null && isSameData([boxOf(written), written.box], [boxOf(cell), cell.box])
}

function homeOfOurs(cell: Cell, id: string, own: Own): Readonly<{ home: string | null }> | null {
  const record = cell.kind === null ? null : own.packed.get(KIND_OF[cell.kind], id)
  if (record === null) return null
  return { home: cell.kind === 'box' ? (record as Segment).parent : (record as Component | Note).segment }
}

const sizeFor = ({ kind }: Cell): Point =>
  kind === 'box' ? SEGMENT_LEAST : kind === 'node' ? COMPONENT_SIZE : NOTE_LEAST

/** The frame of what stands for the cell on our board. A curve is a note where the middle of it is. */
export function boxOf(cell: Cell): Box | null {
  if (cell.kind === 'node') return cell.box === null ? null : ourBox(cell.box)
  if (cell.kind !== 'curve') return cell.box
  const points = curveOf(cell)
  const middle = points[Math.floor(points.length / 2)]
  return middle === undefined ? null : { at: middle, size: NOTE_LEAST }
}
