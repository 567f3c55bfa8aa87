import { copy, cut } from './clipboard.ts'
import type { Command, Situation } from './command.ts'
import { execute, isEnabled, situation } from './execute.ts'
import { type KeyPress, matchesKeys, parseKeys } from './keys.ts'
import { LISTED } from './registry.ts'

/**
 * Where keys go: `beside` what lies on the canvas and is no part of the drawing (a tool, a pin), `typing` in a field, `dialog`
 * in a dialog, menu or list that has keys of its own.
 */
export type Focus = 'canvas' | 'beside' | 'typing' | 'dialog' | 'other'

/** The command that a key press means here and now, null where it is none of ours. */
export function commandForKey(press: KeyPress, now: Situation, focus: Focus, mac?: boolean): Command | null {
  if (press.isComposing === true || focus === 'typing' || focus === 'dialog' || now.view.dialog !== null)
    return null
  return (
    LISTED.find(
      (command) =>
        command.keys?.some((keys) => countsIn(focus, command, keys) && matchesKeys(keys, press, mac)) ===
          true && isEnabled(command, now),
    ) ?? null
  )
}

/**
 * Whether a combination of a command counts where the focus is. Beside the drawing only characters do: a tool was clicked, a
 * comment was closed, and the next tool is a letter away – but Enter, Delete and the arrows are for the button there.
 */
export function countsIn(focus: Focus, { canvasOnly }: Command, keys: string): boolean {
  if (focus === 'typing' || focus === 'dialog') return false
  if (focus === 'canvas' || canvasOnly === undefined) return true
  const { mod, alt, key } = parseKeys(keys)
  if (focus === 'beside' && key.length === 1 && !mod && !alt) return true
  return canvasOnly === 'bare' && (mod || alt)
}

const TYPING = 'textarea, select, [contenteditable]:not([contenteditable="false"]), input'
/** Inputs that take no text: keys on them are free. */
const PRESSED = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'color', 'range'])
const OWN_KEYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [aria-modal="true"]'
/** What carries this attribute takes the canvas' keys. */
const CANVAS = '[data-shortcuts="canvas"], .react-flow'
const BESIDE = '[data-canvas-ui]'
/** A dialog that is open; one that fades is inert. */
const OPEN_DIALOG = '[aria-modal="true"]:not([inert])'

/** Where the focus is. With nothing focused keys are meant for the canvas, the main part of the page. */
export function focusOf(element: Element | null): Focus {
  if (element === null || element.localName === 'body') return 'canvas'
  if (element.closest(OWN_KEYS) !== null) return 'dialog'
  const isPressed = element.localName === 'input' && PRESSED.has(element.getAttribute('type') ?? 'text')
  if (!isPressed && element.closest(TYPING) !== null) return 'typing'
  if (element.closest(BESIDE) !== null) return 'beside'
  return element.closest(CANVAS) === null ? 'other' : 'canvas'
}

/** Words that a person has marked outside the canvas are what copying means then. */
function hasSelectedText({ document }: Window): boolean {
  const marked = document.getSelection()
  if (marked === null || marked.isCollapsed) return false
  const inCanvas = marked.anchorNode?.parentElement?.closest(CANVAS) ?? null
  return inCanvas === null
}

/** Runs commands for the keys pressed in a window. Returns the detaching. */
export function attachShortcuts(window: Window): () => void {
  // Noted before anything else has the key, so that what closes a dialog means nothing beneath it. A dialog is asked for
  // as such because it takes the focus only a moment after it has opened.
  let isBeneath = false
  const note = () => {
    isBeneath = window.document.querySelector(OPEN_DIALOG) !== null
  }
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isBeneath) return
    const focus = focusOf(event.target instanceof Element ? event.target : null)
    const command = commandForKey(event, situation(), focus)
    if (command === null || ((command === copy || command === cut) && hasSelectedText(window))) return
    event.preventDefault()
    execute(command)
  }
  window.addEventListener('keydown', note, { capture: true })
  window.addEventListener('keydown', press)
  return () => {
    window.removeEventListener('keydown', note, { capture: true })
    window.removeEventListener('keydown', press)
  }
}
