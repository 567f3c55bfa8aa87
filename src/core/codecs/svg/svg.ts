import { type Box, bottom, right } from '../../layout/geometry.ts'
import { SpatialIndex } from '../../layout/routes/spatial-index.ts'
import { indexById } from '../../model/lookup.ts'
import type { Model } from '../../model/records.ts'
import { isLoud, NO_COMPONENT_PAINT, NO_COVER, NO_LINK_PAINT, type Paint } from '../../paint/marks.ts'
import { drawComponent } from './component.ts'
import { headingOf } from './heading-words.ts'
import { drawLabel } from './label.ts'
import { drawLink } from './link.ts'
import { drawNote } from './note.ts'
import { paintedOf } from './painted.ts'
import { type Picture, pictureOn, type PictureOptions } from './picture.ts'
import { routesOf } from './routed.ts'
import { drawSegment, drawSegmentTitle } from './segment.ts'
import { Sheet } from './sheet.ts'
import { type Shown, shownOf } from './shown.ts'

/**
 * A normalised model as the canvas shows it, uncut: the picture is as large as all that is drawn. Total, and the same for the
 * same arguments. The document has no script, no style sheet and no reference to anything outside it.
 */
export function renderSvg(model: Model, options: PictureOptions): Picture {
  const { mode, show, result } = options
  const sheet = new Sheet(options.theme)
  const exposure = 'exposure' in show ? show.exposure : null
  const paint = paintedOf(model, result, { mode, exposure })
  const shown = shownOf(model, show, result)
  return pictureOn(sheet, drawBoard(sheet, model, shown, paint), {
    heading: headingOf(model, result, options),
    paint,
    shown,
    options,
  })
}

/** From what lies lowest: segments, links, what is written on both, components and notes. */
function drawBoard(sheet: Sheet, model: Model, shown: Shown, paint: Paint): string {
  const { frames, components, links, notes } = shown
  const quiet = paint.mode !== 'plain'
  const routes = routesOf(shown)
  const byId = indexById(shown.segments)
  const segments = [...frames.values()].flatMap((frame) => {
    const segment = byId.get(frame.id)
    return segment === undefined ? [] : [{ segment, frame }]
  })
  const lines = links
    .flatMap((link) => {
      const route = routes.get(link.id)
      return route === undefined ? [] : [{ link, route, paint: paint.links.get(link.id) ?? NO_LINK_PAINT }]
    })
    .sort((a, b) => Number(isLoud(a.paint)) - Number(isLoud(b.paint)))
  const isFree = freeOf(shown)
  const labels = lines.map(({ link, route, paint }) => drawLabel(sheet, link, route, paint, isFree))
  const parts = [
    ...segments.map(({ segment, frame }) => drawSegment(sheet, segment, frame, quiet)),
    ...lines.map(({ link, route, paint }) => drawLink(sheet, model, link, route, paint, quiet)),
    ...segments.map(({ segment, frame }) =>
      drawSegmentTitle(sheet, segment, frame, paint.segments.get(segment.id) ?? NO_COVER, quiet),
    ),
    ...labels.filter(({ onTop }) => !onTop).map(({ markup }) => markup),
  ]
  for (const component of components) {
    const at = frames.get(component.id)?.at ?? component.pos
    const marks = paint.components.get(component.id) ?? NO_COMPONENT_PAINT
    parts.push(drawComponent(sheet, model, component, marks, at, quiet))
  }
  for (const note of notes)
    parts.push(drawNote(sheet, note, frames.get(note.id) ?? { at: note.pos, size: note.size }))
  parts.push(...labels.filter(({ onTop }) => onTop).map(({ markup }) => markup))
  return parts.join('')
}

function freeOf({ components, frames }: Shown): (box: Box) => boolean {
  const standing = new SpatialIndex()
  for (const { id } of components) {
    const frame = frames.get(id)
    if (frame !== undefined) standing.add(...frame.at, right(frame), bottom(frame))
  }
  return (box) => standing.find(...box.at, right(box), bottom(box)).length === 0
}
