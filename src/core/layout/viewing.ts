import type { Point } from '../model/records.ts'
import { type Box, bottom, middle, right } from './geometry.ts'

/** Where the origin of the canvas lies on the screen, in pixels, and how many pixels one unit has. */
export type View = Readonly<{ x: number; y: number; zoom: number }>

export const LEAST_ZOOM = 0.05
export const MOST_ZOOM = 4

/** The view that shows all of `box` in the middle of a screen of that size, never larger than life. */
export function viewOn(box: Box, screen: Point, padding: number): View {
  const share = (axis: 0 | 1) => (screen[axis] - 2 * padding) / Math.max(1, box.size[axis])
  const zoom = Math.max(LEAST_ZOOM, Math.min(1, share(0), share(1)))
  const [x, y] = middle(box)
  return { x: screen[0] / 2 - x * zoom, y: screen[1] / 2 - y * zoom, zoom }
}

/** The same view moved by as little as brings all of `box` onto the screen; the same object where it is there already. */
export function viewThatShows(view: View, box: Box, screen: Point, margin: number): View {
  const shift = (axis: 0 | 1): number => {
    const origin = axis === 0 ? view.x : view.y
    const [low, high] = [
      box.at[axis] * view.zoom + origin,
      (axis === 0 ? right(box) : bottom(box)) * view.zoom + origin,
    ]
    if (low < margin) return margin - low
    return high > screen[axis] - margin ? Math.max(screen[axis] - margin - high, margin - low) : 0
  }
  const [dx, dy] = [shift(0), shift(1)]
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy }
}

/** The view on this screen of what another one of that size sees: the same middle, all of it, and never larger than there. */
export function viewAs(theirs: View, theirScreen: Point, screen: Point): View {
  const fits = Math.min(1, screen[0] / theirScreen[0], screen[1] / theirScreen[1])
  const zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, theirs.zoom * fits))
  const [x, y] = middle(seenBy(theirs, theirScreen))
  return { x: screen[0] / 2 - x * zoom, y: screen[1] / 2 - y * zoom, zoom }
}

/** The view a part of the way from one to another, the middle moving straight and the zoom evenly. */
export function viewBetween(from: View, to: View, screen: Point, part: number): View {
  const zoom = from.zoom * (to.zoom / from.zoom) ** part
  const [before, after] = [middle(seenBy(from, screen)), middle(seenBy(to, screen))]
  const at = (axis: 0 | 1) => screen[axis] / 2 - (before[axis] + (after[axis] - before[axis]) * part) * zoom
  return { x: at(0), y: at(1), zoom }
}

/** What of the canvas is on a screen of that size. */
export const seenBy = ({ x, y, zoom }: View, screen: Point): Box => ({
  at: [-x / zoom, -y / zoom],
  size: [screen[0] / zoom, screen[1] / zoom],
})

/**
 * What is on the screen and a little more, in steps: it stays the same while the view moves by less than a step, so that
 * what depends on it need not be done again for every frame of a pan.
 */
export function windowOf(view: View, screen: Point, step: number): Box {
  const unit = step / 2 ** Math.round(Math.log2(view.zoom))
  const seen = seenBy(view, screen)
  const low = (axis: 0 | 1) => Math.floor(seen.at[axis] / unit) * unit
  const high = (axis: 0 | 1) => Math.ceil((seen.at[axis] + seen.size[axis]) / unit) * unit
  return { at: [low(0), low(1)], size: [high(0) - low(0), high(1) - low(1)] }
}
