import { indexById, recordIn } from '../model/lookup.ts'
import type { Model, Point } from '../model/records.ts'
import { COMPONENT_SIZE } from './geometry.ts'

/** A rectangle on the open canvas: `at` is its top left corner, whatever segment it stands in. */
export type Frame = Readonly<{ id: string; at: Point; size: Point }>

/** What has a place on the canvas and stands in `home`, null for the open canvas. */
export type Placed = Readonly<{
  id: string
  kind: 'components' | 'segments' | 'notes'
  home: string | null
  pos: Point
  size: Point
}>

/** The record with this id, if it has a place. */
export function placedIn(model: Model, id: string): Placed | null {
  const component = recordIn(model, 'components', id)
  if (component !== undefined)
    return { id, kind: 'components', home: component.segment, pos: component.pos, size: COMPONENT_SIZE }
  const segment = recordIn(model, 'segments', id)
  if (segment !== undefined)
    return { id, kind: 'segments', home: segment.parent, pos: segment.pos, size: segment.size }
  const note = recordIn(model, 'notes', id)
  if (note !== undefined) return { id, kind: 'notes', home: note.segment, pos: note.pos, size: note.size }
  return null
}

/** Where the corner of a segment stands on the open canvas; [0, 0] for the open canvas itself. */
export function originOf(model: Model, segment: string | null): Point {
  const segments = indexById(model.segments)
  let [x, y] = [0, 0]
  for (let at = segment; at !== null; ) {
    const record = segments.get(at)
    if (record === undefined) break
    x += record.pos[0]
    y += record.pos[1]
    at = record.parent
  }
  return [x, y]
}

export function frameOf(model: Model, { id, home, pos, size }: Placed): Frame {
  const [x, y] = originOf(model, home)
  return { id, at: [pos[0] + x, pos[1] + y], size }
}

/** The smallest rectangle around all of `frames`; null around none. */
export function boundsOf(frames: readonly Omit<Frame, 'id'>[]): Omit<Frame, 'id'> | null {
  if (frames.length === 0) return null
  // One by one: a call takes only so many arguments.
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { at, size } of frames) {
    left = Math.min(left, at[0])
    top = Math.min(top, at[1])
    right = Math.max(right, at[0] + size[0])
    bottom = Math.max(bottom, at[1] + size[1])
  }
  return { at: [left, top], size: [right - left, bottom - top] }
}
