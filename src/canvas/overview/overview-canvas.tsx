import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useSelection } from '../../state/selection-store.ts'
import type { Scene } from '../scene/scene.ts'
import { useColours } from './colours.ts'
import { paintBoard } from './paint-board.ts'
import classes from './overview.module.css'

/** The board painted under React Flow, which keeps panning and zooming. Draws at most once a frame, and only on a change. */
export function OverviewCanvas({ scene }: { scene: Scene }) {
  const store = useStoreApi()
  const canvas = useRef<HTMLCanvasElement>(null)
  const selected = useSelection((state) => state.ids)
  const colours = useColours()

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d') ?? null
    if (element === null || context === null) return
    let frame = 0
    const draw = () => {
      frame = 0
      const { transform, width, height } = store.getState()
      const density = window.devicePixelRatio
      const [wide, high] = [Math.round(width * density), Math.round(height * density)]
      if (element.width !== wide || element.height !== high) {
        element.width = wide
        element.height = high
      }
      const [x, y, zoom] = transform
      paintBoard(context, scene, { x, y, zoom }, [width, height], density, colours, selected)
    }
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    const stop = store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
        ask()
    })
    draw()
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [store, scene, selected, colours])

  return <canvas ref={canvas} className={classes.canvas} aria-hidden />
}
