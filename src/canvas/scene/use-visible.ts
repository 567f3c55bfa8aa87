import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import { type Box, grown, overlap } from '../../core/layout/geometry.ts'
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
const STEP = 200

/** Room for the rounding of corners, outlines and arrowheads beyond what is seen. */
const MARGIN = 60

export type Visible = Readonly<{
  /** Nothing is mounted; the painter shows the board. */
  overview: boolean
  /** Where lines may be cut off, since nobody sees further; null where they are drawn whole. */
  window: Box | null
  frames: readonly PlacedFrame[]
  /** Out of view, but ends of links that are in view: React Flow wants to know them. */
  anchors: readonly PlacedFrame[]
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
    if (isSmall)
      return {
        overview: false,
        window: null,
        frames: [...frames.values()],
        anchors: [],
        links: model.links,
      }
    const [x = 0, y = 0, width = 0, height = 0] = key.split(',').map(Number)
    const view = { at: [x, y], size: [width, height] } as const
    const inView = new Set<string>()
    for (const frame of frames.values()) if (overlap(frame, view)) inView.add(frame.id)
    const links = model.links.filter(({ id }) => {
      const points = routes.get(id)?.points
      return points !== undefined && lineTouches(points, view)
    })
    if (inView.size > MOST_MOUNTED || links.length > MOST_LINKS)
      return { overview: true, window: null, frames: [], anchors: [], links: [] }
    // A segment in view may stand in one whose frame is not: React Flow needs that one, too.
    for (const id of inView) {
      const home = frames.get(id)?.home ?? null
      if (home !== null) inView.add(home)
    }
    const ends = new Set(links.flatMap(({ from, to }) => [from, to]))
    return {
      overview: false,
      window: grown(view, MARGIN),
      frames: [...frames.values()].filter(({ id }) => inView.has(id)),
      anchors: [...frames.values()].filter(({ id }) => ends.has(id) && !inView.has(id)),
      links,
    }
  }, [isSmall, key, frames, routes, model.links])
}
