import type { ReactFlowInstance, useStoreApi } from '@xyflow/react'
import type { Point } from '../../core/model/records.ts'

/** How near to the border of the canvas, in pixels, the pointer has to come, and how far the view then moves in a frame. */
const NEAR = 28
const STEP = 11

/**
 * While something is dragged to the border of the canvas, the view moves on. `moved` gets the pointer, in pixels of the
 * window, after each step. Returns how to stop.
 */
export function panAtEdges(
  store: ReturnType<typeof useStoreApi>,
  flow: Pick<ReactFlowInstance, 'getViewport' | 'setViewport'>,
  moved: (client: Point) => void,
): () => void {
  let client: Point | null = null
  let frame = 0
  const watch = (event: PointerEvent) => {
    client = [event.clientX, event.clientY]
  }
  const step = () => {
    frame = requestAnimationFrame(step)
    const bounds = store.getState().domNode?.getBoundingClientRect()
    if (client === null || bounds === undefined) return
    const dx = push(client[0] - bounds.left, bounds.right - client[0])
    const dy = push(client[1] - bounds.top, bounds.bottom - client[1])
    if (dx === 0 && dy === 0) return
    const { x, y, zoom } = flow.getViewport()
    void flow.setViewport({ x: x + dx, y: y + dy, zoom })
    moved(client)
  }
  window.addEventListener('pointermove', watch)
  frame = requestAnimationFrame(step)
  return () => {
    window.removeEventListener('pointermove', watch)
    cancelAnimationFrame(frame)
  }
}

const push = (before: number, after: number): number => (before < NEAR ? STEP : after < NEAR ? -STEP : 0)
