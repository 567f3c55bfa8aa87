import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { boundsOf } from '../../core/layout/frames.ts'
import type { Box } from '../../core/layout/geometry.ts'
import { viewOn, viewThatShows } from '../../core/layout/viewing.ts'
import { useSelection } from '../../state/selection-store.ts'
import { currentScene } from '../scene/current-scene.ts'
import type { Scene } from '../scene/scene.ts'

const MARGIN = 40

/** Brings an element into view and gives it the focus, as soon as it is mounted. */
export function useFocus(root: RefObject<HTMLElement | null>, mounted: unknown) {
  const flow = useReactFlow()
  const store = useStoreApi()
  const wanted = useRef<string | null>(null)

  const settle = useCallback(() => {
    if (wanted.current === null) return
    const element = root.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(wanted.current)}"]`)
    if (element === null || element === undefined) return
    wanted.current = null
    element.focus({ preventScroll: true })
  }, [root])

  const focus = useCallback(
    (id: string) => {
      const box = boxOf(currentScene(), id)
      if (box === null) return
      wanted.current = id
      const { width, height } = store.getState()
      const view = flow.getViewport()
      // From far away, where nothing is mounted, the element is looked at from near.
      const near = view.zoom < 0.3 ? { ...viewOn(box, [width, height], MARGIN), zoom: 1 } : view
      const next = viewThatShows(near, box, [width, height], MARGIN)
      if (next !== view) void flow.setViewport(next)
      settle()
    },
    [flow, store, settle],
  )

  useEffect(settle, [settle, mounted])
  useEffect(
    () =>
      useSelection.subscribe(({ ids }, before) => {
        const [only] = ids
        const inside = root.current?.contains(document.activeElement) === true
        if (
          ids !== before.ids &&
          ids.size === 1 &&
          only !== undefined &&
          inside &&
          focusedIn(root.current) !== only
        )
          focus(only)
      }),
    [root, focus],
  )
  return focus
}

/** The id of the element that has the focus, if one has. */
export function focusedIn(root: HTMLElement | null): string | null {
  const active = document.activeElement
  if (root === null || active === null || !root.contains(active)) return null
  return active.matches('.react-flow__node, .react-flow__edge') ? active.getAttribute('data-id') : null
}

function boxOf({ frames, routes }: Scene, id: string): Box | null {
  const frame = frames.get(id)
  if (frame !== undefined) return frame
  const points = routes.get(id)?.points
  return points === undefined ? null : boundsOf(points.map((at) => ({ at, size: [0, 0] as const })))
}
