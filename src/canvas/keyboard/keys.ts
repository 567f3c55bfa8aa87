import { readingOrder } from '../../core/layout/reading-order.ts'
import type { Scene } from '../scene/scene.ts'

/** Keys that move the focus whatever is selected; arrows do so only while nothing is, since they nudge what is. */
const ALWAYS: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1, Home: -Infinity, End: Infinity }
const ARROWS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** How far a key moves the focus through the reading order; null for other keys. */
export const stepFor = (key: string, nothingSelected: boolean): number | null =>
  ALWAYS[key] ?? (nothingSelected ? (ARROWS[key] ?? null) : null)

/** The element `step` places after `current` in reading order, the links after everything else; the ends stop it. */
export function elementAfter(
  { settled, routes }: Pick<Scene, 'settled' | 'routes'>,
  current: string | null,
  step: number,
): string | null {
  const order = [...readingOrder(settled), ...routes.keys()]
  const at = current === null ? -1 : order.indexOf(current)
  const next = at === -1 && step > 0 && Number.isFinite(step) ? 0 : at + step
  return order[Math.max(0, Math.min(order.length - 1, next))] ?? null
}
