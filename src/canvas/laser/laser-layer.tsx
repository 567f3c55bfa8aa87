import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { Point } from '../../core/model/records.ts'
import { useConnection } from '../../state/connection-store.ts'
import { usePeople } from '../../state/people-store.ts'
import { useView } from '../../state/view-store.ts'
import { fitCanvas } from '../fit-canvas.ts'
import classes from './laser.module.css'
import { Trails } from './trails.ts'

/** This person's and the others' lasers, painted by hand over the board: React draws nothing for them. `colour`: this person's. */
export function LaserLayer({ colour }: { colour: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const store = useStoreApi()
  const flow = useReactFlow()

  useEffect(() => {
    const context = canvas.current?.getContext('2d') ?? null
    const region = canvas.current?.parentElement ?? null
    if (context === null || region === null) return
    const trails = new Trails()
    const less = matchMedia('(prefers-reduced-motion: reduce)')
    let frame = 0

    const draw = () => {
      frame = 0
      const { width, height, transform } = store.getState()
      const density = window.devicePixelRatio
      fitCanvas(context.canvas, width * density, height * density)
      const view = { x: transform[0], y: transform[1], zoom: transform[2] }
      if (trails.draw(context, view, [width, height], density, performance.now(), less.matches)) wake()
    }
    const wake = () => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    }
    const point = (at: Point | null) => {
      trails.point(usePeople.getState().self, colour, at, performance.now())
      useConnection.getState().publish({ laser: at === null ? null : [Math.round(at[0]), Math.round(at[1])] })
      wake()
    }
    const move = (event: PointerEvent) => {
      if (useView.getState().tool !== 'laser') return
      const { x, y } = flow.screenToFlowPosition(
        { x: event.clientX, y: event.clientY },
        { snapToGrid: false },
      )
      point([x, y])
    }
    const leave = () => point(null)

    region.addEventListener('pointermove', move)
    region.addEventListener('pointerleave', leave)
    const stops = [
      useView.subscribe((now, before) => {
        if (before.tool === 'laser' && now.tool !== 'laser') leave()
      }),
      usePeople.subscribe((now, before) => {
        if (now.live === before.live) return
        const time = performance.now()
        for (const [client, { laser, colour: theirs }] of now.live) trails.point(client, theirs, laser, time)
        for (const [client, { colour: theirs }] of before.live)
          if (!now.live.has(client)) trails.point(client, theirs, null, time)
        wake()
      }),
      store.subscribe((now, before) => {
        if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height)
          wake()
      }),
    ]
    for (const [client, { laser, colour: theirs }] of usePeople.getState().live)
      trails.point(client, theirs, laser, performance.now())
    wake()
    return () => {
      cancelAnimationFrame(frame)
      region.removeEventListener('pointermove', move)
      region.removeEventListener('pointerleave', leave)
      for (const stop of stops) stop()
    }
  }, [store, flow, colour])

  return <canvas ref={canvas} className={classes.lasers} data-testid="lasers" aria-hidden />
}
