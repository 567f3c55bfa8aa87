import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { type Box, grown } from '../../core/layout/geometry.ts'
import { indexById } from '../../core/model/lookup.ts'
import { loudColour, mixed, useColours } from '../overview/colours.ts'
import { hueOf } from '../../core/paint/hues.ts'
import type { Scene } from '../scene/scene.ts'
import classes from './controls.module.css'

const [WIDTH, HEIGHT] = [168, 106]

export function MinimapPicture({ scene, around }: { scene: Scene; around: Box }) {
  const { settled, model, paint } = scene
  const flow = useReactFlow()
  const store = useStoreApi()
  const canvas = useRef<HTMLCanvasElement>(null)
  const colours = useColours()
  const bounds = useMemo(() => grown(around, 40), [around])
  const scale = Math.min(WIDTH / bounds.size[0], HEIGHT / bounds.size[1])
  const [left, top] = [(WIDTH - bounds.size[0] * scale) / 2, (HEIGHT - bounds.size[1] * scale) / 2]

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d') ?? null
    if (element === null || context === null) return
    const density = window.devicePixelRatio
    element.width = WIDTH * density
    element.height = HEIGHT * density
    const segments = indexById(model.segments)
    context.setTransform(
      density * scale,
      0,
      0,
      density * scale,
      density * (left - bounds.at[0] * scale),
      density * (top - bounds.at[1] * scale),
    )
    for (const { id, kind, at, size } of settled.values()) {
      const painted = paint.components.get(id)
      const loud = painted === undefined ? null : loudColour(painted, colours)
      const hue = kind === 'segments' ? hueOf(segments.get(id)?.kind ?? null) : null
      context.fillStyle =
        hue !== null ? mixed(hue, 0.16, colours.canvas) : (loud ?? mixed(colours.line, 0.8, colours.canvas))
      context.fillRect(...at, ...size)
    }
  }, [settled, model.segments, paint, scale, left, top, bounds, colours])

  const goTo = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = (event.clientX - box.left - left) / scale + bounds.at[0]
    const y = (event.clientY - box.top - top) / scale + bounds.at[1]
    const { width, height, transform } = store.getState()
    const zoom = transform[2]
    void flow.setViewport({ x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom })
  }
  return (
    <div
      className={classes.minimap}
      style={{ width: WIDTH, height: HEIGHT }}
      aria-hidden
      data-canvas-ui=""
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        goTo(event)
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event)
      }}
    >
      <canvas ref={canvas} style={{ width: WIDTH, height: HEIGHT }} />
      <Seen bounds={bounds} scale={scale} left={left} top={top} />
    </div>
  )
}

/** The part of the board that is on the screen; moved without React, since it moves with every frame of a pan. */
function Seen({ bounds, scale, left, top }: { bounds: Box; scale: number; left: number; top: number }) {
  const store = useStoreApi()
  const frame = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const place = () => {
      const { transform, width, height } = store.getState()
      const [x, y, zoom] = transform
      const style = frame.current?.style
      if (style === undefined) return
      style.transform = `translate(${(-x / zoom - bounds.at[0]) * scale + left}px, ${(-y / zoom - bounds.at[1]) * scale + top}px)`
      style.width = `${(width / zoom) * scale}px`
      style.height = `${(height / zoom) * scale}px`
    }
    place()
    return store.subscribe(place)
  }, [store, bounds, scale, left, top])
  return <span ref={frame} className={classes.seen} />
}
