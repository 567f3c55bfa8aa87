import { PULLS, type Pull } from '../../core/layout/resizing.ts'

/** What a press or click is about. Elements are records with a place on the canvas, and links. */
export type Target = Readonly<
  | { kind: 'element'; id: string }
  | { kind: 'pull'; id: string; pull: Pull }
  | { kind: 'connector'; id: string }
  | { kind: 'pane' }
>

/** Reads it off the element that an event happened on; null for what looks after itself, such as a field or button. */
export function targetOf(element: Element): Target | null {
  if (element.closest('[data-canvas-ui]') !== null) return null
  const connector = read(element, 'data-connect-from')
  if (connector !== null) return { kind: 'connector', id: connector }
  const pulled = read(element, 'data-pull')
  const pull = PULLS.find((each) => each === pulled)
  const frame = read(element, 'data-pull-of')
  if (pull !== undefined && frame !== null) return { kind: 'pull', id: frame, pull }
  const shown = element.closest('.react-flow__node, .react-flow__edge')
  const id = read(element, 'data-link-label') ?? shown?.getAttribute('data-id') ?? null
  if (id !== null) return { kind: 'element', id }
  return element.closest('.react-flow__pane') === null ? null : { kind: 'pane' }
}

/** An attribute of the element or of the nearest one around it that has it. */
const read = (element: Element, name: string): string | null =>
  element.closest(`[${name}]`)?.getAttribute(name) ?? null
