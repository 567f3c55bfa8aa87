import type { CommentSubject, Point } from '../model/records.ts'
import type { BoardFrames } from './board-frames.ts'
import { plus, right } from './geometry.ts'

/** Beside the upper right corner, clear of what is written on a node's edge and of what a selected one is pulled by. */
const OFF_COMPONENT: Point = [2, -12]
const OFF_SEGMENT: Point = [4, -8]
/** Above the label of a link, which stays free to be pressed. */
const OFF_LABEL: Point = [0, -11]

/**
 * Where the tip of a comment's pin is on the open canvas; null where the comment has no place. `labelOf` gives the middle of a
 * link's label. What a comment is on goes before the place that it may also have: that is where something deleted was.
 */
export function pinPlace(
  { on, at }: Readonly<{ on: CommentSubject | null; at: Point | null }>,
  frames: BoardFrames,
  labelOf: (link: string) => Point | undefined,
): Point | null {
  if (on === null) return at
  if ('link' in on) {
    const label = labelOf(on.link)
    return label === undefined ? at : plus(label, OFF_LABEL)
  }
  const frame = frames.get('component' in on ? on.component : on.segment)
  if (frame === undefined) return at
  return plus([right(frame), frame.at[1]], frame.kind === 'segments' ? OFF_SEGMENT : OFF_COMPONENT)
}

/** Pins that would cover each other, as one: where it stands and whose they are. */
export type Bundle<T> = Readonly<{ at: Point; members: readonly T[] }>

/** Puts pins that lie within `reach` of the first of a bundle into that; takes one look at each pin and what is near it. */
export function bundled<T>(pins: readonly Readonly<{ at: Point; pin: T }>[], reach: number): Bundle<T>[] {
  type Growing = { at: Point; members: T[] }
  const bundles: Growing[] = []
  const cells = new Map<number, Growing[]>()
  const cell = (value: number) => Math.floor(value / reach)
  const near = ([x, y]: Point): Growing | undefined => {
    for (let column = cell(x) - 1; column <= cell(x) + 1; column++) {
      for (let row = cell(y) - 1; row <= cell(y) + 1; row++) {
        for (const bundle of cells.get(column * CELLS + row) ?? [])
          if (Math.abs(bundle.at[0] - x) < reach && Math.abs(bundle.at[1] - y) < reach) return bundle
      }
    }
    return undefined
  }
  for (const { at, pin } of pins) {
    const found = near(at)
    if (found !== undefined) {
      found.members.push(pin)
      continue
    }
    const bundle = { at, members: [pin] }
    bundles.push(bundle)
    const key = cell(at[0]) * CELLS + cell(at[1])
    const here = cells.get(key)
    if (here === undefined) cells.set(key, [bundle])
    else here.push(bundle)
  }
  return bundles
}

/** More cells than there are in a column, so that column and row make one number. */
const CELLS = 2 ** 26
