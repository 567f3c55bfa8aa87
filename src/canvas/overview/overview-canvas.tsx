import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef, useState } from 'react'
import type { View } from '../../core/layout/viewing.ts'
import type { Point } from '../../core/model/records.ts'
import { useSelection } from '../../state/selection-store.ts'
import { fitCanvas } from '../fit-canvas.ts'
import type { Scene } from '../scene/scene.ts'
import { useColours } from './colours.ts'
import classes from './overview.module.css'
import { paintBoard } from './paint-board.ts'

/** How much more than the screen is painted on each side, as a share of it: as far as a pan goes without painting anew. */
const MARGIN = 0.25

/** The board painted under React Flow, which keeps panning and zooming. Draws at most once a frame, and only on a change. */
export function OverviewCanvas({ scene }: { scene: Scene }) {
  const store = useStoreApi()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [hidden] = useState(() => document.createElement('canvas'))
  const selected = useSelection((state) => state.ids)
  const colours = useColours()

  useEffect(() => {
    const shown = canvas.current?.getContext('2d') ?? null
    const painting = hidden.getContext('2d')
    if (shown === null || painting === null) return
    const density = window.devicePixelRatio
    let frame = 0
    let painted: { view: View; screen: Point } | null = null

    /** What is painted is larger than the screen, so that most frames of a pan only copy a part of it. */
    const paint = (view: View, screen: Point) => {
      const [wide, high] = [screen[0] * (1 + 2 * MARGIN), screen[1] * (1 + 2 * MARGIN)]
      fitCanvas(hidden, wide * density, high * density)
      const shifted = { ...view, x: view.x + screen[0] * MARGIN, y: view.y + screen[1] * MARGIN }
      paintBoard(painting, scene, shifted, [wide, high], density, colours, selected)
      painted = { view, screen }
    }
    const draw = () => {
      frame = 0
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      const [view, screen]: [View, Point] = [{ x, y, zoom }, [width, height]]
      if (painted === null || !covers(painted, view, screen)) paint(view, screen)
      const from = painted?.view ?? view
      fitCanvas(shown.canvas, width * density, height * density)
      shown.clearRect(0, 0, shown.canvas.width, shown.canvas.height)
      const left = (x - from.x - width * MARGIN) * density
      const top = (y - from.y - height * MARGIN) * density
      shown.drawImage(hidden, Math.round(left), Math.round(top))
    }
    const stop = store.subscribe((now, before) => {
      if (now.transform === before.transform && now.width === before.width && now.height === before.height)
        return
      if (frame === 0) frame = requestAnimationFrame(draw)
    })
    // Not at once: an edit and what the analysis answers come within one frame, and whoever typed waits for neither.
    frame = requestAnimationFrame(draw)
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [store, hidden, scene, selected, colours])

  return <canvas ref={canvas} className={classes.canvas} aria-hidden />
}

const covers = (painted: { view: View; screen: Point }, view: View, [width, height]: Point): boolean =>
  painted.view.zoom === view.zoom &&
  painted.screen[0] === width &&
  painted.screen[1] === height &&
  Math.abs(view.x - painted.view.x) <= width * MARGIN &&
  Math.abs(view.y - painted.view.y) <= height * MARGIN
