import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useSelection } from '../../state/selection-store.ts'
import type { Scene } from '../scene/scene.ts'
import { useColours } from './colours.ts'
import { OverviewPainter } from './overview-painter.ts'
import classes from './overview.module.css'

/** The board painted under React Flow, which keeps panning and zooming. */
export function OverviewCanvas({ scene }: { scene: Scene }) {
  const store = useStoreApi()
  const canvas = useRef<HTMLCanvasElement>(null)
  const painter = useRef<OverviewPainter>(null)
  const selected = useSelection((state) => state.ids)
  const colours = useColours()

  useEffect(() => {
    if (canvas.current === null) return
    const painting = new OverviewPainter(canvas.current, () => {
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      return { view: { x, y, zoom }, screen: [width, height], density: window.devicePixelRatio }
    })
    painter.current = painting
    const stop = store.subscribe((now, before) => {
      const isSame =
        now.transform === before.transform && now.width === before.width && now.height === before.height
      if (!isSame) painting.ask()
    })
    return () => {
      painting.stop()
      stop()
    }
  }, [store])
  useEffect(() => painter.current?.show({ scene, selected, colours }), [scene, selected, colours])

  return <canvas ref={canvas} className={classes.canvas} aria-hidden />
}
