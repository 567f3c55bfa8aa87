import type { Point } from '../model/records.ts'
import { boundsOf, type Frame } from './frames.ts'

export type Side = 'left' | 'right' | 'top' | 'bottom' | 'centre' | 'middle'
export type Axis = 'horizontal' | 'vertical'

/** How far each frame has to move; frames that stay are left out. */
export type Moves = ReadonlyMap<string, Point>

/** Moves frames to one edge of what is around them all, or to its middle: `centre` across, `middle` down. */
export function align(frames: readonly Frame[], side: Side): Moves {
  const bounds = boundsOf(frames)
  if (bounds === null) return new Map()
  const axis = side === 'left' || side === 'right' || side === 'centre' ? 0 : 1
  const share = side === 'left' || side === 'top' ? 0 : side === 'right' || side === 'bottom' ? 1 : 0.5
  return movesAlong(axis, frames, ({ size }) => bounds.at[axis] + (bounds.size[axis] - size[axis]) * share)
}

/** Makes the gaps between neighbours equal (overlaps, where there is no room), from edge to edge. Fewer than three frames have nothing to share. */
export function distribute(frames: readonly Frame[], direction: Axis): Moves {
  const bounds = boundsOf(frames)
  if (bounds === null || frames.length < 3) return new Map()
  const axis = direction === 'horizontal' ? 0 : 1
  const middle = ({ at, size }: Frame) => at[axis] + size[axis] / 2
  const ordered = [...frames].sort((a, b) => middle(a) - middle(b) || (a.id < b.id ? -1 : 1))
  const filled = frames.reduce((sum, { size }) => sum + size[axis], 0)
  const gap = (bounds.size[axis] - filled) / (frames.length - 1)
  const target = new Map<string, number>()
  let next = bounds.at[axis]
  for (const { id, size } of ordered) {
    target.set(id, next)
    next += size[axis] + gap
  }
  return movesAlong(axis, ordered, ({ id }) => target.get(id) ?? 0)
}

function movesAlong(axis: 0 | 1, frames: readonly Frame[], target: (frame: Frame) => number): Moves {
  const moves = new Map<string, Point>()
  for (const frame of frames) {
    const by = Math.round(target(frame) - frame.at[axis])
    if (by !== 0) moves.set(frame.id, axis === 0 ? [by, 0] : [0, by])
  }
  return moves
}
