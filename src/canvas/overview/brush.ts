import type { Box } from '../../core/layout/geometry.ts'
import type { View } from '../../core/layout/viewing.ts'
import type { Point } from '../../core/model/records.ts'
import type { Scene } from '../scene/scene.ts'
import type { Colours } from './colours.ts'

/** Names are written from this zoom on, while they can be read. */
export const READABLE = 0.3
/** Lines in one stroke: of all at once, browsers make a shape that takes long to fill; one by one costs calls. */
const BATCH = 32

export type Canvas2D = Pick<
  CanvasRenderingContext2D,
  | 'setTransform'
  | 'clearRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'fillRect'
  | 'strokeRect'
  | 'fillText'
  | 'setLineDash'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textBaseline'
>

export type Brush = Readonly<{
  context: Canvas2D
  scene: Scene
  view: View
  seen: Box
  colours: Colours
  selected: ReadonlySet<string>
  recedes: boolean
}>

export type Line = readonly Point[]

/** How a line is drawn; width and dashes in pixels. */
export type Stroke = Readonly<{ colour: string; width: number; dash?: readonly number[] }>

export function strokeLines(
  { context, view }: Brush,
  lines: readonly Line[],
  { colour, width, dash = [] }: Stroke,
): void {
  context.strokeStyle = colour
  context.lineWidth = width / view.zoom
  context.setLineDash(dash.map((length) => length / view.zoom))
  for (let first = 0; first < lines.length; first += BATCH) {
    context.beginPath()
    for (const points of lines.slice(first, first + BATCH))
      points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
    context.stroke()
  }
  context.setLineDash([])
}

/** A tick or a plus around a place, as lines; `size` in canvas units. */
export function signAt(sign: 'gone' | 'come', [x, y]: Point, size: number): readonly Line[] {
  if (sign === 'gone') {
    const tick: Line = [
      [x - size, y],
      [x - size * 0.3, y + size * 0.7],
      [x + size, y - size * 0.8],
    ]
    return [tick]
  }
  const across: Line = [
    [x - size, y],
    [x + size, y],
  ]
  const down: Line = [
    [x, y - size],
    [x, y + size],
  ]
  return [across, down]
}
