import { EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
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
import { useView } from '../../state/view-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { NameEditor } from '../nodes/name-editor.tsx'
import type { LinkPaint } from '../paint/paint.ts'
import type { LinkData, LinkEdgeType } from './edge-types.ts'
import classes from './edges.module.css'

const RADIUS = 9
/** Arrowheads stop short of the component, so that their tip can be seen. */
const TIP = 1.5

export const LinkEdge = memo(function LinkEdge({ id, data, selected }: EdgeProps<LinkEdgeType>) {
  const renaming = useView((view) => view.renaming === id)
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
      <EdgeLabelRenderer>
        <Label id={id} data={data} renaming={renaming} selected={selected === true} />
        {paint.door !== null && <Door points={route.points} door={paint.door} />}
      </EdgeLabelRenderer>
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

function Label(props: { id: string; data: LinkData; renaming: boolean; selected: boolean }) {
  const { id, data, renaming, selected } = props
  const { label, route, paint, near } = data
  if (label === null && paint.step === null && !renaming) return null
  const [x, y] = route.label
  return (
    <div
      className={classes.label}
      style={{ transform: centredOn(x, y) }}
      data-link-label={id}
      data-mark={paint.mark ?? undefined}
      data-step={paint.step !== null || undefined}
      data-near={near || selected || undefined}
      data-selected={selected || undefined}
      aria-hidden={renaming ? undefined : true}
    >
      {paint.step !== null && <span className={classes.step}>{paint.step}</span>}
      {renaming ? <NameEditor kind="links" id={id} name={data.link.name ?? ''} /> : label}
    </div>
  )
}

/** Larger where the board is seen from far. */
const centredOn = (x: number, y: number): string =>
  `translate(${x}px, ${y}px) translate(-50%, -50%) scale(var(--larger, 1))`

/** A closed door stands just before the component that is reached. */
function Door({ points, door }: { points: readonly Point[]; door: 'from' | 'to' }) {
  const line = door === 'to' ? points : reversed(points)
  const length = lengthOf(line)
  const [x, y] = stopAt(line, Math.max(length / 2, length - 17)).at
  return (
    <span className={classes.door} style={{ transform: centredOn(x, y) }}>
      <Icon name="reached" size={12} />
    </span>
  )
}
