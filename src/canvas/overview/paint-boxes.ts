import { overlap } from '../../core/layout/geometry.ts'
import { indexById } from '../../core/model/lookup.ts'
import { type InParts, PART } from '../../core/model/in-parts.ts'
import type { PlacedFrame } from '../../core/layout/board-frames.ts'
import { type ComponentPaint, NO_COMPONENT_PAINT, NUMBERED } from '../../core/paint/marks.ts'
import { type Brush, READABLE, signAt, strokeLines } from './brush.ts'
import { loudColour, mixed } from './colours.ts'
import { paintCover } from './paint-cover.ts'

/** How far from a component its ring is, as where it is mounted. */
const RING = 7

/** Components and notes, and what exposure and selection say of them. */
export function* paintBoxes(brush: Brush): InParts<void> {
  const { scene, seen } = brush
  const components = indexById(scene.model.components)
  brush.context.textBaseline = 'middle'
  let painted = 0
  for (const frame of scene.frames.values()) {
    if (frame.kind === 'segments' || !overlap(frame, seen)) continue
    const paint = scene.paint.components.get(frame.id) ?? NO_COMPONENT_PAINT
    paintBox(brush, frame, paint)
    if (paint.cover !== null) paintCover(brush, frame, paint)
    paintName(brush, frame, paint, components.get(frame.id)?.name ?? '')
    if (++painted % PART === 0) yield
  }
  // Over all of them, since a ring is wider than its component, and its rank stands beside it.
  for (const [id, paint] of scene.paint.components) {
    const frame = paint.choke === null ? undefined : scene.frames.get(id)
    if (frame !== undefined && overlap(frame, seen)) paintRing(brush, frame, paint)
  }
}

function paintBox(brush: Brush, { id, at, size }: PlacedFrame, paint: ComponentPaint): void {
  const { context, view, colours, selected, recedes } = brush
  const { standing, blast, change } = paint
  const loud = loudColour(paint, colours)
  const isGone = change === 'gone'
  const quiet = recedes ? mixed(colours.line, 0.5, colours.canvas) : colours.line
  context.fillStyle =
    loud === null || isGone
      ? mixed(colours.node, recedes ? 0.6 : 1, colours.canvas)
      : mixed(loud, 0.22, colours.node)
  context.fillRect(...at, ...size)
  context.strokeStyle = selected.has(id) ? colours.selected : (loud ?? quiet)
  context.lineWidth = (selected.has(id) ? 3 : loud === null ? 1 : 2) / view.zoom
  const dash = isGone ? [3, 4] : blast !== null ? [2, 3] : paint.mark === 'reached' ? [6, 4] : []
  context.setLineDash(view.zoom >= READABLE || isGone ? dash.map((length) => length / view.zoom) : [])
  context.strokeRect(...at, ...size)
  context.setLineDash([])
  const target = blast ?? standing
  if (target === 'taken' || target === 'reached' || target === 'origin') {
    context.fillStyle = blast === null ? colours[target as 'taken' | 'reached'] : colours.blast
    context.fillRect(at[0], at[1], target === 'origin' ? size[0] : 14, target === 'origin' ? 14 : size[1])
  }
  if (change === null) return
  const [half, place] = [5 / view.zoom, [at[0] + size[0], at[1]] as const]
  strokeLines(brush, signAt(change, place, half), {
    colour: isGone ? colours.muted : colours.text,
    width: 2.5,
  })
}

function paintRing(
  { context, view, colours }: Brush,
  { at, size }: PlacedFrame,
  paint: ComponentPaint,
): void {
  const { choke } = paint
  if (choke === null) return
  const isNumbered = choke <= NUMBERED
  // At least three pixels away, or it would be taken for the frame.
  const gap = Math.max(RING, 3 / view.zoom)
  context.strokeStyle = colours.choke
  context.lineWidth = (isNumbered ? 2.5 : 1) / view.zoom
  context.strokeRect(at[0] - gap, at[1] - gap, size[0] + 2 * gap, size[1] + 2 * gap)
  if (!isNumbered) return
  const height = Math.max(18, 11 / view.zoom)
  context.font = `700 ${height}px system-ui, sans-serif`
  context.fillStyle = colours.choke
  context.fillText(`${choke}`, at[0] + size[0] + 2 * gap, at[1] + height / 2)
}

function paintName(brush: Brush, { at, size }: PlacedFrame, paint: ComponentPaint, name: string): void {
  const { context, view, colours, recedes } = brush
  if (view.zoom < READABLE) return
  const isQuiet = paint.change === 'gone' || (recedes && loudColour(paint, colours) === null)
  context.fillStyle = isQuiet ? colours.muted : colours.text
  context.font = '600 14px system-ui, sans-serif'
  const short = name.length > 20 ? `${name.slice(0, 19)}…` : name
  context.fillText(short, at[0] + 20, at[1] + size[1] / 2)
}
