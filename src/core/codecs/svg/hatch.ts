import type { CoverageState } from '../../analysis/result.ts'
import type { Box } from '../../layout/geometry.ts'
import { element } from './markup.ts'

/** Lines at an angle, in degrees from upright to the right, or dots. `gap` is from one to the next, across them. */
type Pattern = Readonly<
  | { kind: 'lines'; angle: 0 | 45 | 90 | 135; gap: number; width: number }
  | { kind: 'dots'; gap: number; size: number }
>

/** Of the small mark, and of a component behind its text. */
const PATTERNS: Readonly<Partial<Record<CoverageState, Readonly<Record<'mark' | 'component', Pattern>>>>> = {
  accepted: {
    mark: { kind: 'lines', angle: 0, gap: 5, width: 1 },
    component: { kind: 'lines', angle: 0, gap: 9, width: 1 },
  },
  partial: {
    mark: { kind: 'lines', angle: 90, gap: 4, width: 1 },
    component: { kind: 'lines', angle: 90, gap: 7, width: 1 },
  },
  planned: { mark: { kind: 'dots', gap: 5, size: 2.4 }, component: { kind: 'dots', gap: 8, size: 2.8 } },
  proposed: {
    mark: { kind: 'lines', angle: 135, gap: 6, width: 1 },
    component: { kind: 'lines', angle: 135, gap: 10, width: 1 },
  },
  uncovered: {
    mark: { kind: 'lines', angle: 45, gap: 4, width: 2 },
    component: { kind: 'lines', angle: 45, gap: 8, width: 2 },
  },
}

/** The pattern of a state over a box, as lines that end at its sides: no viewer has to know patterns or clipping. */
export function hatchIn(
  state: CoverageState,
  box: Box,
  of: 'mark' | 'component',
  stroke: string,
  opacity = 1,
): string {
  const pattern = PATTERNS[state]?.[of]
  if (pattern === undefined) return ''
  const isDots = pattern.kind === 'dots'
  return element('path', {
    d: isDots ? dots(box, pattern.gap) : lines(box, pattern.angle, pattern.gap),
    fill: 'none',
    stroke,
    'stroke-width': isDots ? pattern.size : pattern.width,
    ...(isDots ? { 'stroke-linecap': 'round' } : {}),
    ...(opacity === 1 ? {} : { 'stroke-opacity': opacity }),
  })
}

function dots({ at: [x, y], size: [width, height] }: Box, gap: number): string {
  let path = ''
  for (let down = gap / 2; down < height; down += gap)
    for (let across = gap / 2; across < width; across += gap)
      path += `M${show(x + across)} ${show(y + down)}h.01`
  return path
}

function lines({ at: [x, y], size: [width, height] }: Box, angle: 0 | 45 | 90 | 135, gap: number): string {
  let path = ''
  const line = (x1: number, y1: number, x2: number, y2: number) => {
    path += `M${show(x + x1)} ${show(y + y1)}L${show(x + x2)} ${show(y + y2)}`
  }
  if (angle === 0) for (let across = gap / 2; across < width; across += gap) line(across, 0, across, height)
  else if (angle === 90) for (let down = gap / 2; down < height; down += gap) line(0, down, width, down)
  else {
    // Lines x + y = sum, from the upper to the left or lower side; mirrored for the other way.
    const step = gap * Math.SQRT2
    for (let sum = step / 2; sum < width + height; sum += step) {
      const [top, foot] = [Math.min(sum, width), Math.max(0, sum - height)]
      const [atTop, atFoot] = [sum - top, sum - foot]
      if (angle === 45) line(top, height - atTop, foot, height - atFoot)
      else line(top, atTop, foot, atFoot)
    }
  }
  return path
}

const show = (value: number): number => Math.round(value * 10) / 10
