import type { Box } from '../../layout/geometry.ts'
import type { Point } from '../../model/records.ts'
import type { LegendPart } from '../../paint/legend-entries.ts'
import { words } from './badges.ts'
import { element } from './markup.ts'
import { widthOf } from './measure.ts'
import type { Sheet } from './sheet.ts'
import { swatch } from './swatch.ts'

const PADDING = 14
const GAP = 28
const ROW = 23
const HEAD = 22
const SWATCH = 44
const BESIDE = 8
/** More entries stand beside each other. */
const MOST_ROWS = 6
const MOST_WIDTH = 1200
const LEAST_WIDTH = 480

type Column = Readonly<{ title: string; entries: LegendPart['entries']; width: number; height: number }>

/** What the marks mean, in columns below `above`. Gives nothing where there is nothing to explain. */
export function drawLegend(sheet: Sheet, parts: readonly LegendPart[], above: Box): string {
  if (parts.length === 0) return ''
  const most = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, above.size[0])) - 2 * PADDING
  const origin: Point = [above.at[0], above.at[1] + above.size[1] + 20]
  const placed: (readonly [Column, Point])[] = []
  let [x, y, tallest, widest] = [0, 0, 0, 0]
  for (const column of parts.flatMap(columnsOf)) {
    if (x > 0 && x + column.width > most) {
      x = 0
      y += tallest + 10
      tallest = 0
    }
    placed.push([column, [origin[0] + PADDING + x, origin[1] + PADDING + y]])
    tallest = Math.max(tallest, column.height)
    widest = Math.max(widest, x + column.width)
    x += column.width + GAP
  }
  const { palette } = sheet
  const box: Box = { at: origin, size: [widest + 2 * PADDING, y + tallest + 2 * PADDING - 6] }
  sheet.reach(...box.at, ...box.size)
  const ground = element('rect', {
    x: box.at[0] + 0.5,
    y: box.at[1] + 0.5,
    width: box.size[0] - 1,
    height: box.size[1] - 1,
    rx: 8.5,
    fill: palette.surface,
    stroke: palette.line,
  })
  return ground + placed.map(([column, at]) => drawColumn(sheet, column, at)).join('')
}

/** A long part goes on in further columns, without its title. */
function columnsOf({ title, entries }: LegendPart): readonly Column[] {
  const count = Math.ceil(entries.length / MOST_ROWS)
  const rows = Math.ceil(entries.length / count)
  return Array.from({ length: count }, (_, index) => {
    const own = entries.slice(index * rows, (index + 1) * rows)
    const label = index === 0 ? title : ''
    const width = Math.max(
      widthOf(label, 11, 'medium'),
      ...own.map((entry) => SWATCH + BESIDE + widthOf(entry.words, 12, 'regular')),
    )
    return { title: label, entries: own, width: Math.ceil(width), height: HEAD + own.length * ROW }
  })
}

function drawColumn(sheet: Sheet, { title, entries }: Column, [x, y]: Point): string {
  const { palette } = sheet
  const head = title === '' ? '' : words(title, 11, 'medium', [x, y], 15, palette['text-muted'])
  const rows = entries.map((entry, index) => {
    const top = y + HEAD + index * ROW
    return (
      swatch(sheet, entry.sign, [x + SWATCH / 2, top + ROW / 2]) +
      words(entry.words, 12, 'regular', [x + SWATCH + BESIDE, top], ROW, palette.text)
    )
  })
  return head + rows.join('')
}
