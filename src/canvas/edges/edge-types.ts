import type { Edge } from '@xyflow/react'
import type { Part } from '../../core/layout/routes/path.ts'
import type { Route } from '../../core/layout/routes/route.ts'
import type { Link } from '../../core/model/records.ts'
import type { Plane } from '../../core/model/terms.ts'
import type { LinkPaint } from '../../core/paint/marks.ts'

export type LinkData = {
  link: Link
  label: string | null
  plane: Plane
  route: Route
  /** The part of the route that is drawn, and how long the part before it is. */
  part: Part
  paint: LinkPaint
  /** One of its ends is selected. */
  near: boolean
}

export type LinkEdgeType = Edge<LinkData, 'link'>
