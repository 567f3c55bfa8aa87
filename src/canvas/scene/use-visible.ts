import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import { type Box, grown, overlap } from '../../core/layout/geometry.ts'
import type { PlacedFrame } from '../../core/layout/board-frames.ts'
import { lineTouches } from '../../core/layout/touching.ts'
import { windowOf } from '../../core/layout/viewing.ts'
import type { Link } from '../../core/model/records.ts'
import { isLoud, NO_COMPONENT_PAINT, NO_LINK_PAINT } from '../../core/paint/marks.ts'
import type { Scene } from './scene.ts'

/** Up to here a board is mounted whole; a larger one only where it is looked at. */
const SMALL_BOARD = 250
/** Of an overview, as many on routes are mounted over the painting, for those who do not see it. */
const MOST_ON_ROUTES = 100
/** More than this in view is painted instead. */
const MOST_MOUNTED = 500
/** Links cost more to draw than to mount; beyond this the painter takes them as well. */
const MOST_LINKS = 900
/** In pixels: how far the view moves before what is mounted is looked over again. */
const STEP = 400

/** Room for the rounding of corners, outlines and arrowheads beyond what is seen. */
const MARGIN = 60

export type Visible = Readonly<{
  /** The painter shows the board; only what is on a route is mounted. */
  overview: boolean
  /** Where lines may be cut off, since nobody sees further; null where they are drawn whole. */
  window: Box | null
  frames: readonly PlacedFrame[]
  links: readonly Link[]
}>

/** What of the scene is to be mounted for the present view. */
export function useVisible(scene: Scene): Visible {
  const { frames, routes, model, paint } = scene
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
      return { overview: true, window: null, ...onRoutes({ frames, paint }, inView, links) }
    const inPart = withHomes(inView, frames)
    return {
      overview: false,
      window: grown(view, MARGIN),
      frames: [...frames.values()].filter(({ id }) => inPart.has(id)),
      links,
    }
  }, [isSmall, key, paint, frames, routes, model.links])
}

/** What is in view may stand in a segment whose frame is not: React Flow needs that one, too. */
function withHomes(ids: Iterable<string>, frames: Scene['frames']): ReadonlySet<string> {
  const all = new Set(ids)
  for (const id of all) {
    const home = frames.get(id)?.home ?? null
    if (home !== null) all.add(home)
  }
  return all
}

function onRoutes(
  { frames, paint }: Pick<Scene, 'frames' | 'paint'>,
  inView: ReadonlySet<string>,
  links: readonly Link[],
) {
  const marked = firstOf(inView, (id) => isLoud(paint.components.get(id) ?? NO_COMPONENT_PAINT))
  const mounted = withHomes(marked, frames)
  return {
    frames: [...frames.values()].filter(({ id }) => mounted.has(id)),
    links: firstOf(links, ({ id }) => isLoud(paint.links.get(id) ?? NO_LINK_PAINT)),
  }
}

function firstOf<T>(all: Iterable<T>, isMarked: (each: T) => boolean): T[] {
  const first: T[] = []
  for (const each of all) {
    if (first.length === MOST_ON_ROUTES) break
    if (isMarked(each)) first.push(each)
  }
  return first
}
