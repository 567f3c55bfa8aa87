import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { boundsOf } from '../../core/layout/frames.ts'
import type { Box } from '../../core/layout/geometry.ts'
import { viewOn, viewThatShows } from '../../core/layout/viewing.ts'
import { useSelection } from '../../state/selection-store.ts'
import { currentScene } from '../scene/current-scene.ts'
import type { Scene } from '../scene/scene.ts'

const MARGIN = 40

/** From further away than this an element is looked at from near, where it can be read. */
const NEAR = 0.3

export type Focus = Readonly<{
  /** Brings an element into view, so that it is drawn. */
  show: (id: string) => void
  /** The same, and gives it the focus as soon as it is mounted. */
  focus: (id: string) => void
}>

/**
 * Moves view and focus to elements; after a selection by keys that of a single one gets the focus by itself. `overview`: most
 * of the board is painted rather than mounted.
 */
export function useFocus(root: RefObject<HTMLElement | null>, overview: boolean): Focus {
  const flow = useReactFlow()
  const store = useStoreApi()
  const wanted = useRef<string | null>(null)
  const isPainted = useRef(overview)
  useLayoutEffect(() => {
    isPainted.current = overview
  }, [overview])

  const settle = useCallback(() => {
    if (wanted.current === null) return
    const element = root.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(wanted.current)}"]`)
    if (element === null || element === undefined) return
    wanted.current = null
    element.focus({ preventScroll: true })
  }, [root])

  const moves = useMemo(() => {
    const show = (id: string) => {
      const box = boxOf(currentScene(), id)
      if (box === null) return
      const { width, height } = store.getState()
      const view = flow.getViewport()
      const next =
        isPainted.current || view.zoom < NEAR
          ? viewOn(box, [width, height], MARGIN)
          : viewThatShows(view, box, [width, height], MARGIN)
      if (next !== view) void flow.setViewport(next)
    }
    const focus = (id: string) => {
      wanted.current = id
      show(id)
      settle()
    }
    return { show, focus }
  }, [flow, store, settle])

  // React Flow mounts what it is given in a later turn, of which it says nothing but that its store has changed.
  useEffect(
    () =>
      store.subscribe(() => {
        if (wanted.current !== null) requestAnimationFrame(settle)
      }),
    [store, settle],
  )
  useEffect(() => {
    let byKeys = false
    const noteKey = () => {
      byKeys = true
    }
    const notePointer = () => {
      byKeys = false
    }
    window.addEventListener('keydown', noteKey, true)
    window.addEventListener('pointerdown', notePointer, true)
    const stop = useSelection.subscribe(({ ids }, before) => {
      const [only] = ids
      if (!byKeys || ids === before.ids || ids.size !== 1 || only === undefined) return
      const inside = root.current?.contains(document.activeElement) === true
      if (inside && focusedIn(root.current) !== only) moves.focus(only)
    })
    return () => {
      window.removeEventListener('keydown', noteKey, true)
      window.removeEventListener('pointerdown', notePointer, true)
      stop()
    }
  }, [root, moves])
  return moves
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
