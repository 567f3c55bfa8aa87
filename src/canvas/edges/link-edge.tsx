import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import {
  arrowhead,
  chevronsAlong,
  lengthOf,
  reversed,
  roundedPath,
  stopAt,
} from '../../core/layout/routes/path.ts'
import type { Point } from '../../core/model/records.ts'
import type { LinkPaint } from '../paint/paint.ts'
import type { LinkEdgeType } from './edge-types.ts'
import classes from './edges.module.css'

const RADIUS = 9
/** Arrowheads stop short of the component, so that their tip can be seen. */
const TIP = 1.5

export const LinkEdge = memo(function LinkEdge({ data, selected }: EdgeProps<LinkEdgeType>) {
  if (data === undefined) return null
  const { route, part, plane, paint, near, link } = data
  const path = roundedPath(part.line, RADIUS)
  return (
    <>
      <path className={classes.hit} d={path} />
      {selected === true && <path className={classes.selected} d={path} />}
      {paint.mark !== null && <path className={classes.glow} d={path} data-mark={paint.mark} />}
      <path
        className={classes.line}
        d={path}
        // Dashes stay where they are when the line is cut elsewhere.
        strokeDashoffset={part.skipped}
        data-plane={plane}
        data-near={near || undefined}
      />
      <Heads points={route.points} both={link.direction === 'both'} near={near} />
      {paint.mark === 'taken' && <Flow points={route.points} flow={paint.flow} />}
    </>
  )
})

/** Filled at the controlled end; where the far end talks back, too, an open one at the controlling end. */
function Heads({ points, both, near }: { points: readonly Point[]; both: boolean; near: boolean }) {
  const length = lengthOf(points)
  const forward = arrowhead(stopAt(points, Math.max(0, length - TIP)), 7)
  const back = arrowhead(stopAt(reversed(points), Math.max(0, length - TIP)), 5.5)
  return (
    <>
      <path className={classes.head} d={`${forward}Z`} data-near={near || undefined} />
      {both && <path className={classes.tail} d={back} data-near={near || undefined} />}
    </>
  )
}

/** Which way an attack goes, without motion. */
function Flow({ points, flow }: { points: readonly Point[]; flow: LinkPaint['flow'] }) {
  if (flow === null || flow === 'both') return null
  return (
    <path className={classes.flow} d={chevronsAlong(flow === 'forward' ? points : reversed(points), 46, 5)} />
  )
}
