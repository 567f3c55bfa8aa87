import {
  arrowhead,
  chevronsAlong,
  lengthOf,
  reversed,
  roundedPath,
  stopAt,
} from '../../layout/routes/path.ts'
import type { Route } from '../../layout/routes/route.ts'
import type { Link, Model } from '../../model/records.ts'
import type { Plane } from '../../model/terms.ts'
import { describeLink, planeOf } from '../../paint/labels.ts'
import { isLoud, type LinkPaint } from '../../paint/marks.ts'
import { mixed, type Palette } from '../../paint/palette.ts'
import { type Attributes, element, recordId, titled } from './markup.ts'
import type { Sheet } from './sheet.ts'

const RADIUS = 9
/** Arrowheads stop short of the component, so that their tip can be seen. */
const TIP = 1.5
/** However far apart things stand. */
const MOST_CHEVRONS = 500
/** Width of the strokes of arrowheads. */
const HEAD = 1.25

/** How the lines of a plane are told apart, in colour or in grey. */
const PLANE_LINES: Readonly<Record<Plane, Attributes>> = {
  management: { 'stroke-width': 2 },
  control: { 'stroke-width': 1.25 },
  signalling: { 'stroke-width': 1.25, 'stroke-dasharray': '7 4' },
  user: { 'stroke-width': 1.7, 'stroke-dasharray': '1.7 3.6' },
  'lawful-intercept': { 'stroke-width': 1.25, 'stroke-dasharray': '10 4 1.5 4' },
}

const MARK_LINES = {
  taken: { 'stroke-width': 3 },
  reached: { 'stroke-width': 2.2, 'stroke-dasharray': '8 5' },
} as const

/** Width, dashes and colour of a line. */
export const lineLook = (of: Plane | 'taken' | 'reached', palette: Palette): Attributes =>
  of === 'taken' || of === 'reached'
    ? { stroke: palette[of], ...MARK_LINES[of] }
    : { stroke: palette.link, ...PLANE_LINES[of] }

/** A link as the canvas draws it, without what is written on it. */
export function drawLink(
  sheet: Sheet,
  model: Model,
  link: Link,
  { points }: Route,
  paint: LinkPaint,
  quiet: boolean,
): string {
  for (const [x, y] of points) sheet.reach(x - 5, y - 5, 10, 10)
  const { palette } = sheet
  const { mark } = paint
  const look = lineLook(mark ?? planeOf(link), palette)
  const ink = quiet && !isLoud(paint) ? { stroke: mixed(palette.link, 0.42, palette.canvas) } : {}
  const path = roundedPath(points, RADIUS)
  // What lies on the line is as wide and as dashed as it is unless it says otherwise.
  return element(
    'g',
    { id: recordId(link.id), fill: 'none', 'stroke-linejoin': 'round', ...look, ...ink },
    titled(describeLink(model, link, paint)) +
      (mark === null ? '' : glow(path)) +
      `<path d="${path}"/>` +
      heads(points, link.direction === 'both', { ...look, ...ink }) +
      (mark === 'taken' ? flow(points, paint.flow, palette.canvas) : ''),
  )
}

const glow = (d: string): string =>
  `<path d="${d}" stroke-opacity=".15" stroke-width="8" stroke-dasharray="none" stroke-linecap="round"/>`

/** Filled at the controlled end; where the far end talks back, too, an open one at the controlling end. */
function heads(points: Route['points'], both: boolean, line: Attributes): string {
  const end = Math.max(0, lengthOf(points) - TIP)
  const width = line['stroke-width'] === HEAD ? '' : ` stroke-width="${HEAD}"`
  const look = line['stroke-dasharray'] === undefined ? width : `${width} stroke-dasharray="none"`
  const head = `<path d="${arrowhead(stopAt(points, end), 7)}Z" fill="${line['stroke']}"${look}/>`
  return both ? `${head}<path d="${arrowhead(stopAt(reversed(points), end), 5.5)}"${look}/>` : head
}

/** Which way an attack goes. */
function flow(points: Route['points'], way: LinkPaint['flow'], stroke: string): string {
  if (way === null || way === 'both') return ''
  const spacing = Math.max(46, lengthOf(points) / MOST_CHEVRONS)
  const d = chevronsAlong(way === 'forward' ? points : reversed(points), spacing, 5)
  return element('path', { d, stroke, 'stroke-width': 1.5, 'stroke-linecap': 'round' })
}
