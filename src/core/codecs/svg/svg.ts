import { surroundingsOf } from '../../layout/routes/surroundings.ts'
import { type Box, bottom, grown, right } from '../../layout/geometry.ts'
import { SpatialIndex } from '../../layout/routes/spatial-index.ts'
import { plainRoutes } from '../../layout/routes/plain-routes.ts'
import { routeLinks } from '../../layout/routes/route-links.ts'
import type { Route } from '../../layout/routes/route.ts'
import { indexById } from '../../model/lookup.ts'
import type { Model } from '../../model/records.ts'
import { COVERAGE_LOOKS } from '../../paint/coverage-looks.ts'
import { legendOf } from '../../paint/legend-entries.ts'
import { isLoud, NO_COMPONENT_PAINT, NO_COVER, NO_LINK_PAINT, type Paint } from '../../paint/marks.ts'
import type { Theme } from '../../paint/palette.ts'
import { escapeXml } from '../xml.ts'
import { drawComponent } from './component.ts'
import { drawHeading } from './heading.ts'
import { headingOf } from './heading-words.ts'
import { drawLabel, labelOf, labelWidth } from './label.ts'
import { drawLegend } from './legend.ts'
import { drawLink } from './link.ts'
import { element } from './markup.ts'
import { drawNote } from './note.ts'
import { paintedOf, type PictureResult } from './painted.ts'
import { drawSegment, drawSegmentTitle } from './segment.ts'
import { Sheet } from './sheet.ts'
import { type Choice, type Shown, shownOf } from './shown.ts'

export type PictureOptions = Readonly<{
  theme: Theme
  mode: 'plain' | 'exposure' | 'coverage'
  /**
   * All of the board; records by id, with what stands in them, the ends of links, the links among all that, and the segments
   * around it; or one exposure with its path alone.
   */
  show: Choice
  /** Explains the marks that are drawn, below. */
  legend: boolean
  /** Of the same model; null leaves everything unmarked, and no exposure can be shown. Routes (AN11) are drawn if it has them. */
  result: PictureResult | null
  /** Writes the title of the board above, with what the picture shows. Left out, it does not. */
  title?: boolean
  /** `YYYY-MM-DD`, told with the title. */
  date: string
}>

/** An SVG 1.1 document of its own, and what is on it. Sizes are in canvas units, which are its pixels. */
export type Picture = Readonly<{
  svg: string
  width: number
  height: number
  shown: Readonly<{ components: number; links: number; segments: number; notes: number }>
}>

const MARGIN = 24
/** Beyond, lines are drawn without regard to each other. */
const MOST_LINKS = 4000
const FONTS = 'Roboto, Helvetica Neue, Arial, sans-serif'

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
  const board = drawBoard(sheet, model, shown, paint)
  const heading = headingOf(model, result, options)
  const bounds = sheet.bounds
  const above = options.title === true ? drawHeading(sheet, heading, bounds) : ''
  const below = options.legend ? drawLegend(sheet, legendFor(shown, paint), bounds) : ''
  const { at, size } = grown(sheet.bounds, MARGIN)
  const [x, y] = [Math.floor(at[0]), Math.floor(at[1])]
  const [width, height] = [Math.ceil(at[0] + size[0]) - x, Math.ceil(at[1] + size[1]) - y]
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      width,
      height,
      viewBox: `${x} ${y} ${width} ${height}`,
      'font-family': FONTS,
      role: 'img',
    },
    element('title', {}, escapeXml(heading.title)) +
      element('desc', {}, escapeXml(heading.below)) +
      sheet.definitions +
      element('rect', { x, y, width, height, fill: sheet.palette.canvas }) +
      board +
      above +
      below,
  )
  const { components, links, segments, notes } = shown
  return {
    svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`,
    width,
    height,
    shown: {
      components: components.length,
      links: links.length,
      segments: segments.length,
      notes: notes.length,
    },
  }
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

function routesOf({ links, frames }: Shown): ReadonlyMap<string, Route> {
  const wanted = links.flatMap((link) => {
    const { id, from, to } = link
    return from === null || to === null ? [] : [{ id, from, to, label: labelWidth(labelOf(link)) }]
  })
  const surroundings = surroundingsOf(frames)
  return wanted.length > MOST_LINKS
    ? plainRoutes(wanted, surroundings.components)
    : routeLinks(wanted, surroundings)
}

/** Of the marks that are drawn, not of those that the board has elsewhere. */
function legendFor({ components, links, segments }: Shown, paint: Paint) {
  const pick = <T>(marks: ReadonlyMap<string, T>, records: readonly Readonly<{ id: string }>[]) =>
    new Map(
      records.flatMap(({ id }) => {
        const mark = marks.get(id)
        return mark === undefined ? [] : [[id, mark] as const]
      }),
    )
  const drawn: Paint = {
    mode: paint.mode,
    components: pick(paint.components, components),
    links: pick(paint.links, links),
    segments: pick(paint.segments, segments),
  }
  return legendOf({ paint: drawn, model: { components, links }, supposed: null, states: COVERAGE_LOOKS })
}
