import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import {
  arrowhead,
  breakIn,
  chevronsAlong,
  lengthOf,
  reversed,
  roundedPath,
  stopAt,
} from '../../core/layout/routes/path.ts'
import type { Route } from '../../core/layout/routes/route.ts'
import type { Point } from '../../core/model/records.ts'
import type { LinkPaint } from '../../core/paint/marks.ts'
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
      {paint.choke !== null && <Ring path={path} />}
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
      {(paint.mark === 'taken' || paint.blast) && <Flow points={route.points} flow={paint.flow} />}
      {paint.mark === 'taken' && paint.step !== null && <Dots points={route.points} flow={paint.flow} />}
      {paint.cut && <Break {...route} />}
    </>
  )
})

/** A border along the line: a wide stroke, and a narrower one of the ground upon it. */
const Ring = ({ path }: { path: string }) => (
  <>
    <path className={classes.ring} d={path} />
    <path className={classes.ringInside} d={path} />
  </>
)

/** Where cutting would part the critical functions from the attacker: a gap between two bars. */
function Break({ points, label }: Route) {
  const { gap, bars } = breakIn(points, label)
  return (
    <>
      <path className={classes.gap} d={gap} />
      <path className={classes.bars} d={bars} />
    </>
  )
}

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

/** The same as `Flow`, in motion; not there for those who asked for less of it. */
function Dots({ points, flow }: { points: readonly Point[]; flow: LinkPaint['flow'] }) {
  if (flow === null || flow === 'both') return null
  return (
    <path className={classes.dots} d={roundedPath(flow === 'forward' ? points : reversed(points), RADIUS)} />
  )
}

/** Which way an attack goes, without motion. */
function Flow({ points, flow }: { points: readonly Point[]; flow: LinkPaint['flow'] }) {
  if (flow === null || flow === 'both') return null
  return (
    <path className={classes.flow} d={chevronsAlong(flow === 'forward' ? points : reversed(points), 46, 5)} />
  )
}
