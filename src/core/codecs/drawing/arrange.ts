import { boundsOf } from '../../layout/frames.ts'
import {
  type Box,
  COMPONENT_SIZE,
  middle,
  minus,
  NOTE_LEAST,
  SEGMENT_LEAST,
  SEGMENT_PADDING,
  SEGMENT_TITLE,
} from '../../layout/geometry.ts'
import { FARTHEST, withinReach } from '../../model/reach.ts'
import type { Component, Note, Point, Segment } from '../../model/records.ts'
import { outermostFirst } from './cycles.ts'
import { Nest } from './nest.ts'

/**
 * What stands somewhere in a drawing of another tool: the record that it becomes, all but where it stands, and where it is
 * drawn there, on the open canvas. Null where the drawing does not say. A `settled` one stands where its record says.
 */
export type Piece = Readonly<{ box: Box | null; settled?: boolean }> &
  (
    | Readonly<{ kind: 'segments'; record: Segment }>
    | Readonly<{ kind: 'components'; record: Component }>
    | Readonly<{ kind: 'notes'; record: Note }>
  )

export const homeOf = (piece: Piece): string | null =>
  piece.kind === 'segments' ? piece.record.parent : piece.record.segment

/** How a drawing becomes a board: by how much it is drawn apart, and whether what is too small for its content may grow. */
export type Fit = Readonly<{ scale: number; grows: boolean }>

/** For a drawing of ours, in which everything has the size that it has on a board. */
export const AS_DRAWN: Fit = { scale: 1, grows: false }

/** The same pieces with their places as a board has them: each component in its own size about its middle, the rest around it. */
export function arrange(pieces: readonly Piece[], fit: Fit): readonly Piece[] {
  const boxes = new Map(pieces.map((piece) => [piece.record.id, boxOnBoard(piece, fit.scale)]))
  if (fit.grows) liftTags(pieces, boxes)
  const homes = new Map(pieces.map((piece) => [piece.record.id, homeOf(piece)]))
  const inside = contents(pieces)
  const segments = new Set(pieces.filter(({ kind }) => kind === 'segments').map(({ record }) => record.id))
  for (const id of outermostFirst(homes).toReversed()) {
    if (!segments.has(id)) continue
    const drawn = boxes.get(id) ?? null
    if (drawn !== null && !fit.grows) continue
    const content = (inside.get(id) ?? []).flatMap(({ record }) => boxes.get(record.id) ?? [])
    const needed = around(content)
    const whole = drawn === null ? needed : needed === null ? drawn : boundsOf([drawn, needed])
    boxes.set(id, whole === null ? null : atLeast(whole, SEGMENT_LEAST))
  }
  const round = fit.grows ? Math.round : (value: number) => value
  return pieces.map((piece) => {
    const box = boxes.get(piece.record.id) ?? null
    if (piece.settled === true || box === null) return piece
    const home = homeOf(piece)
    const around = home === null ? null : (boxes.get(home) ?? null)
    const [x, y] = around === null ? box.at : minus(box.at, around.at)
    const size: [number, number] = [extent(round(box.size[0])), extent(round(box.size[1]))]
    return placed(piece, withinReach([round(x), round(y)]), size)
  })
}

/** Words that are drawn upon a component would hide its name, which has less room on a board: they stand at its upper edge. */
function liftTags(pieces: readonly Piece[], boxes: Map<string, Box | null>): void {
  const components = new Nest(
    pieces.flatMap(({ kind, record, box }) =>
      kind === 'components' && box !== null ? [[record.id, box] as const] : [],
    ),
  )
  for (const { kind, record, box } of pieces) {
    const note = boxes.get(record.id) ?? null
    if (kind !== 'notes' || box === null || note === null) continue
    const under = boxes.get(components.around({ at: middle(box), size: [0, 0] }) ?? '') ?? null
    if (under !== null)
      boxes.set(record.id, { at: [note.at[0], under.at[1] - note.size[1]], size: note.size })
  }
}

/** What stands in each segment, and under null on the open canvas. */
function contents(pieces: readonly Piece[]): ReadonlyMap<string | null, readonly Piece[]> {
  const inside = new Map<string | null, Piece[]>()
  for (const piece of pieces) {
    const there = inside.get(homeOf(piece))
    if (there === undefined) inside.set(homeOf(piece), [piece])
    else there.push(piece)
  }
  return inside
}

function placed(piece: Piece, pos: [number, number], size: [number, number]): Piece {
  switch (piece.kind) {
    case 'segments':
      return { ...piece, record: { ...piece.record, pos, size } }
    case 'components':
      return { ...piece, record: { ...piece.record, pos } }
    case 'notes':
      return { ...piece, record: { ...piece.record, pos, size } }
  }
}

function boxOnBoard({ kind, box }: Piece, scale: number): Box | null {
  if (box === null) return null
  if (kind === 'components') {
    const [x, y] = middle(box)
    return {
      at: [x * scale - COMPONENT_SIZE[0] / 2, y * scale - COMPONENT_SIZE[1] / 2],
      size: COMPONENT_SIZE,
    }
  }
  const at: Point = [box.at[0] * scale, box.at[1] * scale]
  if (kind === 'notes') return atLeast({ at, size: box.size }, NOTE_LEAST)
  return { at, size: [box.size[0] * scale, box.size[1] * scale] }
}

/** Room for what stands in a segment, its title and its border. */
function around(content: readonly Box[]): Box | null {
  const box = boundsOf(content)
  if (box === null) return null
  return {
    at: [box.at[0] - SEGMENT_PADDING, box.at[1] - SEGMENT_TITLE],
    size: [box.size[0] + 2 * SEGMENT_PADDING, box.size[1] + SEGMENT_TITLE + SEGMENT_PADDING],
  }
}

const atLeast = ({ at, size }: Box, least: Point): Box => ({
  at,
  size: [Math.max(size[0], least[0]), Math.max(size[1], least[1])],
})

const extent = (value: number): number => Math.min(Math.max(value, 1), FARTHEST)
