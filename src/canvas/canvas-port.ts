import { type ReactFlowInstance, useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { CanvasPort } from '../commands/command.ts'
import { getHost } from '../commands/execute.ts'
import { boundsOf } from '../core/layout/frames.ts'
import { type Box, middle } from '../core/layout/geometry.ts'
import { LEAST_ZOOM, MOST_ZOOM, viewAs, viewOn, viewThatShows } from '../core/layout/viewing.ts'
import { currentScene } from './scene/current-scene.ts'
import type { Scene } from './scene/scene.ts'

const PADDING = 32
/** What the bar of controls takes at the bottom: nothing that is to be shown is put under it. */
const BAR = 50
const GLIDE_MS = 180
/** At this zoom names and labels can be read. */
const READABLE = 0.7

/** Lets commands look at the canvas as long as it is mounted, and shows the whole board once it has something on it. */
export function useCanvasPort(isEmpty: boolean): void {
  const flow = useReactFlow()
  const store = useStoreApi()
  useEffect(() => {
    const port = portOf(flow, store)
    const host = getHost()
    if (host === null) return
    host.canvas = port
    return () => {
      if (host.canvas === port) host.canvas = null
    }
  }, [flow, store])

  const shown = useRef(false)
  useEffect(() => {
    if (shown.current || isEmpty) return
    const show = (): boolean => {
      const { width, height, panZoom } = store.getState()
      if (shown.current || width === 0 || height === 0 || panZoom === null) return shown.current
      shown.current = true
      const box = boxOf(currentScene(), null)
      if (box !== null) void flow.setViewport(viewOn(box, aboveBar([width, height]), PADDING))
      return true
    }
    // The canvas may not have been laid out yet.
    return show() ? undefined : store.subscribe(show)
  }, [flow, store, isEmpty])
}

function portOf(flow: ReactFlowInstance, store: ReturnType<typeof useStoreApi>): CanvasPort {
  const screen = () => {
    const { width, height } = store.getState()
    return [width, height] as const
  }
  const zoomTo = (zoom: number) => void flow.zoomTo(Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom)), glide())
  return {
    fit(ids) {
      const box = boxOf(currentScene(), ids)
      if (box !== null) void flow.setViewport(viewOn(box, aboveBar(screen()), PADDING), glide())
    },
    reveal(ids) {
      const box = boxOf(currentScene(), ids)
      if (box === null) return
      const view = flow.getViewport()
      const size = aboveBar(screen())
      const hasRoom = ([0, 1] as const).every(
        (axis) => box.size[axis] * view.zoom + 2 * PADDING <= size[axis],
      )
      const next = hasRoom ? viewThatShows(view, box, size, PADDING) : viewOn(box, size, PADDING)
      if (next !== view) void flow.setViewport(next, glide())
    },
    centreOn(target) {
      const box: Box | null =
        typeof target === 'string' ? boxOf(currentScene(), [target]) : { at: target, size: [0, 0] }
      if (box === null) return
      const [x, y] = middle(box)
      const zoom = Math.max(flow.getZoom(), READABLE)
      void flow.setCenter(x, y, { zoom, ...glide() })
    },
    zoomBy: (factor) => zoomTo(flow.getZoom() * factor),
    zoomTo,
    centre() {
      const [width, height] = screen()
      const { x, y, zoom } = flow.getViewport()
      return [(width / 2 - x) / zoom, (height / 2 - y) / zoom]
    },
    view() {
      const [w, h] = screen()
      return { ...flow.getViewport(), w, h }
    },
    lookAs(view) {
      void flow.setViewport(viewAs(view, [view.w, view.h], screen()), glide())
    },
  }
}

const aboveBar = ([width, height]: readonly [number, number]) => [width, Math.max(height - BAR, 1)] as const

const glide = () => ({ duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : GLIDE_MS })

/** The rectangle around these elements, or around all; null where there are none. */
function boxOf({ settled, routes }: Scene, ids: readonly string[] | null): Box | null {
  const points = (id: string) => (routes.get(id)?.points ?? []).map((at) => ({ at, size: [0, 0] as const }))
  if (ids === null) return boundsOf([...settled.values()])
  return boundsOf(
    ids.flatMap((id): Box[] => {
      const frame = settled.get(id)
      return frame === undefined ? points(id) : [{ at: frame.at, size: frame.size }]
    }),
  )
}
