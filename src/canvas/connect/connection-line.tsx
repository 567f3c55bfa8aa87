import { ViewportPortal } from '@xyflow/react'
import { middle } from '../../core/layout/geometry.ts'
import { useCanvas } from '../canvas-store.ts'
import type { Scene } from '../scene/scene.ts'
import classes from './connect.module.css'

/** The link that is being drawn, from the middle of its beginning to the pointer or the component under it. */
export function ConnectionLine({ scene }: { scene: Scene }) {
  const connecting = useCanvas((state) => state.connecting)
  const from = connecting === null ? undefined : scene.frames.get(connecting.from)
  if (connecting === null || from === undefined) return null
  const over = connecting.over === null ? undefined : scene.frames.get(connecting.over)
  const to = over === undefined ? connecting.to : middle(over)
  const [x, y] = middle(from)
  return (
    <ViewportPortal>
      <svg className={classes.drawing} aria-hidden>
        <rect
          className={classes.start}
          x={from.at[0] - 4}
          y={from.at[1] - 4}
          width={from.size[0] + 8}
          height={from.size[1] + 8}
          rx={11}
        />
        {to !== null && <path className={classes.line} d={`M${x} ${y}L${to[0]} ${to[1]}`} />}
      </svg>
    </ViewportPortal>
  )
}
