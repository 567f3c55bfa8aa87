import type { Box } from '../../layout/geometry.ts'
import { lengthOf, reversed, stopAt } from '../../layout/routes/path.ts'
import type { Route } from '../../layout/routes/route.ts'
import type { Link, Point } from '../../model/records.ts'
import { linkLabel } from '../../paint/labels.ts'
import type { LinkPaint } from '../../paint/marks.ts'
import { words } from './badges.ts'
import { element, textAt } from './markup.ts'
import { widthOf } from './measure.ts'
import type { Sheet } from './sheet.ts'
import { fitted, onOneLine } from './wrap.ts'

const SIZE = 11
const LINE = 13
/** Longer labels have more lines. */
const ROOM = 150
const LEAST_ROOM = 64
const SIDES = 14
const HEIGHT = 17
const STEP = 20
const DOOR = 19
/** What a door takes of the end of a line. */
const BESIDE_DOOR = 27

/** What is written on a link, on one line. */
export const labelOf = (link: Link): string => onOneLine(linkLabel(link) ?? '')

/** The width that a label takes, 0 for none. */
export const labelWidth = (label: string): number =>
  label === '' ? 0 : Math.min(ROOM, Math.ceil(widthOf(label, SIZE, 'medium'))) + SIDES

/** A label with its place, and whether that reaches over a component, which must not hide it then. */
export type DrawnLabel = Readonly<{ markup: string; onTop: boolean }>

/**
 * What lies on a link above all lines: its label with the number of its step, and the closed door at its end. `isFree` says of a
 * place whether no component stands there.
 */
export function drawLabel(
  sheet: Sheet,
  link: Link,
  route: Route,
  paint: LinkPaint,
  isFree: (box: Box) => boolean,
): DrawnLabel {
  const label = pill(sheet, labelOf(link), route, paint)
  const sign = paint.door === null ? '' : drawDoor(sheet, route, paint.door)
  return { markup: label.markup + sign, onTop: label.box !== null && !isFree(label.box) }
}

/** The level piece of line that a label lies on, from left to right and clear of a door; null where it lies on an upright one. */
function levelAt(
  { points, label: [x, y] }: Route,
  door: LinkPaint['door'],
): readonly [number, number] | null {
  const end = door === null ? undefined : door === 'to' ? points.at(-1) : points[0]
  for (let index = 1; index < points.length; index++) {
    const [[x1, y1], [x2, y2]] = [points[index - 1] as Point, points[index] as Point]
    const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)]
    if (y1 !== y2 || Math.abs(y - y1) >= 1 || x < left || x > right) continue
    const hasDoor = end !== undefined && end[1] === y1
    return [
      left + (hasDoor && end[0] === left ? BESIDE_DOOR : 0),
      right - (hasDoor && end[0] === right ? BESIDE_DOOR : 0),
    ]
  }
  return null
}

function pill(
  sheet: Sheet,
  label: string,
  route: Route,
  { mark, step, door }: LinkPaint,
): Readonly<{ markup: string; box: Box | null }> {
  if (label === '' && step === null) return { markup: '', box: null }
  const y = route.label[1]
  const level = levelAt(route, door)
  // As wide as its piece of line, as far as that is any width.
  const most = level === null ? ROOM : level[1] - level[0] - SIDES - 2
  const room = Math.max(LEAST_ROOM, Math.min(ROOM, most))
  const { palette } = sheet
  const block = { text: label, size: SIZE, weight: 'medium', leading: LINE / SIZE, ink: '' } as const
  const text = fitted([[block]], room, Infinity, 1)
  const height = Math.max(step === null ? HEIGHT : STEP, text.height + 4)
  const left = step === null ? SIDES / 2 : STEP
  const width = Math.max(left + text.width + (label === '' ? 0 : SIDES / 2), height)
  const at: Point = [along(route.label[0], width, level) - width / 2, y - height / 2]
  sheet.reach(...at, width, height)
  const box = element('rect', {
    x: at[0] + 0.5,
    y: at[1] + 0.5,
    width: width - 1,
    height: height - 1,
    rx: (step === null ? HEIGHT : STEP) / 2 - 0.5,
    fill: palette.surface,
    stroke: mark === null ? palette.line : palette[mark],
  })
  const ink = mark === null ? palette['text-muted'] : palette[mark]
  const top = y - text.height / 2
  const lines = text.lines.map((line) => textAt(at[0] + left, top + line.top, line, ink)).join('')
  const sign = step === null ? '' : stepSign(sheet, step, [at[0] + STEP / 2, y], ink)
  return { markup: box + sign + lines, box: { at, size: [width, height] } }
}

/** The middle of a label that ends where its piece of line does. */
function along(x: number, width: number, level: readonly [number, number] | null): number {
  if (level === null) return x
  const [left, right] = [level[0] + width / 2 + 1, level[1] - width / 2 - 1]
  return left > right ? (left + right) / 2 : Math.max(left, Math.min(x, right))
}

/** The number of a step of the path that is shown, around a point. */
export function stepSign({ palette }: Sheet, step: number, [x, y]: Point, fill: string): string {
  const number = String(step)
  const size = Math.min(10.5, 23 / number.length)
  const left = x - widthOf(number, size, 'medium') / 2
  return (
    element('circle', { cx: x, cy: y, r: 8, fill }) +
    words(number, size, 'medium', [left, y - 8], 16, palette.surface)
  )
}

/** A closed door stands just before the component that is reached. */
function drawDoor(sheet: Sheet, { points }: Route, end: 'from' | 'to'): string {
  const line = end === 'to' ? points : reversed(points)
  const length = lengthOf(line)
  const [x, y] = stopAt(line, Math.max(length / 2, length - 17)).at
  sheet.reach(x - DOOR / 2, y - DOOR / 2, DOOR, DOOR)
  return doorSign(sheet, [x, y])
}

export const doorSign = (sheet: Sheet, at: Point): string =>
  sheet.use(
    'door',
    () => {
      const { reached, 'reached-soft': soft } = sheet.palette
      const circle = element('circle', {
        cx: 0,
        cy: 0,
        r: DOOR / 2 - 0.75,
        fill: soft,
        stroke: reached,
        'stroke-width': 1.5,
      })
      return circle + sheet.icon('reached', [-6, -6], 12, reached)
    },
    at,
  )
