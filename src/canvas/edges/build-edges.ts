import type { Box } from '../../core/layout/geometry.ts'
import { partIn } from '../../core/layout/routes/path.ts'
import type { Link } from '../../core/model/records.ts'
import { ANCHOR, attributes, LAYER } from '../nodes/build-nodes.ts'
import { isLoud, NO_LINK_PAINT } from '../../core/paint/marks.ts'
import type { Keeper } from '../scene/keeper.ts'
import { describeLink, linkLabel, planeOf } from '../../core/paint/labels.ts'
import type { Scene } from '../scene/scene.ts'
import type { LinkEdgeType } from './edge-types.ts'

/** The edges of `visible` links that have a route, drawn as far as `window` shows them. Each stays the same object until something that it shows has changed. */
export function buildEdges(
  { model, routes, paint }: Scene,
  visible: Iterable<Link>,
  window: Box | null,
  selected: ReadonlySet<string>,
  keeper: Keeper<LinkEdgeType>,
): LinkEdgeType[] {
  const edges: LinkEdgeType[] = []
  for (const link of visible) {
    const { id, from, to } = link
    const route = routes.get(id)
    if (route === undefined || from === null || to === null) continue
    const shown = paint.links.get(id) ?? NO_LINK_PAINT
    const isSelected = selected.has(id)
    const near = selected.has(from) || selected.has(to)
    const part = window === null ? { line: route.points, skipped: 0 } : partIn(route.points, window)
    const [first, last] = [part.line[0], part.line.at(-1)]
    const cut = [part.line.length, part.skipped, first?.[0], first?.[1], last?.[0], last?.[1]]
    const words = describeLink(model, link, shown)
    edges.push(
      keeper.keep(id, [link, route, ...Object.values(shown), isSelected, near, words, ...cut], () => ({
        id,
        type: 'link',
        source: ANCHOR.id,
        target: ANCHOR.id,
        data: { link, label: linkLabel(link), plane: planeOf(link), route, part, paint: shown, near },
        selected: isSelected,
        zIndex: LAYER.link + (isLoud(shown) ? 1 : 0) + (isSelected ? 2 : 0),
        ariaLabel: words,
        domAttributes: attributes('link', shown),
      })),
    )
  }
  keeper.sweep()
  return edges
}
