import type { Point } from '../../core/model/records.ts'

/** Something that goes on while the pointer is down. Points are canvas units; `client` is in pixels of the window. */
export type Gesture = Readonly<{
  move(point: Point): void
  end(point: Point, client: Point): void
}>
