import { ViewportPortal } from '@xyflow/react'
import { useCanvas } from '../canvas-store.ts'
import classes from './controls.module.css'

export function Marquee() {
  const box = useCanvas((state) => state.marquee)
  if (box === null) return null
  return (
    <ViewportPortal>
      <svg className={classes.marquee} aria-hidden>
        <rect x={box.at[0]} y={box.at[1]} width={box.size[0]} height={box.size[1]} />
      </svg>
    </ViewportPortal>
  )
}
