import { ViewportPortal } from '@xyflow/react'
import { useView } from '../../state/view-store.ts'
import { useCanvas } from '../canvas-store.ts'
import type { Scene } from '../scene/scene.ts'
import classes from './connect.module.css'

const SIDES = ['top', 'right', 'bottom', 'left'] as const

/** Where to begin a link: one grip on each side of the component under the pointer. By keyboard, C does the same. */
export function Connectors({ scene, editable }: { scene: Scene; editable: boolean }) {
  const id = useCanvas(({ hovered, drag, marquee, connecting, resizing }) =>
    drag !== null || marquee !== null || resizing !== null ? null : (connecting?.from ?? hovered),
  )
  const isRenamed = useView(({ renaming }) => renaming !== null && renaming === id)
  const frame = id === null ? undefined : scene.frames.get(id)
  if (!editable || isRenamed || frame === undefined || frame.kind !== 'components') return null
  const [x, y] = frame.at
  return (
    <ViewportPortal>
      <div
        className={classes.connectors}
        style={{ transform: `translate(${x}px, ${y}px)`, width: frame.size[0], height: frame.size[1] }}
      >
        {SIDES.map((side) => (
          <span key={side} className={classes.connector} data-side={side} data-connect-from={frame.id} />
        ))}
      </div>
    </ViewportPortal>
  )
}
