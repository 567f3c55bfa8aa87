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
  const bundles: { at: Point; members: T[] }[] = []
  const cells = new Map<string, (typeof bundles)[number][]>()
  const cellOf = ([x, y]: Point): Point => [Math.floor(x / reach), Math.floor(y / reach)]
  for (const { at, pin } of pins) {
    const [column, row] = cellOf(at)
    const around = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) => cells.get(`${column + dx} ${row + dy}`) ?? []),
    )
    const near = around.find(
      (bundle) => Math.abs(bundle.at[0] - at[0]) < reach && Math.abs(bundle.at[1] - at[1]) < reach,
    )
    if (near !== undefined) {
      near.members.push(pin)
      continue
    }
    const bundle = { at, members: [pin] }
    bundles.push(bundle)
    const key = `${column} ${row}`
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [bundle])
    else cell.push(bundle)
  }
  return bundles
}
