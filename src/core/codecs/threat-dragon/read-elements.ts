import { BLANK_COMPONENT } from '../../model/blank.ts'
import { withinReach } from '../../model/reach.ts'
import type { CommentSubject, Component, Link, Note, Point, Segment } from '../../model/records.ts'
import type { Draft } from '../draft.ts'
import { withEdits } from '../edits.ts'
import type { Place } from '../placing.ts'
import { recordIdOf } from './cells.ts'
import { between, type Drawing, type FlowEnd } from './drawing.ts'
import { componentOf, linkOf, noteOf, ourBox, segmentOf } from './elements.ts'
import type { Cell, End } from './file.ts'
import { boxOf, type Stood } from './homes.ts'
import { cellFor, type Own } from './own.ts'
import type { ThreatsAt } from './read-threats.ts'

const NO_PLACE = 'has no place in the file: it stands below the rest'

/** Adds the records for the cells of a diagram, in their order, and gives the threats to each. */
export function addElements(
  drawing: Drawing,
  stood: readonly Stood[],
  places: ReadonlyMap<string, Place>,
  own: Own | null,
  draft: Draft,
): ThreatsAt[] {
  const standings = new Map(stood.map((standing) => [standing.id, standing]))
  const context: Context = { drawing, standings, places, own, draft }
  return drawing.diagram.cells.map((cell): ThreatsAt => {
    const id = drawing.ids.get(cell) ?? ''
    const at = cell.id || cell.at
    return { on: addElement(cell, id, at, context), at, entries: cell.threats }
  })
}

type Context = Readonly<{
  drawing: Drawing
  standings: ReadonlyMap<string, Stood>
  places: ReadonlyMap<string, Place>
  own: Own | null
  draft: Draft
}>

function addElement(cell: Cell, id: string, at: string, context: Context): CommentSubject | null {
  const { draft } = context
  switch (cell.kind) {
    case 'node':
      return addComponent(cell, id, at, context)
    case 'box':
      return addSegment(cell, id, at, context)
    case 'flow':
      return addLink(cell, id, at, context)
    case 'text':
    case 'curve':
      addNote(cell, id, at, context)
      return null
    case null:
      draft.account.dropped(cell.what, at, 'is of no kind that can be read')
      return null
  }
}

/** The record as it comes: ours, with what was edited in the other tool, or a new one. */
function asEdited<T extends object>(
  ours: T | null,
  written: Cell | null,
  cell: Cell,
  read: (cell: Cell) => T,
): T {
  return ours === null
    ? read(cell)
    : written === null
      ? ours
      : withEdits(ours, read(written), read(cell)).record
}

const standingAt = (id: string, { standings, places }: Context) => {
  const standing = standings.get(id)
  const place = places.get(id)
  const pos = withinReach(place?.pos ?? [0, 0])
  const size: [number, number] = [place?.size[0] ?? 1, place?.size[1] ?? 1]
  return {
    home: standing?.home ?? null,
    isKept: standing?.isKept ?? false,
    pos,
    size,
    grown: place?.grown ?? false,
  }
}

function addComponent(cell: Cell, id: string, at: string, context: Context): CommentSubject {
  const { own, draft } = context
  const ours = own === null ? null : own.packed.get('components', id)
  const record = asEdited<Component>(ours, own && cellFor(own, id), cell, (one) => componentOf(one, id))
  const { home, isKept, pos } = standingAt(id, context)
  const component = isKept ? record : { ...record, segment: home, pos }
  if (draft.add('components', component, cell.what, at)) {
    draft.account.tell(cell.what, at, cell.box === null ? [NO_PLACE] : [])
    if (ours === null) draft.isForeign(id, cell.what, cell.name)
  }
  return { component: id }
}

function addSegment(cell: Cell, id: string, at: string, context: Context): CommentSubject {
  const { own, draft } = context
  const ours = own === null ? null : own.packed.get('segments', id)
  const record = asEdited<Segment>(ours, own && cellFor(own, id), cell, (one) => segmentOf(one, id))
  const { home, isKept, pos, size, grown } = standingAt(id, context)
  const segment = isKept ? record : { ...record, parent: home, pos, size }
  const changes = [
    ...(cell.box === null ? [NO_PLACE] : []),
    ...(grown && !isKept ? ['is larger here, so that what stands in it fits'] : []),
  ]
  if (draft.add('segments', segment, cell.what, at)) draft.account.tell(cell.what, at, changes)
  return { segment: id }
}

function addNote(cell: Cell, id: string, at: string, context: Context): void {
  const { own, draft } = context
  const ours = own === null ? null : own.packed.get('notes', id)
  const corner: Point = boxOf(cell)?.at ?? [0, 0]
  const written = own && cellFor(own, id)
  const record = asEdited<Note>(ours, written, cell, (one) => noteOf(one, id, boxOf(one)?.at ?? corner))
  const { home, isKept, pos, size } = standingAt(id, context)
  const note = isKept ? record : { ...record, segment: home, pos, size }
  const isCurve = cell.kind === 'curve' && ours === null
  const changes = [
    ...(boxOf(cell) === null ? [NO_PLACE] : []),
    ...(isCurve
      ? ['is a line, with no inside that things could lie in: a note stands where it is drawn']
      : []),
  ]
  if (draft.add('notes', note, cell.what, at)) draft.account.tell(cell.what, at, changes)
}

const OPEN_END = '(open end)'

function addLink(cell: Cell, id: string, at: string, context: Context): CommentSubject {
  const { drawing, own, draft } = context
  const ends = drawing.ends.get(cell)
  if (ends === undefined) return { link: id }
  const ours = own === null ? null : own.packed.get('links', id)
  const read = linkOf(cell, id, ends.from.id, ends.to.id, between(ends))
  const written = own && cellFor(own, id)
  const link =
    ours === null
      ? read
      : withEdits<Link>(ours, written === null || own === null ? read : linkWritten(written, id, own), read)
          .record
  const changes: string[] = []
  for (const [end, name] of [
    [ends.from, 'source'],
    [ends.to, 'target'],
  ] as const) {
    if (!end.isOpen) continue
    const { home, pos } = standingAt(end.id, context)
    draft.add(
      'components',
      { ...BLANK_COMPONENT, id: end.id, name: OPEN_END, segment: home, pos },
      cell.what,
      at,
    )
    changes.push(`has no ${name}: a component “${OPEN_END}” stands in for it`)
  }
  // Where nothing is known of what we wrote, the ends are what the file says.
  const joined = written === null ? { ...link, from: ends.from.id, to: ends.to.id } : link
  if (draft.add('links', joined, cell.what, at)) draft.account.tell(cell.what, at, changes)
  return { link: id }
}

/** A flow of ours as the reader sees it in what we would write. */
function linkWritten(cell: Cell, id: string, own: Own): Link {
  const endOf = (end: End): FlowEnd => {
    const of = end !== null && 'cell' in end ? end.cell : ''
    const box = own.cells.get(of)?.box ?? null
    return { id: recordIdOf(of), box: box === null ? null : ourBox(box), isOpen: false }
  }
  const ends = { from: endOf(cell.source), to: endOf(cell.target) }
  return linkOf(cell, id, ends.from.id, ends.to.id, between(ends))
}
