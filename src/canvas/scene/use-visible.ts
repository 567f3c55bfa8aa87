import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import { overlap } from '../../core/layout/geometry.ts'
import type { PlacedFrame } from '../../core/layout/board-frames.ts'
import { lineTouches } from '../../core/layout/touching.ts'
import { windowOf } from '../../core/layout/viewing.ts'
import type { Link } from '../../core/model/records.ts'
import type { Scene } from './scene.ts'

/** Up to here a board is mounted whole; a larger one only where it is looked at. */
const SMALL_BOARD = 250
/** More than this in view is painted instead. */
const MOST_MOUNTED = 500
/** Links cost more to draw than to mount; beyond this the painter takes them as well. */
const MOST_LINKS = 900
/** In pixels: how far the view moves before what is mounted is looked over again. */
const STEP = 320

export type Visible = Readonly<{
  /** Only a part of the board is given to React Flow, and it mounts only what is on the screen. */
  partial: boolean
  /** Nothing is mounted; the painter shows the board. */
  overview: boolean
  frames: readonly PlacedFrame[]
  links: readonly Link[]
}>

/** What of the scene is to be mounted for the present view. */
export function useVisible(scene: Scene): Visible {
  const { frames, routes, model } = scene
  const isSmall = frames.size + model.links.length <= SMALL_BOARD
  const key = useStore(({ transform: [x, y, zoom], width, height }) => {
    if (isSmall) return ''
    const { at, size } = windowOf({ x, y, zoom }, [width, height], STEP)
    return [...at, ...size].join()
  })
  return useMemo(() => {
    if (isSmall) return { partial: false, overview: false, frames: [...frames.values()], links: model.links }
    const [x = 0, y = 0, width = 0, height = 0] = key.split(',').map(Number)
    const view = { at: [x, y], size: [width, height] } as const
    const inView = new Set<string>()
    for (const frame of frames.values()) if (overlap(frame, view)) inView.add(frame.id)
    const links = model.links.filter(({ id }) => {
      const points = routes.get(id)?.points
      return points !== undefined && lineTouches(points, view)
    })
    if (inView.size > MOST_MOUNTED || links.length > MOST_LINKS)
      return { partial: true, overview: true, frames: [], links: [] }
    // React Flow needs the ends of every edge, and around every node what it stands in.
    const needed = new Set(inView)
    for (const { from, to } of links) for (const end of [from, to]) if (end !== null) needed.add(end)
    for (const id of needed) {
      const home = frames.get(id)?.home ?? null
      if (home !== null) needed.add(home)
    }
    return {
      partial: true,
      overview: false,
      frames: [...frames.values()].filter(({ id }) => needed.has(id)),
      links,
    }
  }, [isSmall, key, frames, routes, model.links])
}
