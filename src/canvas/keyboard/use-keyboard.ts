import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react'
import { startComment } from '../../commands/comments.ts'
import { execute } from '../../commands/execute.ts'
import { middle } from '../../core/layout/geometry.ts'
import { closeComments } from '../../state/comment-store.ts'
import { subjectFor } from '../../state/comment-threads.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { useView } from '../../state/view-store.ts'
import { setCanvas, useCanvas } from '../canvas-store.ts'
import { choose } from '../gestures/connect.ts'
import { pick } from '../gestures/pick.ts'
import { currentScene } from '../scene/current-scene.ts'
import { elementAfter, stepFor } from './keys.ts'
import { focusedIn } from './use-focus.ts'

type Needs = Readonly<{
  root: RefObject<HTMLElement | null>
  focus: (id: string) => void
  /** Gives up the gesture that is going on; false where none is. */
  cancel: () => boolean
  /** Canvas units to pixels from the canvas' corner. */
  toLocal: (point: readonly [number, number]) => readonly [number, number]
}>

/** The keys that are the canvas' own: walking through its elements, picking one, the far end of a link, giving up. */
export function useKeyboard({ root, focus, cancel, toLocal }: Needs) {
  return useMemo(() => {
    const press = (id: string, adding: boolean) => {
      const { tool } = useView.getState()
      if (tool === 'comment') {
        const on = subjectFor(currentScene().model, id)
        if (on !== null) execute(startComment, { on, at: null })
        return
      }
      const from = useCanvas.getState().connecting?.from ?? null
      const frame = currentScene().frames.get(id)
      if (tool !== 'connect' || frame?.kind !== 'components' || !mayEdit(useConnection.getState()))
        return pick(id, adding)
      if (from === null || from === id) setCanvas({ connecting: { from: id, to: null, over: null } })
      else choose(from, id, toLocal(middle(frame)))
    }
    return (event: KeyboardEvent) => {
      if (event.defaultPrevented || (event.target as Element).closest('[data-canvas-ui]') !== null) return
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event
      const id = focusedIn(root.current)
      const { ids } = useSelection.getState()
      const { tool } = useView.getState()
      const connecting = tool === 'connect' || tool === 'comment'
      if (key === 'Escape') {
        if (cancel() || closeComments()) event.preventDefault()
        return
      }
      const isPick = key === ' ' || (key === 'Enter' && (connecting || (id !== null && !ids.has(id))))
      if (isPick && id !== null && !altKey) {
        event.preventDefault()
        return press(id, shiftKey || ctrlKey || metaKey)
      }
      if (altKey || ctrlKey || metaKey || shiftKey) return
      const step = stepFor(key, ids.size === 0 || connecting)
      const next = step === null ? null : elementAfter(currentScene(), id, step)
      if (next === null) return
      event.preventDefault()
      focus(next)
    }
  }, [root, focus, cancel, toLocal])
}

/** Where Space is a letter or presses something. */
const OWN_SPACE =
  'input, textarea, select, button, [contenteditable], [role="dialog"], [role="menu"], [role="tree"], [role="listbox"]'

/** Whether Space is held with the pointer free to drag the view. */
export function useSpaceHeld(): boolean {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    const down = (event: globalThis.KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.code !== 'Space' || event.repeat || (target?.closest(OWN_SPACE) ?? null) !== null) return
      setHeld(true)
      if (target === document.body) event.preventDefault()
    }
    const release = (event: Event) => {
      if (!('code' in event) || event.code === 'Space') setHeld(false)
    }
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', release)
    window.addEventListener('blur', release)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', release)
      window.removeEventListener('blur', release)
    }
  }, [])
  return held
}
