import { overlap } from '../../core/layout/geometry.ts'
import type { InParts } from '../../core/model/in-parts.ts'
import { seenBy, type View } from '../../core/layout/viewing.ts'
import { indexById } from '../../core/model/lookup.ts'
import type { Point } from '../../core/model/records.ts'
import { NO_COVER } from '../../core/paint/marks.ts'
import { hueOf } from '../../core/paint/hues.ts'
import type { Scene } from '../scene/scene.ts'
import type { Brush, Canvas2D } from './brush.ts'
import { type Colours, mixed } from './colours.ts'
import { paintBoxes } from './paint-boxes.ts'
import { paintLinks } from './paint-links.ts'

const TITLE_PIXELS = 12
/**
 * Paints a board from far: segments, links, components, and what exposure and selection say of them, by colour, width and
 * dashes as the mounted elements do. `density` is the number of device pixels to a pixel.
 */
export function* paintBoard(
  context: Canvas2D,
  scene: Scene,
  view: View,
  screen: Point,
  density: number,
  colours: Colours,
  selected: ReadonlySet<string>,
): InParts<void> {
  context.setTransform(density, 0, 0, density, 0, 0)
  context.clearRect(0, 0, screen[0], screen[1])
  context.setTransform(density * view.zoom, 0, 0, density * view.zoom, density * view.x, density * view.y)
  const brush: Brush = {
    context,
    scene,
    view,
    seen: seenBy(view, screen),
    colours,
    selected,
    recedes: scene.paint.mode !== 'plain',
  }
  paintSegments(brush)
  yield* paintLinks(brush)
  yield* paintBoxes(brush)
  paintTitles(brush)
}

function paintSegments({ context, scene, view, seen, colours, selected, recedes }: Brush): void {
  const segments = indexById(scene.model.segments)
  for (const frame of scene.frames.values()) {
    if (frame.kind !== 'segments' || !overlap(frame, seen)) continue
    const hue = hueOf(segments.get(frame.id)?.kind ?? null)
    context.fillStyle = mixed(hue, recedes ? 0.04 : 0.09, colours.canvas)
    context.fillRect(...frame.at, ...frame.size)
    context.strokeStyle = selected.has(frame.id)
      ? colours.selected
      : mixed(hue, recedes ? 0.25 : 0.45, colours.canvas)
    context.lineWidth = (selected.has(frame.id) ? 2 : 1) / view.zoom
    context.strokeRect(...frame.at, ...frame.size)
  }
}

/** Titles keep the size of ordinary text, as long as their segment has room for it. */
function paintTitles({ context, scene, view, seen, colours }: Brush): void {
  context.textBaseline = 'top'
  for (const { id, name, kind } of scene.model.segments) {
    const frame = scene.frames.get(id)
    if (frame === undefined || !overlap(frame, seen) || frame.size[0] * view.zoom < 90) continue
    const size = Math.min(TITLE_PIXELS / view.zoom, frame.size[1] / 4)
    context.font = `600 ${size}px system-ui, sans-serif`
    context.fillStyle = mixed(hueOf(kind), 0.5, colours.text)
    const most = Math.floor((frame.size[0] - size) / (size * 0.56))
    context.fillText(
      name.length > most ? `${name.slice(0, most - 1)}…` : name,
      frame.at[0] + size * 0.6,
      frame.at[1] + size * 0.5,
    )
    const { counted, covered, asPlanned } = scene.paint.segments.get(id) ?? NO_COVER
    if (counted > 0 && frame.size[0] * view.zoom > 130)
      context.fillText(
        `${covered} of ${counted} ${asPlanned ? 'as planned' : 'covered'}`,
        frame.at[0] + size * 0.6,
        frame.at[1] + size * 1.7,
      )
  }
}
