import type { CoverageState } from '../../analysis/result.ts'
import type { Point } from '../../model/records.ts'
import { COVERAGE_LOOKS } from '../../paint/coverage-looks.ts'
import type { CoverPaint, Standing } from '../../paint/marks.ts'
import type { Palette } from '../../paint/palette.ts'
import { hatchIn } from './hatch.ts'
import { element, textAt } from './markup.ts'
import { type Weight, widthOf } from './measure.ts'
import type { Sheet } from './sheet.ts'

export const BADGE_HEIGHT = 17
const ICON = 12

/** A few words on one line, at their natural width. */
export const words = (
  text: string,
  size: number,
  weight: Weight,
  [x, top]: Point,
  height: number,
  fill: string,
): string => textAt(x, top, { text, size, weight, height, width: widthOf(text, size, weight) }, fill)

export const STANDINGS: Readonly<Record<Standing, Readonly<{ icon: string; word: string }>>> = {
  taken: { icon: 'taken', word: 'Taken' },
  reached: { icon: 'reached', word: 'Reached' },
  source: { icon: 'risk', word: 'Source' },
  held: { icon: 'held', word: 'Held' },
}

export type Inks = Readonly<{ ink: string; fill: string; line: string }>

export function standingInks(standing: Standing, palette: Palette): Inks {
  if (standing === 'taken') return { ink: palette.surface, fill: palette.taken, line: palette.taken }
  if (standing === 'reached')
    return { ink: palette.reached, fill: palette['reached-soft'], line: palette.reached }
  if (standing === 'source') return { ink: palette.taken, fill: palette['taken-soft'], line: palette.taken }
  return { ink: palette['text-muted'], fill: palette.node, line: palette['text-muted'] }
}

/** What a component is to the attack, by icon and word. */
export function standingBadge(sheet: Sheet, standing: Standing, at: Point): string {
  const { icon, word } = STANDINGS[standing]
  const { ink, fill, line } = standingInks(standing, sheet.palette)
  const width = 26 + Math.ceil(widthOf(word, 10.5, 'medium'))
  return sheet.use(
    `standing-${standing}`,
    () =>
      element('rect', {
        x: 0.5,
        y: 0.5,
        width,
        height: BADGE_HEIGHT - 1,
        rx: (BADGE_HEIGHT - 1) / 2,
        fill,
        stroke: line,
      }) +
      sheet.icon(icon, [5, 2.5], ICON, ink) +
      words(word, 10.5, 'medium', [20, 0], BADGE_HEIGHT, ink),
    at,
  )
}

export const COVER_HEIGHT = 20

/** The pattern of a state with its icon and letter. Denser and darker the worse it is, so that the order holds in grey. */
export function coverMark(
  sheet: Sheet,
  state: CoverageState,
  at: Point,
): Readonly<{ markup: string; width: number }> {
  const { palette } = sheet
  const { icon, letter } = COVERAGE_LOOKS[state]
  const colour = coverColour(state, palette)
  const inside = 18 + Math.ceil(widthOf(letter, 11, 'medium'))
  const width = Math.max(38, inside + 11)
  const left = (width - inside) / 2
  const define = () =>
    element('rect', {
      x: 0.75,
      y: 0.75,
      width: width - 1.5,
      height: COVER_HEIGHT - 1.5,
      rx: 3.25,
      fill: palette.surface,
    }) +
    hatchIn(state, { at: [1.5, 1.5], size: [width - 3, COVER_HEIGHT - 3] }, 'mark', colour) +
    border(state, width, colour) +
    element('rect', { x: left, y: 3.5, width: inside, height: 13, rx: 3, fill: palette.surface }) +
    sheet.icon(icon, [left + 2, 4], ICON, palette.text) +
    words(letter, 11, 'medium', [left + 16, 3.5], 13, palette.text)
  return { markup: sheet.use(`cover-${state}`, define, at), width }
}

export const coverColour = (state: CoverageState, palette: Palette): string => {
  if (state === 'uncovered') return palette.taken
  if (state === 'closed' || state === 'not-applicable') return palette['text-muted']
  return state === 'verified' || state === 'removed' || state === 'contained'
    ? palette.covered
    : palette.reached
}

function border(state: CoverageState, width: number, stroke: string): string {
  const frame = (inset: number, look: Readonly<Record<string, string | number>>) =>
    element('rect', {
      x: inset,
      y: inset,
      width: width - 2 * inset,
      height: COVER_HEIGHT - 2 * inset,
      rx: 4 - inset,
      fill: 'none',
      stroke,
      ...look,
    })
  if (state === 'contained') return frame(0.5, { 'stroke-width': 1 }) + frame(2.5, { 'stroke-width': 1 })
  const ended = state === 'closed' || state === 'not-applicable'
  return frame(0.75, {
    'stroke-width': 1.5,
    ...(state === 'removed'
      ? { 'stroke-dasharray': '4.5 3' }
      : ended
        ? { 'stroke-dasharray': '1.5 1.5' }
        : {}),
  })
}

/** The worst state of an element and how much is covered. Gives nothing where there is nothing to cover. */
export function coverBadge(
  sheet: Sheet,
  { cover, covered, counted }: CoverPaint,
  [x, y]: Point,
): Readonly<{ markup: string; width: number }> {
  if (cover === null) return { markup: '', width: 0 }
  const { palette } = sheet
  const mark = coverMark(sheet, cover, [x, y])
  const told = counted > 0 ? `${covered} of ${counted} covered` : ''
  const toldWidth = Math.ceil(widthOf(told, 10.5, 'medium'))
  const width = mark.width + (told === '' ? 0 : 4 + toldWidth + 6)
  const ground = element('rect', {
    x: x - 0.5,
    y: y - 0.5,
    width: width + 1,
    height: COVER_HEIGHT + 1,
    rx: 4.5,
    fill: palette.surface,
    stroke: palette.line,
  })
  const share =
    told === '' ? '' : words(told, 10.5, 'medium', [x + mark.width + 4, y], COVER_HEIGHT, palette.text)
  return { markup: ground + mark.markup + share, width }
}
