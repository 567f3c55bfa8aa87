import { ViewportPortal } from '@xyflow/react'
import { PULLS } from '../../core/layout/resizing.ts'
import { useSelection } from '../../state/selection-store.ts'
import { useCanvas } from '../canvas-store.ts'
import type { Scene } from '../scene/scene.ts'
import classes from './nodes.module.css'

/** What to pull to resize the one segment or note that is selected: four edges, four corners. Above all links. */
export function Pulls({ scene, editable }: { scene: Scene; editable: boolean }) {
  const only = useSelection(({ ids }) => (ids.size === 1 ? [...ids][0] : undefined))
  const isMoving = useCanvas(({ drag, marquee }) => drag !== null || marquee !== null)
  const frame = only === undefined ? undefined : scene.frames.get(only)
  if (!editable || isMoving || frame === undefined || frame.kind === 'components') return null
  const [x, y] = frame.at
  return (
    <ViewportPortal>
      <div
        className={classes.pulls}
        style={{ transform: `translate(${x}px, ${y}px)`, width: frame.size[0], height: frame.size[1] }}
      >
        {PULLS.map((pull) => (
          <span key={pull} className={classes.pull} data-pull={pull} data-pull-of={frame.id} />
        ))}
      </div>
    </ViewportPortal>
  )
}
