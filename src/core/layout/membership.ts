import type { Point } from '../model/records.ts'
import { type BoardFrames, type PlacedFrame, withContents } from './board-frames.ts'
import { contains, middle, minus, plus } from './geometry.ts'

/** Where something stands after a drop: relative to `segment`, null for the open canvas. */
export type Drop = Readonly<{ id: string; kind: PlacedFrame['kind']; pos: Point; segment: string | null }>

/** The innermost segment around a point of the open canvas, leaving out `except`; null where there is none. */
export function segmentUnder(
  frames: BoardFrames,
  point: Point,
  except: ReadonlySet<string> = new Set(),
): string | null {
  let found: PlacedFrame | null = null
  for (const frame of frames.values()) {
    // Of two that lie on each other the later one is drawn above.
    if (frame.kind === 'segments' && !except.has(frame.id) && contains(frame, point)) {
      if (found === null || frame.depth >= found.depth) found = frame
    }
  }
  return found?.id ?? null
}

/** The ids that a drag of `ids` moves by themselves: those that do not stand in another of them. */
export function dragRoots(frames: BoardFrames, ids: Iterable<string>): string[] {
  const wanted = [...new Set(ids)].filter((id) => frames.has(id))
  const all = new Set(wanted)
  const standsInOne = (id: string): boolean => {
    const home = frames.get(id)?.home ?? null
    return home !== null && (all.has(home) || standsInOne(home))
  }
  return wanted.filter((id) => !standsInOne(id))
}

/**
 * Where each of `roots` stands once it has moved by `delta` and was let go at `pointer`. All become members of the
 * segment under the pointer, except those of several whose middle lies elsewhere: they follow their middle.
 */
export function dropOf(frames: BoardFrames, roots: readonly string[], delta: Point, pointer: Point): Drop[] {
  const moving = withContents(frames, roots)
  const aimed = segmentUnder(frames, pointer, moving)
  return roots.flatMap((id) => {
    const frame = frames.get(id)
    if (frame === undefined) return []
    const at = plus(frame.at, delta)
    const own = segmentUnder(frames, middle({ at, size: frame.size }), moving)
    const home = roots.length === 1 || own === aimed ? aimed : own
    const around = home === null ? undefined : frames.get(home)
    return [{ id, kind: frame.kind, pos: around === undefined ? at : minus(at, around.at), segment: home }]
  })
}
