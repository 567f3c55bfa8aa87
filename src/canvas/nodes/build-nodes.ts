import { type Node, Position } from '@xyflow/react'
import { zoneById } from '../../core/catalogue/zones.ts'
import type { PlacedFrame } from '../../core/layout/board-frames.ts'
import { minus } from '../../core/layout/geometry.ts'
import { indexById } from '../../core/model/lookup.ts'
import {
  type ComponentPaint,
  isLoud,
  type LinkPaint,
  NO_COMPONENT_PAINT,
  NO_COVER,
  NUMBERED,
} from '../../core/paint/marks.ts'
import type { Keeper } from '../scene/keeper.ts'
import { describeComponent, describeSegment, functionName, vendorLine } from '../../core/paint/labels.ts'
import type { Scene } from '../scene/scene.ts'
import type { Visible } from '../scene/use-visible.ts'
import type { BoardNode } from './node-types.ts'

/** Segments lie below links, links below components and notes. React Flow's own order by selection is off. */
export const LAYER = { link: 100, node: 200, selected: 210 } as const

/** Class of what a finger moves rather than the view behind it. React Flow puts it on edges by itself. */
export const SOLID = 'solid'

/**
 * Both ends of every edge. Links are drawn from their own routes; React Flow only needs to know that there is something to
 * fasten them to, and looks after each thing with every frame of a pan.
 */
export const ANCHOR: BoardNode = {
  id: ' anchor',
  type: 'anchor',
  position: { x: 0, y: 0 },
  width: 1,
  height: 1,
  handles: (['source', 'target'] as const).map((type) => ({ type, position: Position.Top, x: 0, y: 0 })),
  hidden: true,
  data: {},
}

/**
 * The nodes of `visible`, parents before their children. Every node says its size, and stays the same object until
 * something that it shows has changed.
 */
export function buildNodes(
  scene: Scene,
  visible: Pick<Visible, 'frames'>,
  selected: ReadonlySet<string>,
  keeper: Keeper<BoardNode>,
): BoardNode[] {
  const nodes = [ANCHOR]
  for (const frame of visible.frames) {
    const node = nodeFor(scene, frame, selected, keeper)
    if (node !== null) nodes.push(node)
  }
  keeper.sweep()
  return nodes
}

function nodeFor(
  scene: Scene,
  frame: PlacedFrame,
  selected: ReadonlySet<string>,
  keeper: Keeper<BoardNode>,
): BoardNode | null {
  const { model, frames, paint } = scene
  const { id, home } = frame
  const around = home === null ? undefined : frames.get(home)
  const [x, y] = around === undefined ? frame.at : minus(frame.at, around.at)
  const [width, height] = frame.size
  const isSelected = selected.has(id)
  const place = [x, y, width, height, home, isSelected]
  const common = {
    id,
    position: { x, y },
    width,
    height,
    selected: isSelected,
    ariaRole: 'group',
    className: SOLID,
    ...(around === undefined ? {} : { parentId: around.id }),
  } satisfies Partial<Node>

  if (frame.kind === 'components') {
    const component = indexById(model.components).get(id)
    if (component === undefined) return null
    const shown = paint.components.get(id) ?? NO_COMPONENT_PAINT
    const vendor = vendorLine(model, component)
    return keeper.keep(id, [...place, component, vendor, ...Object.values(shown)], () => ({
      ...common,
      type: 'component',
      data: { component, functionName: functionName(component), vendor, paint: shown },
      zIndex: isSelected ? LAYER.selected : LAYER.node,
      style: { pointerEvents: 'all' },
      ariaLabel: describeComponent(model, component, shown),
      domAttributes: attributes('component', shown),
    }))
  }
  if (frame.kind === 'segments') {
    const segment = indexById(model.segments).get(id)
    if (segment === undefined) return null
    const cover = paint.segments.get(id) ?? NO_COVER
    const zone = zoneById(segment.zone)?.name ?? segment.zone
    return keeper.keep(id, [...place, segment, ...Object.values(cover)], () => ({
      ...common,
      type: 'segment',
      data: { segment, zone, cover },
      zIndex: frame.depth,
      style: { pointerEvents: 'none' },
      ariaLabel: describeSegment(segment, zone, cover),
      domAttributes: attributes('segment', null),
    }))
  }
  const note = indexById(model.notes).get(id)
  if (note === undefined) return null
  return keeper.keep(id, [...place, note], () => ({
    ...common,
    type: 'note',
    data: { note },
    zIndex: isSelected ? LAYER.selected : LAYER.node,
    style: { pointerEvents: 'all' },
    ariaLabel: note.text === '' ? 'Empty note' : note.text,
    domAttributes: attributes('note', null),
  }))
}

/** The canvas is one tab stop; its elements take the focus from its own keys alone. */
export function attributes(
  role: string,
  paint: ComponentPaint | LinkPaint | null,
): NonNullable<Node['domAttributes']> {
  return { tabIndex: -1, 'aria-roledescription': role, ...(paint === null ? {} : marks(paint)) }
}

/** What the style sheets know a painted element by. What `isLoud` is `data-loud`: it does not recede. */
const marks = (paint: ComponentPaint | LinkPaint) => ({
  'data-loud': isLoud(paint) || undefined,
  'data-exposure': paint.mark ?? undefined,
  'data-change': paint.change ?? undefined,
  'data-blast': paint.blast || undefined,
  'data-choke': paint.choke === null ? undefined : paint.choke <= NUMBERED ? 'numbered' : 'ringed',
  'data-cover': ('cover' in paint && paint.cover) || undefined,
  'data-cut': ('cut' in paint && paint.cut) || undefined,
  'data-hop': paint.hop ?? undefined,
})
