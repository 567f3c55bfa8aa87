import type { Box } from '../../layout/geometry.ts'
import { textAt } from './markup.ts'
import type { Sheet } from './sheet.ts'
import { type Block, fitted, onOneLine } from './wrap.ts'

const LEAST_WIDTH = 320
const GAP = 18

export type Heading = Readonly<{ title: string; below: string }>

/** Above a picture, in as many lines as it takes. */
export function drawHeading(sheet: Sheet, { title, below }: Heading, { at, size }: Box): string {
  const { palette } = sheet
  const blocks: readonly Block[] = [
    { text: onOneLine(title), size: 20, weight: 'medium', leading: 1.3, ink: palette.text },
    { text: onOneLine(below), size: 13, weight: 'regular', leading: 1.4, ink: palette['text-muted'] },
  ]
  const room = Math.max(LEAST_WIDTH, size[0])
  const { lines, height, width } = fitted([blocks], room, Infinity, 1)
  const top = at[1] - GAP - height
  sheet.reach(at[0], top, width, height)
  return lines.map((line) => textAt(at[0], top + line.top, line, line.ink)).join('')
}
