import type { CoverageState } from '../../core/analysis/result.ts'
import type { PlacedFrame } from '../../core/layout/board-frames.ts'
import { COVERAGE_MARKS } from '../../ui/coverage-marks.ts'
import type { ComponentPaint } from '../../core/paint/marks.ts'
import { type Brush, type Line, strokeLines } from './brush.ts'
import type { Colours } from './colours.ts'

/** Lines across a box: how far apart, and how much they lean, as x gained per y. */
type Hatch = Readonly<{ gap: number; lean: number; width: number }>

type Look = Readonly<{ colour: keyof Colours; hatch: Hatch | null }>
const OPEN = 'reached'

/** Denser the worse it is, so that the order holds in grey. */
const LOOKS: Readonly<Record<CoverageState, Look>> = {
  closed: { colour: 'muted', hatch: null },
  'not-applicable': { colour: 'muted', hatch: null },
  verified: { colour: 'covered', hatch: null },
  removed: { colour: 'covered', hatch: null },
  contained: { colour: 'covered', hatch: null },
  accepted: { colour: OPEN, hatch: { gap: 28, lean: 0, width: 1 } },
  partial: { colour: OPEN, hatch: { gap: 22, lean: -0.5, width: 1 } },
  planned: { colour: OPEN, hatch: { gap: 22, lean: 0.5, width: 1 } },
  proposed: { colour: OPEN, hatch: { gap: 16, lean: 1, width: 1 } },
  uncovered: { colour: 'taken', hatch: { gap: 10, lean: 1, width: 2 } },
}
const LETTER_PIXELS = 11

/** The worst state at a component by pattern, colour and letter, with how much is covered. */
export function paintCover(
  brush: Brush,
  { id, at, size }: PlacedFrame,
  { cover, covered, counted, asPlanned }: ComponentPaint,
): void {
  if (cover === null) return
  const { context, colours, view, selected } = brush
  const { colour: name, hatch } = LOOKS[cover]
  const colour = colours[name]
  const [x, y] = at
  const [width, height] = size
  if (!selected.has(id)) {
    context.strokeStyle = colour
    context.lineWidth = (cover === 'uncovered' ? 2.5 : 1.5) / view.zoom
    context.setLineDash(asPlanned ? [8 / view.zoom, 4 / view.zoom] : [])
    context.strokeRect(x, y, width, height)
    context.setLineDash([])
  }
  // The right end alone, so that the name stays readable.
  const part = width * 0.34
  if (hatch !== null)
    strokeLines(brush, hatchOf([x + width - part, y], [part, height], hatch), { colour, width: hatch.width })
  const letter = Math.min(height / 2, LETTER_PIXELS / view.zoom)
  context.font = `700 ${letter}px system-ui, sans-serif`
  const told = `${counted === 0 ? '' : ` ${covered}/${counted}`}${asPlanned ? ' as planned' : ''}`
  const { letter: sign } = COVERAGE_MARKS[cover]
  context.fillStyle = colours.node
  context.fillRect(x + width - part, y, letter * 0.62 * (sign.length + told.length) + 4, letter * 1.2)
  context.fillStyle = colours.text
  context.fillText(`${sign}${told}`, x + width - part + 2, y + letter * 0.6)
}

/** Leaning lines, cut off at the sides of the box. */
function hatchOf(
  [x, y]: readonly [number, number],
  [width, height]: readonly [number, number],
  { gap, lean }: Hatch,
): readonly Line[] {
  const lines: Line[] = []
  const run = lean * height
  for (let foot = Math.min(0, -run); foot <= Math.max(width, width - run); foot += gap) {
    const clip = (along: number): readonly [number, number] => {
      const across = Math.min(Math.max(foot + along * run, 0), width)
      const up = run === 0 ? along : (across - foot) / run
      return [x + across, y + height * (1 - up)]
    }
    const [start, end] = [clip(0), clip(1)]
    const isInside = run === 0 ? foot <= width : start[0] !== end[0]
    if (isInside) lines.push([start, end])
  }
  return lines
}
