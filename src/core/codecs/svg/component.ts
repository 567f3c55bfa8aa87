import { functionById } from '../../catalogue/functions.ts'
import { COMPONENT_SIZE, grown } from '../../layout/geometry.ts'
import { recordIn } from '../../model/lookup.ts'
import type { Component, Model, Point } from '../../model/records.ts'
import { hueOf } from '../../paint/hues.ts'
import { criticalityOf, describeComponent, functionName, glyphOf, vendorLine } from '../../paint/labels.ts'
import { type ComponentPaint, isLoud } from '../../paint/marks.ts'
import { mixed } from '../../paint/palette.ts'
import { coverBadge, coverColour, standingBadge, words } from './badges.ts'
import { hatchIn } from './hatch.ts'
import { type Attributes, element, recordId, show, textAt, titled } from './markup.ts'
import type { Sheet } from './sheet.ts'
import { type Block, fitted, onOneLine } from './wrap.ts'

const [WIDTH, HEIGHT] = COMPONENT_SIZE
const RADIUS = 8
const TEXT_LEFT = 49
const TEXT_RIGHT = 160
/** What the marks in the corner take of the text's room. */
const MARKERS = 10
/** Free above and below the text; a badge on either edge needs more. */
const CLEAR = 3.5
const CLEAR_OF_STANDING = 10
const CLEAR_OF_COVER = 11
const BADGES_ABOVE = 8
const COVER_TOP = 55

/** Whether it stays behind what stands out. */
type Look = Readonly<{ recedes: boolean; ground: string; text: string; muted: string }>

/** A component as the canvas draws it. Its words shrink until all of them fit in. */
export function drawComponent(
  sheet: Sheet,
  model: Model,
  component: Component,
  paint: ComponentPaint,
  at: Point,
  quiet: boolean,
): string {
  sheet.reach(at[0] - 7, at[1] - 10, WIDTH + 14, HEIGHT + (paint.cover === null ? 17 : 24))
  const look = lookOf(sheet, quiet && !isLoud(paint))
  const { markup, bottom } = textOf(model, component, paint, look)
  if (bottom > HEIGHT) sheet.reach(...at, WIDTH, bottom)
  const parts =
    titled(describeComponent(model, component, paint)) +
    boxOf(sheet, paint, look) +
    pictureOf(sheet, component, look) +
    markup +
    markersOf(sheet, component, paint, look) +
    (paint.standing === null ? '' : standingBadge(sheet, paint.standing, [9, -BADGES_ABOVE])) +
    coverBadge(sheet, paint, [9, COVER_TOP]).markup
  return element(
    'g',
    { id: recordId(component.id), transform: `translate(${show(at[0])} ${show(at[1])})` },
    parts,
  )
}

const lookOf = ({ palette }: Sheet, recedes: boolean): Look => ({
  recedes,
  ground: recedes ? mixed(palette.node, 0.6, palette.canvas) : palette.node,
  text: recedes ? palette['text-muted'] : palette.text,
  muted: palette['text-muted'],
})

function lineOf({ palette }: Sheet, { mark, cover }: ComponentPaint, recedes: boolean): string {
  // States that are ended have no colour of their own.
  if (cover !== null && cover !== 'closed' && cover !== 'not-applicable') return coverColour(cover, palette)
  if (mark !== null) return palette[mark]
  return recedes ? mixed(palette['node-line'], 0.55, palette.node) : palette['node-line']
}

/** Boxes that look the same are one. */
const boxOf = (sheet: Sheet, paint: ComponentPaint, look: Look): string =>
  sheet.use(
    `box-${paint.mark ?? paint.cover ?? (look.recedes ? 'quiet' : 'plain')}`,
    () => box(sheet, paint, look),
    [0, 0],
  )

function box(sheet: Sheet, paint: ComponentPaint, { recedes, ground }: Look): string {
  const { mark, cover } = paint
  const line = lineOf(sheet, paint, recedes)
  const thick = mark === 'taken' || cover === 'uncovered'
  const inset = mark === 'taken' ? 0 : thick ? 1 : 0.5
  const frame = (attributes: Attributes, by = inset) =>
    element('rect', {
      x: by,
      y: by,
      width: WIDTH - 2 * by,
      height: HEIGHT - 2 * by,
      rx: RADIUS - by,
      ...attributes,
    })
  const glow = mark === null ? '' : frame({ fill: line, 'fill-opacity': 0.14 }, mark === 'taken' ? -5 : -4)
  const border = {
    stroke: line,
    ...(thick ? { 'stroke-width': 2 } : {}),
    ...(mark === 'reached' ? { 'stroke-dasharray': '4 3' } : {}),
  }
  if (cover === null) return glow + frame({ fill: ground, ...border })
  const within = grown({ at: [0, 0], size: COMPONENT_SIZE }, -2)
  const hatch = hatchIn(cover, within, 'component', line, cover === 'uncovered' ? 0.38 : 0.45)
  return glow + frame({ fill: ground }) + hatch + frame({ fill: 'none', ...border })
}

function pictureOf(sheet: Sheet, component: Component, { recedes }: Look): string {
  const { palette } = sheet
  const family = glyphOf(component)
  const kind = functionById(component.function)?.segment ?? null
  const define = () => {
    const hue = hueOf(kind)
    const muted = palette['text-muted']
    const ground = recedes ? mixed(muted, 0.07, palette.canvas) : mixed(hue, 0.13, palette.node)
    const ink = recedes ? mixed(muted, 0.62, palette.canvas) : mixed(hue, 0.72, palette.text)
    return (
      element('rect', { x: 9, y: 16, width: 32, height: 32, rx: 7, fill: ground }) +
      sheet.glyph(family, [14, 21], 22, ink)
    )
  }
  return sheet.use(`picture-${family}-${recedes ? 'quiet' : (kind ?? 'plain')}`, define, [0, 0])
}

/** Name, function and whose product it is: what does not fit beside the picture is made smaller. */
function textOf(
  model: Model,
  component: Component,
  paint: ComponentPaint,
  { text, muted, ground }: Look,
): Readonly<{ markup: string; bottom: number }> {
  const name = onOneLine(component.name) || 'Unnamed'
  const isCalled = functionName(component)
  const details = [isCalled === name ? null : isCalled, vendorOf(model, component)].flatMap((part) =>
    part === null || onOneLine(part) === '' ? [] : [onOneLine(part)],
  )
  const block = { size: 12.5, weight: 'medium', leading: 1.2, ink: text, text: name } as const
  const detail = (line: string): Block => ({
    text: line,
    size: 11,
    weight: 'regular',
    leading: 1.25,
    ink: muted,
  })
  const room = TEXT_RIGHT - TEXT_LEFT - (isMarked(component) || paint.risks > 0 ? MARKERS : 0)
  const first = paint.standing === null ? CLEAR : CLEAR_OF_STANDING
  const last = HEIGHT - (paint.cover === null ? CLEAR : CLEAR_OF_COVER)
  const { lines, height, width } = fitted(
    [
      [block, ...details.map(detail)],
      [block, ...(details.length > 1 ? [detail(details.join(' · '))] : details.map(detail))],
    ],
    room,
    last - first,
  )
  const top = Math.max(first, Math.min((HEIGHT - height) / 2, last - height))
  const drawn = lines.map((line) => textAt(TEXT_LEFT, top + line.top, line, line.ink)).join('')
  return {
    markup: paint.cover === null ? drawn : clearing(top, width, height, ground) + drawn,
    bottom: top + height,
  }
}

/** Lines of a pattern through words would look like words struck out. */
const clearing = (top: number, width: number, height: number, fill: string): string =>
  element('rect', { x: TEXT_LEFT - 3, y: top, width: width + 6, height, rx: 3, fill, 'fill-opacity': 0.88 })

function vendorOf(model: Model, component: Component): string | null {
  const line = vendorLine(model, component)
  const isRestricted =
    component.vendor !== null && recordIn(model, 'vendors', component.vendor)?.restricted === true
  return isRestricted ? `${line ?? 'Vendor'}, restricted` : line
}

const isMarked = (component: Component): boolean => {
  const criticality = criticalityOf(component)
  return criticality === 'critical' || criticality === 'high'
}

/** In the upper right corner: that it is critical, and how many risks are live there. */
function markersOf(sheet: Sheet, component: Component, { risks }: ComponentPaint, look: Look): string {
  const { palette } = sheet
  const right = WIDTH - 6
  let [markup, top] = ['', 5]
  if (isMarked(component)) {
    const ink = criticalityOf(component) === 'critical' && !look.recedes ? palette.text : look.muted
    markup += sheet.icon('critical', [right - 13, top], 13, ink)
    top += 14
  }
  if (risks === 0) return markup
  const ink = look.recedes ? look.muted : palette.reached
  const count = risks > 1 ? String(risks) : ''
  const left = right - 12 - count.length * 5.8
  markup += sheet.icon('risk', [left, top], 12, ink)
  return count === '' ? markup : markup + words(count, 10, 'medium', [left + 12, top], 12, ink)
}
