import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type MouseEvent, type PointerEvent, type RefObject, useMemo, useRef } from 'react'
import { startComment } from '../../commands/comments.ts'
import { execute } from '../../commands/execute.ts'
import { rename } from '../../commands/rename.ts'
import { componentAt, hitAt } from '../../core/layout/hit.ts'
import type { Point } from '../../core/model/records.ts'
import { closeComments } from '../../state/comment-store.ts'
import { subjectFor } from '../../state/comment-threads.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { useView } from '../../state/view-store.ts'
import { endGesture, setCanvas, useCanvas } from '../canvas-store.ts'
import { currentScene } from '../scene/current-scene.ts'
import type { Scene } from '../scene/scene.ts'
import { panAtEdges } from './edge-pan.ts'
import type { Gesture } from './gesture.ts'
import { choose, connecting } from './connect.ts'
import { dragging } from './drag.ts'
import { marquee } from './marquee.ts'
import { pick, pickAll } from './pick.ts'
import { resizing } from './resize.ts'
import { type Target, targetOf } from './target.ts'

type Press = {
  readonly target: Target
  readonly pointer: number
  readonly touch: boolean
  readonly client: Point
  readonly start: Point
  readonly adding: boolean
  readonly copying: boolean
  gesture: Gesture | null
  stopPanning: () => void
}

export type PointerHandlers = Readonly<{
  onPointerDown: (event: PointerEvent) => void
  onPointerMove: (event: PointerEvent) => void
  onPointerUp: (event: PointerEvent) => void
  onPointerCancel: () => void
  onPointerOver: (event: PointerEvent) => void
  onPointerLeave: () => void
  onDoubleClick: (event: MouseEvent) => void
  onContextMenu: (event: MouseEvent) => void
  /** Gives up what is going on, as Escape does. Returns whether anything was. */
  cancel: () => boolean
}>

/** How far a pointer moves, in pixels, before a press becomes a drag. */
const STILL = 4

/**
 * All that the main button does on the canvas: select, marquee, move, resize, connect. React Flow keeps panning and zooming.
 * `overview` says that elements are painted rather than mounted, so that they are found by where they are.
 */
export function usePointer(
  surface: RefObject<HTMLElement | null>,
  overview: boolean,
  hand: boolean,
): PointerHandlers {
  const flow = useReactFlow()
  const store = useStoreApi()
  const press = useRef<Press | null>(null)

  return useMemo(() => {
    const toPoint = ([x, y]: Point): Point => {
      const at = flow.screenToFlowPosition({ x, y })
      return [at.x, at.y]
    }
    const toLocal = ([x, y]: Point): Point => {
      const bounds = surface.current?.getBoundingClientRect()
      return [x - (bounds?.left ?? 0), y - (bounds?.top ?? 0)]
    }
    const clientOf = (event: MouseEvent): Point => [event.clientX, event.clientY]
    const find = (event: MouseEvent): Target | null => {
      const target = targetOf(event.target as Element)
      if (!overview || target?.kind !== 'pane') return target
      const { frames, routes } = currentScene()
      const id = hitAt(frames, routes, toPoint(clientOf(event)), 1 / flow.getZoom())
      return id === null ? target : { kind: 'element', id }
    }

    const begin = ({ target, start, adding, copying, touch }: Press): Gesture | null => {
      if (useView.getState().tool === 'comment') return null
      const editable = mayEdit(useConnection.getState())
      // A link cannot be moved, so a drag that begins on one is meant for what lies behind.
      const isBehind =
        target.kind === 'pane' || (target.kind === 'element' && !currentScene().frames.has(target.id))
      if (isBehind) return touch ? null : marquee(start, adding)
      if (!editable) return null
      if (target.kind === 'pull') return resizing(start, target.id, target.pull)
      const isComponent = currentScene().frames.get(target.id)?.kind === 'components'
      if (target.kind === 'connector' || (isComponent && useView.getState().tool === 'connect')) {
        return connecting(target.id, toLocal)
      }
      if (!useSelection.getState().ids.has(target.id)) pick(target.id, adding)
      return dragging(start, useSelection.getState().ids, copying)
    }

    const click = (event: PointerEvent, { target, start, adding }: Press) => {
      if (useView.getState().tool === 'comment') return commentOn(target, start)
      if (useView.getState().tool === 'connect')
        return connectClick(target, currentScene(), toLocal(clientOf(event)))
      if (target.kind === 'pane') {
        if (!adding) pickAll([])
      } else if (target.kind !== 'connector') pick(target.id, adding)
    }

    const finish = (event: PointerEvent | null) => {
      const now = press.current
      press.current = null
      if (now === null) return
      now.stopPanning()
      if (now.gesture === null) {
        if (event !== null) click(event, now)
      } else if (event === null) endGesture()
      else now.gesture.end(toPoint(clientOf(event)), clientOf(event))
    }

    return {
      onPointerDown: (event) => {
        const target = find(event)
        if (target === null) return
        setCanvas({ menu: null })
        if (event.button !== 0 || !event.isPrimary || hand || press.current !== null) return
        closeComments()
        const client = clientOf(event)
        const adding = event.shiftKey || event.ctrlKey || event.metaKey
        const touch = event.pointerType === 'touch'
        const start = toPoint(client)
        const stopPanning = () => undefined
        press.current = {
          target,
          pointer: event.pointerId,
          touch,
          client,
          start,
          adding,
          copying: event.altKey,
          gesture: null,
          stopPanning,
        }
      },
      onPointerMove: (event) => {
        const now = press.current
        if (now === null) return follow(toPoint(clientOf(event)), currentScene())
        if (event.pointerId !== now.pointer) return
        const client = clientOf(event)
        if (now.gesture === null) {
          if (Math.hypot(client[0] - now.client[0], client[1] - now.client[1]) <= STILL) return
          now.gesture = begin(now)
          if (now.gesture === null) return void (press.current = null)
          surface.current?.setPointerCapture(event.pointerId)
          now.stopPanning = panAtEdges(store, flow, (point) => now.gesture?.move(toPoint(point)))
        }
        now.gesture.move(toPoint(client))
      },
      onPointerUp: (event) => {
        if (press.current?.pointer === event.pointerId) finish(event)
      },
      onPointerCancel: () => finish(null),
      onPointerOver: (event) => {
        if (press.current !== null || overview) return
        const target = targetOf(event.target as Element)
        const id = target === null || target.kind === 'pane' ? null : target.id
        if (useCanvas.getState().hovered !== id) setCanvas({ hovered: id })
      },
      onPointerLeave: () => setCanvas({ hovered: null }),
      onDoubleClick: (event) => {
        const target = find(event)
        if (target?.kind === 'element') execute(rename)
      },
      onContextMenu: (event) => {
        const target = find(event)
        if (target === null) return
        event.preventDefault()
        if (target.kind === 'pane') pickAll([])
        else if (!useSelection.getState().ids.has(target.id)) pick(target.id, false)
        setCanvas({ menu: toLocal(clientOf(event)) })
      },
      cancel: () => {
        const isOn = press.current !== null || useCanvas.getState().connecting !== null
        if (press.current !== null) finish(null)
        endGesture()
        return isOn
      },
    }
  }, [flow, store, surface, overview, hand])
}

/** With the connect tool: first one end, then the other. */
function connectClick(target: Target, { frames }: Scene, at: Point): void {
  const id = target.kind === 'pane' || frames.get(target.id)?.kind !== 'components' ? null : target.id
  const from = useCanvas.getState().connecting?.from ?? null
  if (id === null) return setCanvas({ connecting: null })
  if (from === null || from === id) setCanvas({ connecting: { from: id, to: null, over: null } })
  else choose(from, id, at)
}

/** On an element where a comment can be on one, else at the point. */
function commentOn(target: Target, point: Point): void {
  const on = target.kind === 'pane' ? null : subjectFor(currentScene().model, target.id)
  execute(startComment, { on, at: on === null ? point : null })
}

/** After the first click of the connect tool the line follows the pointer. */
function follow(point: Point, { frames }: Scene): void {
  const { connecting } = useCanvas.getState()
  if (connecting === null) return
  const under = componentAt(frames, point)
  const over = under === connecting.from ? null : under
  setCanvas({ connecting: { ...connecting, to: point, over } })
}
