import type { Point } from '../../model/records.ts'
import type { Sign } from '../../paint/legend-entries.ts'
import { BADGE_HEIGHT, coverMark, STANDINGS, standingInks, words } from './badges.ts'
import { doorSign, stepSign } from './label.ts'
import { lineLook } from './link.ts'
import { element } from './markup.ts'
import { widthOf } from './measure.ts'
import type { Sheet } from './sheet.ts'

const LINE = 34

/** A mark of the picture in small, in the middle of a place. What it means stands beside it; marks of other modes give nothing. */
export function swatch(sheet: Sheet, sign: Sign, at: Point): string {
  const { palette } = sheet
  const [x, y] = at
  const icon = (name: string, colour: string) => sheet.icon(name, [x - 6, y - 6], 12, colour)
  switch (sign.sign) {
    case 'standing':
      return standing(sheet, sign.of, at)
    case 'cover': {
      const { width } = coverMark(sheet, sign.of, at)
      return coverMark(sheet, sign.of, [x - width / 2, y - 10]).markup
    }
    case 'plane':
    case 'route':
      return line(at, lineLook(sign.of, palette))
    case 'flow':
      return (
        line(at, lineLook('taken', palette)) +
        element('path', {
          d: [-9, 1, 11].map((from) => `M${x + from} ${y - 2.5}l3 2.5l-3 2.5`).join(''),
          fill: 'none',
          stroke: palette.surface,
          'stroke-width': 1.5,
        })
      )
    case 'controlled':
      return (
        line(at, lineLook('control', palette)) +
        element('path', { d: `M${x + 9} ${y - 3.5}l7 3.5l-7 3.5Z`, fill: palette.link, stroke: palette.link })
      )
    case 'step':
      return stepSign(sheet, 1, at, palette.taken)
    case 'door':
      return doorSign(sheet, at)
    case 'covered': {
      const width = widthOf('1 of 2', 10.5, 'medium')
      return words('1 of 2', 10.5, 'medium', [x - width / 2, y - 8], 16, palette.text)
    }
    case 'risks':
      return icon('risk', palette.reached)
    case 'critical':
      return icon('critical', palette.text)
    default:
      return ''
  }
}

const line = ([x, y]: Point, look: Readonly<Record<string, string | number | undefined>>): string =>
  element('path', { d: `M${x - LINE / 2} ${y}h${LINE}`, fill: 'none', ...look })

function standing(sheet: Sheet, of: keyof typeof STANDINGS, [x, y]: Point): string {
  const { ink, fill, line: stroke } = standingInks(of, sheet.palette)
  const width = 24
  const box = element('rect', {
    x: x - width / 2 + 0.5,
    y: y - BADGE_HEIGHT / 2 + 0.5,
    width: width - 1,
    height: BADGE_HEIGHT - 1,
    rx: (BADGE_HEIGHT - 1) / 2,
    fill,
    stroke,
  })
  return box + sheet.icon(STANDINGS[of].icon, [x - 6, y - 6], 12, ink)
}
