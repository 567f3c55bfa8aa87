import { grown } from '../../layout/geometry.ts'
import { COVERAGE_LOOKS } from '../../paint/coverage-looks.ts'
import { legendOf, type Sign } from '../../paint/legend-entries.ts'
import type { Paint } from '../../paint/marks.ts'
import type { Theme } from '../../paint/palette.ts'
import { drawHeading, type Heading } from './heading.ts'
import { drawLegend } from './legend.ts'
import { element, escaped } from './markup.ts'
import type { PictureResult } from './painted.ts'
import type { Sheet } from './sheet.ts'
import type { Choice, Shown } from './shown.ts'

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
const FONTS = 'Roboto, Helvetica Neue, Arial, sans-serif'

/** What stands around a board, and what is counted of it. */
type Around = Readonly<{
  heading: Heading
  paint: Paint
  shown: Shown
  /** The marks that are drawn here at all; left out, every one. */
  signs?: readonly Sign['sign'][]
  options: Pick<PictureOptions, 'title' | 'legend'>
}>

/** Makes a document of a board that is drawn on a sheet, with its title above and its legend below where those are wanted. */
export function pictureOn(sheet: Sheet, board: string, around: Around): Picture {
  const { heading, shown, options } = around
  const bounds = sheet.bounds
  const above = options.title === true ? drawHeading(sheet, heading, bounds) : ''
  const below = options.legend ? drawLegend(sheet, legendFor(around), bounds) : ''
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
    element('title', {}, escaped(heading.title)) +
      element('desc', {}, escaped(heading.below)) +
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

/** Explains the marks that are drawn, not of those that the board has elsewhere. */
function legendFor({ shown: { components, links, segments }, paint, signs }: Around) {
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
  const parts = legendOf({
    paint: drawn,
    model: { components, links },
    supposed: null,
    states: COVERAGE_LOOKS,
  })
  if (signs === undefined) return parts
  return parts
    .map((part) => ({ ...part, entries: part.entries.filter(({ sign: { sign } }) => signs.includes(sign)) }))
    .filter(({ entries }) => entries.length > 0)
}
