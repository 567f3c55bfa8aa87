import type { Point } from '../model/records.ts'
import type { BoardFrames, PlacedFrame } from './board-frames.ts'
import type { Drop } from './membership.ts'
import {
  bottom,
  type Box,
  minus,
  NOTE_LEAST,
  plus,
  right,
  SEGMENT_LEAST,
  SEGMENT_PADDING,
  SEGMENT_TITLE,
} from './geometry.ts'

/** The edge or corner that is pulled, by points of the compass. */
export const PULLS = ['n', 'e', 's', 'w', 'ne', 'se', 'sw', 'nw'] as const
export type Pull = (typeof PULLS)[number]

/** The frame of a segment or note after an edge or corner was pulled by `delta`: never smaller than what stands in it. */
export function resized(frames: BoardFrames, id: string, pull: Pull, delta: Point): Box | null {
  const frame = frames.get(id)
  if (frame === undefined) return null
  const least = frame.kind === 'notes' ? NOTE_LEAST : SEGMENT_LEAST
  const inner = contentBox(frames, id)
  let [left, top, east, south] = [frame.at[0], frame.at[1], right(frame), bottom(frame)]
  if (pull.includes('w')) left = Math.min(left + delta[0], east - least[0], inner?.left ?? Infinity)
  if (pull.includes('n')) top = Math.min(top + delta[1], south - least[1], inner?.top ?? Infinity)
  if (pull.includes('e')) east = Math.max(east + delta[0], left + least[0], inner?.right ?? -Infinity)
  if (pull.includes('s')) south = Math.max(south + delta[1], top + least[1], inner?.bottom ?? -Infinity)
  return { at: [left, top], size: [east - left, south - top] }
}

/** What a resized segment's own children have to be set to, so that they stay where they are on the canvas. */
export function keptInPlace(frames: BoardFrames, id: string, next: Box): Drop[] {
  const before = frames.get(id)
  if (before === undefined) return []
  const shift = minus(before.at, next.at)
  if (shift[0] === 0 && shift[1] === 0) return []
  return childrenOf(frames, id).map((child) => ({
    id: child.id,
    kind: child.kind,
    pos: plus(minus(child.at, before.at), shift),
    segment: id,
  }))
}

const childrenOf = (frames: BoardFrames, id: string): PlacedFrame[] =>
  [...frames.values()].filter(({ home }) => home === id)

/** How far in the edges may come: room for the content, or where it hangs out already, for as much as it does. */
function contentBox(frames: BoardFrames, id: string) {
  const children = childrenOf(frames, id)
  const frame = frames.get(id)
  if (children.length === 0 || frame === undefined) return null
  return {
    left: Math.max(frame.at[0], Math.min(...children.map(({ at }) => at[0])) - SEGMENT_PADDING),
    top: Math.max(frame.at[1], Math.min(...children.map(({ at }) => at[1])) - SEGMENT_TITLE),
    right: Math.min(right(frame), Math.max(...children.map(right)) + SEGMENT_PADDING),
    bottom: Math.min(bottom(frame), Math.max(...children.map(bottom)) + SEGMENT_PADDING),
  }
}
