import type { Point } from '../../model/records.ts'
import type { Side } from './sides.ts'

/** A link to draw. `label` is the width of its label, 0 where it has none. */
export type RouteLink = Readonly<{ id: string; from: string; to: string; label: number }>

/** Corner points from the `from` end to the `to` end, and the middle of the label. */
export type Route = Readonly<{ points: readonly Point[]; label: Point }>

/** The sides that a link meets at its `from` and its `to` end. */
export type SidePair = readonly [from: Side, to: Side]
