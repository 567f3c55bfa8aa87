import { boundsOf } from '../../layout/frames.ts'
import type { Box } from '../../layout/geometry.ts'
import { indexById } from '../../model/lookup.ts'
import type { Model, Point } from '../../model/records.ts'
import { hueOf } from '../../paint/hues.ts'
import { type ComponentPaint, NO_COMPONENT_PAINT, NO_LINK_PAINT, type Paint } from '../../paint/marks.ts'
import { mixed, type Palette } from '../../paint/palette.ts'
import { coverColour, standingInks } from './badges.ts'
import { headingOf } from './heading-words.ts'
import { type Attributes, element, show, textAt } from './markup.ts'
import { widthOf } from './measure.ts'
import { paintedOf } from './painted.ts'
import { type Picture, pictureOn, type PictureOptions } from './picture.ts'
import { routesOf } from './routed.ts'
import { Sheet } from './sheet.ts'
import { type Shown, shownOf } from './shown.ts'
import { onOneLine } from './wrap.ts'

/** The longer side of the board, in units of which ordinary text is 12 high: about a page across. */
const SIDE = 1600
const TITLE = 12
const LEAST_TITLE = 60

/**
 * A board from far, as large as a page whatever its own size: where things stand, what is joined and what the marks say by
 * colour and width, without names of components and links, which nobody could read. For boards that no page shows otherwise;
 * total, and the same for the same arguments, like `renderSvg`.
 */
export function renderOverview(model: Model, options: PictureOptions): Picture {
  const { mode, show: choice, result } = options
  const sheet = new Sheet(options.theme)
  const paint = paintedOf(model, result, { mode, exposure: 'exposure' in choice ? choice.exposure : null })
  const shown = shownOf(model, choice, result)
  const bounds = boundsOf([...shown.frames.values()]) ?? { at: [0, 0], size: [0, 0] }
  const scale = Math.min(1, SIDE / Math.max(1, ...bounds.size))
  const [left, top] = [bounds.at[0] * scale, bounds.at[1] * scale]
  sheet.reach(left, top, bounds.size[0] * scale, bounds.size[1] * scale)
  const { palette } = sheet
  const far: Far = {
    palette,
    shown,
    paint,
    quiet: paint.mode !== 'plain',
    wide: (units) => units / scale,
    reach: ([x, y]) => sheet.reach(x * scale - 1, y * scale - 1, 2, 2),
  }
  const board =
    element('g', { transform: `scale(${scale})` }, drawBoard(far)) + drawTitles(palette, shown, scale)
  return pictureOn(sheet, board, {
    heading: headingOf(model, result, options),
    paint,
    shown,
    signs: ['standing', 'route', 'cover'],
    options,
  })
}

/** Shapes that look the same are one path: thousands of elements take whoever shows them as many times as long. */
class Layer {
  readonly #paths = new Map<string, Readonly<{ look: Attributes; pieces: string[] }>>()

  add(look: Attributes, piece: string): void {
    const key = Object.values(look).join(' ')
    const path = this.#paths.get(key)
    if (path === undefined) this.#paths.set(key, { look, pieces: [piece] })
    else path.pieces.push(piece)
  }

  get markup(): string {
    return [...this.#paths.values()]
      .map(({ look, pieces }) => element('path', { ...look, d: pieces.join('') }))
      .join('')
  }
}

type Far = Readonly<{
  palette: Palette
  shown: Shown
  paint: Paint
  /** All that does not stand out recedes. */
  quiet: boolean
  /** So many units as it takes to be seen as that many. */
  wide: (units: number) => number
  /** That something is drawn at a place. */
  reach: (point: Point) => void
}>

/** From what lies lowest; what stands out lies over what does not. */
const drawBoard = (far: Far): string =>
  [segmentsIn(far), ...linksIn(far), ...boxesIn(far)].map(({ markup }) => markup).join('')

function segmentsIn({ palette, shown, quiet, wide }: Far): Layer {
  const layer = new Layer()
  const kinds = indexById(shown.segments)
  for (const frame of shown.frames.values()) {
    if (frame.kind !== 'segments') continue
    const hue = hueOf(kinds.get(frame.id)?.kind ?? null)
    const fill = mixed(hue, quiet ? 0.04 : 0.09, palette.canvas)
    const stroke = mixed(hue, quiet ? 0.25 : 0.45, palette.canvas)
    layer.add({ fill, stroke, 'stroke-width': wide(1) }, rectangle(frame))
  }
  return layer
}

function linksIn(far: Far): readonly [plain: Layer, loud: Layer] {
  const [plain, loud] = [new Layer(), new Layer()]
  const looks = lineLooks(far)
  const routes = routesOf(far.shown)
  for (const { id } of far.shown.links) {
    const route = routes.get(id)
    const { mark } = far.paint.links.get(id) ?? NO_LINK_PAINT
    if (route === undefined) continue
    for (const point of route.points) far.reach(point)
    const layer = mark === null ? plain : loud
    layer.add(looks[mark ?? 'plain'], polyline(route.points))
  }
  return [plain, loud]
}

/** Thousands of thin lines on whole pixels are drawn in a third of the time. */
const lineLooks = ({ palette, quiet, wide }: Far) => ({
  plain: {
    fill: 'none',
    stroke: mixed(palette.link, quiet ? 0.3 : 0.6, palette.canvas),
    'stroke-width': wide(0.5),
    'shape-rendering': 'crispEdges',
  },
  taken: { fill: 'none', stroke: palette.taken, 'stroke-width': wide(1.6) },
  reached: {
    fill: 'none',
    stroke: palette.reached,
    'stroke-width': wide(1.2),
    'stroke-dasharray': `${show(wide(4))} ${show(wide(2.5))}`,
  },
})

function boxesIn(far: Far): readonly [plain: Layer, loud: Layer] {
  const { palette, paint, wide, shown } = far
  const [plain, loud] = [new Layer(), new Layer()]
  for (const { id } of shown.components) {
    const frame = shown.frames.get(id)
    const marks = paint.components.get(id) ?? NO_COMPONENT_PAINT
    const isLoud = marks.cover !== null || marks.standing !== null || marks.mark !== null
    if (frame !== undefined) (isLoud ? loud : plain).add(boxLook(far, marks), rectangle(frame))
  }
  for (const { id } of shown.notes) {
    const frame = shown.frames.get(id)
    const look = { fill: palette.surface, stroke: palette.line, 'stroke-width': wide(0.5) }
    if (frame !== undefined) plain.add(look, rectangle(frame))
  }
  return [plain, loud]
}

/** By colour, as the legend shows it. */
function boxLook({ palette, quiet, wide }: Far, { standing, cover, mark }: ComponentPaint): Attributes {
  const look = (fill: string, stroke: string, width: number) => ({
    fill,
    stroke,
    'stroke-width': wide(width),
  })
  if (cover !== null) {
    const colour = coverColour(cover, palette)
    return look(cover === 'uncovered' ? colour : mixed(colour, 0.3, palette.node), colour, 1)
  }
  if (standing !== null) {
    const { fill, line } = standingInks(standing, palette)
    return look(fill, line, 1)
  }
  if (mark !== null) return look(mixed(palette[mark], 0.22, palette.node), palette[mark], 1)
  return look(
    palette.node,
    quiet ? mixed(palette['node-line'], 0.5, palette.canvas) : palette['node-line'],
    0.5,
  )
}

const rectangle = ({ at: [x, y], size: [width, height] }: Box): string =>
  `M${show(x)} ${show(y)}h${show(width)}v${show(height)}h${show(-width)}z`

/** Whole units are a fraction of a pixel here. */
const polyline = (points: readonly Point[]): string =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join('')

/** Names of segments, where there is room for a few letters, on one line and with the ground around their letters. */
function drawTitles(palette: Palette, { frames, segments }: Shown, scale: number): string {
  return segments
    .map(({ id, name, kind }) => {
      const frame = frames.get(id)
      if (frame === undefined) return ''
      const room = frame.size[0] * scale - TITLE
      const text = room < LEAST_TITLE ? '' : shortened(onOneLine(name), room)
      if (text === '') return ''
      const [x, y] = [frame.at[0] * scale + TITLE / 2, frame.at[1] * scale + TITLE / 4]
      const line = {
        text,
        size: TITLE,
        weight: 'medium',
        height: TITLE * 1.2,
        width: widthOf(text, TITLE, 'medium'),
      } as const
      const halo = {
        stroke: palette.canvas,
        'stroke-width': 2.5,
        'stroke-linejoin': 'round',
        'stroke-opacity': 0.8,
      }
      return (
        element('g', halo, textAt(x, y, line, palette.canvas)) +
        textAt(x, y, line, mixed(hueOf(kind), 0.5, palette.text))
      )
    })
    .join('')
}

function shortened(name: string, room: number): string {
  if (widthOf(name, TITLE, 'medium') <= room) return name
  let text = name
  while (text !== '' && widthOf(`${text}…`, TITLE, 'medium') > room) text = text.slice(0, -1)
  return text === '' ? '' : `${text.trimEnd()}…`
}
