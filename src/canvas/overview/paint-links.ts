import { type InParts, PART } from '../../core/model/in-parts.ts'
import { lengthOf, stopAt } from '../../core/layout/routes/path.ts'
import type { Point } from '../../core/model/records.ts'
import { type LinkPaint, NO_LINK_PAINT } from '../../core/paint/marks.ts'
import { type Brush, type Line, signAt, type Stroke, strokeLines } from './brush.ts'
import { mixed } from './colours.ts'

type Style = 'plain' | 'gone' | 'quiet' | 'blast' | 'reached' | 'taken' | 'looked' | 'selected'

/** By colour, width and dashes as the mounted links are; what stands out most comes last. */
export function* paintLinks(brush: Brush): InParts<void> {
  const { scene, colours, selected, recedes } = brush
  const styles: Readonly<Record<Style, Stroke>> = {
    plain: { colour: mixed(colours.link, recedes ? 0.3 : 0.75, colours.canvas), width: 1 },
    gone: { colour: colours.muted, width: 1.5, dash: [3, 4] },
    quiet: { colour: mixed(colours.taken, 0.6, colours.canvas), width: 1.5 },
    blast: { colour: colours.blast, width: 2.5, dash: [2, 3] },
    reached: { colour: colours.reached, width: 2, dash: [6, 4] },
    taken: { colour: colours.taken, width: 2.5 },
    looked: { colour: colours.taken, width: 4.5 },
    selected: { colour: colours.selected, width: 3 },
  }
  const groups = Object.fromEntries(Object.keys(styles).map((style) => [style, []])) as unknown as Record<
    Style,
    Line[]
  >
  const ringed: Line[] = []
  const marked: [Line, LinkPaint][] = []
  for (const [id, { points }] of scene.routes) {
    const paint = scene.paint.links.get(id) ?? NO_LINK_PAINT
    groups[selected.has(id) ? 'selected' : styleOf(paint)].push(points)
    if (paint.choke !== null) ringed.push(points)
    if (paint.change !== null || paint.cut) marked.push([points, paint])
  }
  yield* strokeInParts(brush, ringed, { colour: colours.choke, width: 8 })
  yield* strokeInParts(brush, ringed, { colour: colours.canvas, width: 5 })
  for (const [style, stroke] of Object.entries(styles))
    yield* strokeInParts(brush, groups[style as Style], stroke)
  paintSigns(brush, marked)
}

function* strokeInParts(brush: Brush, lines: readonly Line[], stroke: Stroke): InParts<void> {
  for (let first = 0; first < lines.length; first += PART) {
    strokeLines(brush, lines.slice(first, first + PART), stroke)
    yield
  }
}

function styleOf({ mark, change, blast, hop }: LinkPaint): Style {
  if (blast) return 'blast'
  if (hop !== null) return hop
  return mark ?? (change === 'gone' ? 'gone' : 'plain')
}

/** In the middle of a link: that it went out or came, and a bar across it where it is to be cut. */
function paintSigns(brush: Brush, marked: readonly [Line, LinkPaint][]): void {
  const { colours, view } = brush
  const size = 4 / view.zoom
  const signs: Record<'gone' | 'come', Line[]> = { gone: [], come: [] }
  const bars: Line[] = []
  for (const [line, { change, cut }] of marked) {
    const { at, heading } = stopAt(line, lengthOf(line) / 2)
    if (cut) bars.push(barAcross(at, heading, 7 / view.zoom))
    if (change !== null) signs[change].push(...signAt(change, cut ? [at[0] + 3 * size, at[1]] : at, size))
  }
  strokeLines(brush, signs.gone, { colour: colours.muted, width: 2 })
  strokeLines(brush, signs.come, { colour: colours.text, width: 2 })
  strokeLines(brush, bars, { colour: colours.canvas, width: 7 })
  strokeLines(brush, bars, { colour: colours.choke, width: 3 })
}

const barAcross = ([x, y]: Point, [dx, dy]: Point, half: number): Line => [
  [x - dy * half, y + dx * half],
  [x + dy * half, y - dx * half],
]
