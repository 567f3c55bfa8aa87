import { seenBy, type View } from '../../core/layout/viewing.ts'
import type { Point } from '../../core/model/records.ts'

/** How long a laser's trail is seen. */
export const TRAIL_MS = 1_000
/** In pixels, at its head. */
const WIDTH = 5
const DOT = 5

type Trail = { colour: string; head: Point | null; points: { at: Point; time: number }[] }

export type Canvas2D = Pick<
  CanvasRenderingContext2D,
  | 'setTransform'
  | 'clearRect'
  | 'beginPath'
  | 'moveTo'
  | 'quadraticCurveTo'
  | 'lineTo'
  | 'arc'
  | 'fill'
  | 'stroke'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'globalAlpha'
>

/** Where lasers have been in the last second, in canvas units. */
export class Trails {
  readonly #trails = new Map<number, Trail>()

  /** Takes where the laser of `who` points now; null once it is off. */
  point(who: number, colour: string, at: Point | null, time: number): void {
    const trail = this.#trails.get(who) ?? { colour, head: null, points: [] }
    if (at === null && trail.head === null) return
    const before = trail.head
    if (at !== null && (before === null || before[0] !== at[0] || before[1] !== at[1])) {
      const points = trail.points.filter((point) => time - point.time < TRAIL_MS)
      // After a rest the line goes on from where it rested.
      const rested = points.length === 0 && before !== null ? [{ at: before, time }] : []
      trail.points = [...points, ...rested, { at, time }]
    }
    this.#trails.set(who, { ...trail, colour, head: at })
  }

  /** Draws what is left of every trail, and returns whether any of it is still to fade. `still`: only where they point. */
  draw(context: Canvas2D, view: View, screen: Point, density: number, time: number, still: boolean): boolean {
    context.setTransform(density, 0, 0, density, 0, 0)
    context.clearRect(0, 0, screen[0], screen[1])
    context.setTransform(density * view.zoom, 0, 0, density * view.zoom, density * view.x, density * view.y)
    // Rounded, the ends of half-transparent parts would lie over each other.
    context.lineCap = 'butt'
    let fading = false
    for (const [who, trail] of this.#trails) {
      trail.points = still ? [] : trail.points.filter((point) => time - point.time < TRAIL_MS)
      if (trail.points.length === 0 && trail.head === null) this.#trails.delete(who)
      fading ||= trail.points.length > 0
      drawTrail(context, trail, view.zoom, time)
      if (trail.head !== null && isSeen(trail.head, view, screen))
        drawDot(context, trail.head, trail.colour, view.zoom)
    }
    return fading
  }
}

/** Through the middles between its points, so that it is round however seldom a laser is heard of. */
function drawTrail(context: Canvas2D, { points, colour }: Trail, zoom: number, time: number): void {
  context.strokeStyle = colour
  for (const [index, { at, time: then }] of points.entries()) {
    const [before, first] = [points[index - 1]?.at, points[index - 2]?.at]
    if (before === undefined) continue
    const life = 1 - (time - then) / TRAIL_MS
    context.globalAlpha = Math.max(0, life)
    context.lineWidth = (1 + (WIDTH - 1) * Math.max(0, life)) / zoom
    context.beginPath()
    context.moveTo(...(first === undefined ? before : between(first, before)))
    context.quadraticCurveTo(...before, ...between(before, at))
    if (index === points.length - 1) context.lineTo(...at)
    context.stroke()
  }
  context.globalAlpha = 1
}

function drawDot(context: Canvas2D, [x, y]: Point, colour: string, zoom: number): void {
  for (const [radius, fill] of [
    [DOT + 2, '#fff'],
    [DOT, colour],
  ] as const) {
    context.fillStyle = fill
    context.beginPath()
    context.arc(x, y, radius / zoom, 0, 2 * Math.PI)
    context.fill()
  }
}

const between = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

function isSeen(at: Point, view: View, screen: Point): boolean {
  const seen = seenBy(view, screen)
  return ([0, 1] as const).every(
    (axis) => at[axis] >= seen.at[axis] && at[axis] <= seen.at[axis] + seen.size[axis],
  )
}
