import { functionById } from '../core/catalogue/functions.ts'
import { peerInterface } from '../core/catalogue/peers.ts'
import { freeSpot } from '../core/layout/free-spot.ts'
import { frameOf, placedIn } from '../core/layout/frames.ts'
import { COMPONENT_SIZE } from '../core/layout/geometry.ts'
import { recordIn } from '../core/model/lookup.ts'
import type { Component, Model, Point } from '../core/model/records.ts'
import { componentName, nameOf } from '../state/record-names.ts'
import { select } from '../state/selection-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command } from './command.ts'
import { blankComponent, blankLink, uniqueName } from './create.ts'
import { DIRECTIONS } from './directions.ts'
import { newId } from './new-id.ts'
import { onlySelected, selectedPlaced } from './placed.ts'

/** Makes the other end the controlling one (AN4). */
export const reverseLink = command({
  id: 'link.reverse',
  label: 'Reverse the link',
  icon: 'reverse',
  group: 'edit',
  role: 'editor',
  when: (now) => onlySelected(now, 'links') !== null,
  run: (context) => {
    const link = onlySelected(context, 'links')
    if (link === null) return
    const { id, from, to } = link
    context.edit('Reverse the link', (editor) => editor.set('links', id, { from: to, to: from }))
    context.host.announce(`${nameOf(context.model, to)} is now the controlling end`)
  },
})

export const connectTo = command({
  id: 'link.connect-to',
  label: 'Connect to…',
  icon: 'link',
  group: 'create',
  keys: ['Shift+C'],
  canvasOnly: true,
  role: 'editor',
  when: (now) => onlySelected(now, 'components') !== null,
  run: () => setView({ dialog: 'connect-to' }),
})

export const moveTo = command({
  id: 'arrange.move-to',
  label: 'Move to…',
  icon: 'move',
  group: 'edit',
  keys: ['Shift+M'],
  canvasOnly: true,
  role: 'editor',
  when: (now) => selectedPlaced(now).length > 0,
  run: () => setView({ dialog: 'move-to' }),
})

/** Selects the linked component that lies in a direction. */
export const linkWalks: readonly Command[] = DIRECTIONS.map(({ name, key, vector }) =>
  command({
    id: `link.walk-${name}`,
    label: `Along a link, ${name}`,
    icon: 'link',
    group: 'view',
    keys: [`Alt+${key}`],
    canvasOnly: true,
    role: 'viewer',
    when: (now) => onlySelected(now, 'components') !== null,
    run: (context) => {
      const component = onlySelected(context, 'components')
      if (component === null) return
      const next = neighbourTowards(context.model, component, vector)
      if (next === null) return context.host.announce(`Nothing is linked on this side`)
      select([next.id])
      context.host.announce(componentName(next))
    },
  }),
)

/** Farther than any two components are from each other. */
const ASIDE = 1e9

/** Of the components linked to one, the nearest in a direction; one that lies more aside than ahead only for want of others. */
function neighbourTowards(model: Model, component: Component, [dx, dy]: Point): Component | null {
  const from = centreOf(model, component.id)
  let best: { component: Component; cost: number } | null = null
  for (const link of model.links) {
    if (link.from !== component.id && link.to !== component.id) continue
    const other = recordIn(model, 'components', (link.from === component.id ? link.to : link.from) ?? '')
    if (other === undefined) continue
    const to = centreOf(model, other.id)
    const along = (to[0] - from[0]) * dx + (to[1] - from[1]) * dy
    const aside = (to[0] - from[0]) * dy - (to[1] - from[1]) * dx
    const cost = Math.hypot(along, aside) + (Math.abs(aside) > along ? ASIDE : 0)
    if (along > 0 && (best === null || cost < best.cost)) best = { component: other, cost }
  }
  return best?.component ?? null
}

/** Distance between the middles of a component and of the one made beside it. */
const BESIDE: Point = [COMPONENT_SIZE[0] + 80, COMPONENT_SIZE[1] + 56]

/** Makes another component of the same function beside the selected one, and joins them by the first fitting interface. */
export const branches: readonly Command[] = DIRECTIONS.map(({ name, key, vector }) =>
  command({
    id: `component.branch-${name}`,
    label: `New connected component, ${name}`,
    icon: 'component',
    group: 'create',
    keys: [`Mod+${key}`],
    canvasOnly: true,
    role: 'editor',
    when: (now) => onlySelected(now, 'components') !== null,
    run: (context) => {
      const source = onlySelected(context, 'components')
      if (source === null) return
      const { model, edit, host } = context
      const [x, y] = centreOf(model, source.id)
      const wanted: Point = [x + vector[0] * BESIDE[0], y + vector[1] * BESIDE[1]]
      const [left, top] = freeSpot(model, source.segment, COMPONENT_SIZE, wanted)
      const title = uniqueName(functionById(source.function ?? '')?.name ?? 'Component', model.components)
      const added = {
        ...blankComponent(newId('components'), title),
        function: source.function,
        segment: source.segment,
        pos: [left, top] as [number, number],
      }
      const fitting = peerInterface(source.function)
      edit(`Add ${title}`, (editor) => {
        editor.create('components', added)
        editor.create('links', blankLink(newId('links'), source.id, added.id, fitting))
      })
      select([added.id])
      host.announce(`${title} added`)
    },
  }),
)

function centreOf(model: Model, id: string): Point {
  const placed = placedIn(model, id)
  if (placed === null) return [0, 0]
  const { at, size } = frameOf(model, placed)
  return [at[0] + size[0] / 2, at[1] + size[1] / 2]
}
