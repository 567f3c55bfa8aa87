import { overlap } from '../../core/layout/geometry.ts'
import { seenBy, type View } from '../../core/layout/viewing.ts'
import { indexById } from '../../core/model/lookup.ts'
import type { Point } from '../../core/model/records.ts'
import { NO_COMPONENT_PAINT, NO_LINK_PAINT } from '../paint/paint.ts'
import { hueOf } from '../paint/tints.ts'
import type { Scene } from '../scene/scene.ts'
import { type Colours, mixed } from './colours.ts'

/** Names are written from this zoom on, while they can be read. */
const READABLE = 0.3
const TITLE_PIXELS = 12
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

/**
 * Paints a board from far: segments, links, components, and what exposure and selection say of them, by colour, width and
 * dashes as the mounted elements do. `density` is the number of device pixels to a pixel.
 */
export function paintBoard(
  context: Canvas2D,
  scene: Scene,
  view: View,
  screen: Point,
  density: number,
  colours: Colours,
  selected: ReadonlySet<string>,
): void {
  context.setTransform(density, 0, 0, density, 0, 0)
  context.clearRect(0, 0, screen[0], screen[1])
  context.setTransform(density * view.zoom, 0, 0, density * view.zoom, density * view.x, density * view.y)
  const brush = {
    context,
    scene,
    view,
    seen: seenBy(view, screen),
    colours,
    selected,
    recedes: scene.paint.mode !== 'plain',
  }
  paintSegments(brush)
  paintLinks(brush)
  paintBoxes(brush)
  paintTitles(brush)
}

type Brush = Readonly<{
  context: Canvas2D
  scene: Scene
  view: View
  seen: ReturnType<typeof seenBy>
  colours: Colours
  selected: ReadonlySet<string>
  recedes: boolean
}>

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

function paintLinks({ context, scene, view, colours, selected, recedes }: Brush): void {
  const { routes, paint } = scene
  const strokes = [
    {
      of: 'plain',
      colour: recedes ? mixed(colours.link, 0.3, colours.canvas) : mixed(colours.link, 0.75, colours.canvas),
      width: 1,
      dash: [],
    },
    { of: 'reached', colour: colours.reached, width: 2, dash: [6, 4] },
    { of: 'taken', colour: colours.taken, width: 2.5, dash: [] },
    { of: 'selected', colour: colours.selected, width: 3, dash: [] },
  ] as const
  const groups = new Map<string, (readonly Point[])[]>(strokes.map(({ of }) => [of, []]))
  for (const [id, { points }] of routes) {
    const group = selected.has(id) ? 'selected' : ((paint.links.get(id) ?? NO_LINK_PAINT).mark ?? 'plain')
    groups.get(group)?.push(points)
  }
  for (const { of, colour, width, dash } of strokes) {
    const lines = groups.get(of) ?? []
    context.strokeStyle = colour
    context.lineWidth = width / view.zoom
    context.setLineDash(dash.map((length) => length / view.zoom))
    for (let first = 0; first < lines.length; first += BATCH) {
      context.beginPath()
      for (const points of lines.slice(first, first + BATCH)) {
        points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
      }
      context.stroke()
    }
  }
  context.setLineDash([])
}

function paintBoxes({ context, scene, view, seen, colours, selected, recedes }: Brush): void {
  const components = indexById(scene.model.components)
  context.textBaseline = 'middle'
  for (const frame of scene.frames.values()) {
    if (frame.kind === 'segments' || !overlap(frame, seen)) continue
    const { mark, standing } = scene.paint.components.get(frame.id) ?? NO_COMPONENT_PAINT
    const loud = mark === null ? null : colours[mark]
    const quiet = recedes ? mixed(colours.line, 0.5, colours.canvas) : colours.line
    context.fillStyle =
      loud === null ? mixed(colours.node, recedes ? 0.6 : 1, colours.canvas) : mixed(loud, 0.22, colours.node)
    context.fillRect(...frame.at, ...frame.size)
    context.strokeStyle = selected.has(frame.id) ? colours.selected : (loud ?? quiet)
    context.lineWidth = (selected.has(frame.id) ? 3 : loud === null ? 1 : 2) / view.zoom
    context.setLineDash(mark === 'reached' && view.zoom >= READABLE ? [6 / view.zoom, 4 / view.zoom] : [])
    context.strokeRect(...frame.at, ...frame.size)
    if (standing === 'taken' || standing === 'reached') {
      context.fillStyle = colours[standing]
      context.fillRect(frame.at[0], frame.at[1], 14, frame.size[1])
    }
    if (view.zoom < READABLE) continue
    context.fillStyle = recedes && loud === null ? colours.muted : colours.text
    context.font = '600 14px system-ui, sans-serif'
    const name = components.get(frame.id)?.name ?? ''
    context.fillText(
      name.length > 20 ? `${name.slice(0, 19)}…` : name,
      frame.at[0] + 20,
      frame.at[1] + frame.size[1] / 2,
    )
  }
  context.setLineDash([])
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
  }
}
