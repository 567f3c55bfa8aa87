import type { Model, Point } from '../model/records.ts'
import { COMPONENT_SIZE, plus } from './geometry.ts'
import type { Frame } from './frames.ts'

/** Where something stands on the open canvas, what it is, and the segment it is a member of. */
export type PlacedFrame = Frame &
  Readonly<{
    kind: 'components' | 'segments' | 'notes'
    home: string | null
    /** Number of segments around it. */
    depth: number
  }>

/** Every frame of a board by id: segments first, parents before their children, then components, then notes. */
export type BoardFrames = ReadonlyMap<string, PlacedFrame>

/** All frames at once, in one pass over a normalised model. */
export function boardFrames(model: Pick<Model, 'segments' | 'components' | 'notes'>): BoardFrames {
  const frames = new Map<string, PlacedFrame>()
  const add = (kind: PlacedFrame['kind'], id: string, home: string | null, pos: Point, size: Point) => {
    const around = home === null ? undefined : frames.get(home)
    const at = around === undefined ? pos : plus(around.at, pos)
    const depth = around === undefined ? 0 : around.depth + 1
    frames.set(id, { id, kind, home: around === undefined ? null : home, at, size, depth })
  }
  for (const { id, parent, pos, size } of model.segments) add('segments', id, parent, pos, size)
  for (const { id, segment, pos } of model.components) add('components', id, segment, pos, COMPONENT_SIZE)
  for (const { id, segment, pos, size } of model.notes) add('notes', id, segment, pos, size)
  return frames
}

/** The ids of `roots` and of everything that stands in them, at any depth. */
export function withContents(frames: BoardFrames, roots: Iterable<string>): Set<string> {
  const all = new Set(roots)
  for (const { id, home } of frames.values()) if (home !== null && all.has(home)) all.add(id)
  return all
}

/** How far each of those that move has moved by now. */
export type Moves = ReadonlyMap<string, Point>

/** The moves of `roots` and of all that stands in them, by `delta`. */
export const movesOf = (frames: BoardFrames, roots: Iterable<string>, delta: Point): Moves =>
  new Map([...withContents(frames, roots)].map((id) => [id, delta]))

/** The frames after these moves. The others keep their identity. */
export function movedFrames(frames: BoardFrames, moves: Moves): BoardFrames {
  const next = new Map(frames)
  for (const [id, delta] of moves) {
    const frame = frames.get(id)
    if (frame !== undefined) next.set(id, { ...frame, at: plus(frame.at, delta) })
  }
  return next
}
