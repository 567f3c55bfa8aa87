import type { BoardFrames } from '../../core/layout/board-frames.ts'
import type { Route } from '../../core/layout/routes/route.ts'
import type { Model } from '../../core/model/records.ts'
import type { Paint } from '../../core/paint/marks.ts'

/** The board as it is to be drawn now: what the document says, with the gesture of the moment laid over it. */
export type Scene = Readonly<{
  model: Model
  /** As in the document. */
  settled: BoardFrames
  /** With what is being dragged or resized at its place of the moment. */
  frames: BoardFrames
  routes: ReadonlyMap<string, Route>
  paint: Paint
}>
