import { zoneById } from '../../catalogue/zones.ts'
import type { Box } from '../../layout/geometry.ts'
import type { Segment } from '../../model/records.ts'
import { hueOf } from '../../paint/hues.ts'
import { describeSegment } from '../../paint/labels.ts'
import type { CoverPaint } from '../../paint/marks.ts'
import { mixed } from '../../paint/palette.ts'
import { COVER_HEIGHT, coverBadge, words } from './badges.ts'
import { element, recordId, textAt, titled } from './markup.ts'
import { widthOf } from './measure.ts'
import type { Sheet } from './sheet.ts'
import { fitted, onOneLine } from './wrap.ts'

const PADDING = 13
const GAP = 8
const TITLE_TOP = 1
const TITLE_HEIGHT = 30

/** The box of a segment as the canvas draws it. */
export function drawSegment(sheet: Sheet, { id, kind }: Segment, { at, size }: Box, quiet: boolean): string {
  sheet.reach(...at, ...size)
  const hue = hueOf(kind)
  return element('rect', {
    id: recordId(id),
    x: at[0] + 0.5,
    y: at[1] + 0.5,
    width: Math.max(0, size[0] - 1),
    height: Math.max(0, size[1] - 1),
    rx: 11.5,
    fill: hue,
    'fill-opacity': quiet ? 0.035 : 0.07,
    stroke: mixed(hue, quiet ? 0.2 : 0.38, sheet.palette.canvas),
  })
}

/** Its name, what has come of the risks in it, and its zone. Lines that cross the title pass below. */
export function drawSegmentTitle(
  sheet: Sheet,
  segment: Segment,
  box: Box,
  cover: CoverPaint,
  quiet: boolean,
): string {
  const { palette } = sheet
  const hue = hueOf(segment.kind)
  const zone = onOneLine(zoneById(segment.zone)?.name ?? segment.zone ?? '')
  const colours = {
    name: quiet ? mixed(hue, 0.25, palette['text-muted']) : mixed(hue, 0.55, palette.text),
    zone: palette['text-muted'],
  }
  const words = titled(describeSegment(segment, zone === '' ? null : zone, cover))
  return element(
    'g',
    {},
    words + titleOf(sheet, onOneLine(segment.name) || 'Unnamed', zone, cover, box, colours),
  )
}

/** On one line as long as there is room, else the zone below the name, and as small as it takes. */
function titleOf(
  sheet: Sheet,
  name: string,
  zone: string,
  cover: CoverPaint,
  { at: [x, y], size: [width] }: Box,
  colours: Readonly<{ name: string; zone: string }>,
): string {
  const badgeWidth = coverBadge(sheet, cover, [0, 0]).width
  const room = Math.max(24, width - 2 * PADDING - (badgeWidth === 0 ? 0 : badgeWidth + GAP))
  const [left, top] = [x + PADDING, y + TITLE_TOP]
  const badgeAt = (after: number) =>
    coverBadge(sheet, cover, [left + after + GAP, top + (TITLE_HEIGHT - COVER_HEIGHT) / 2])
  const [nameWidth, zoneWidth] = [widthOf(name, 12, 'medium'), widthOf(zone, 11, 'regular')]
  if (nameWidth + (zone === '' ? 0 : GAP + zoneWidth) <= room) {
    const zoneLeft = left + nameWidth + GAP + (badgeWidth === 0 ? 0 : badgeWidth + GAP)
    return (
      words(name, 12, 'medium', [left, top], TITLE_HEIGHT, colours.name) +
      badgeAt(nameWidth).markup +
      (zone === '' ? '' : words(zone, 11, 'regular', [zoneLeft, top], TITLE_HEIGHT, colours.zone))
    )
  }
  const below = { text: zone, size: 10, weight: 'regular', leading: 1.15, ink: colours.zone } as const
  const {
    lines,
    height,
    width: taken,
  } = fitted(
    [
      [
        { text: name, size: 11.5, weight: 'medium', leading: 1.15, ink: colours.name },
        ...(zone === '' ? [] : [below]),
      ],
    ],
    room,
    TITLE_HEIGHT - 4,
  )
  const first = top + Math.max(2, (TITLE_HEIGHT - height) / 2)
  return lines.map((line) => textAt(left, first + line.top, line, line.ink)).join('') + badgeAt(taken).markup
}
