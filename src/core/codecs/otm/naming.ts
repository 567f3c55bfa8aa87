import type { Draft } from '../draft.ts'
import type { Element, OtmFile, Parent } from './file.ts'
import { isOutside as isCanvas, type Own } from './own.ts'

/** Which record stands for which element, and what lies in what. */
export type Naming = Readonly<{
  idOf: (element: Element) => string
  /** The element that a parent names; null where it names none, or what lies in itself. */
  elementOf: (parent: Parent | null) => Element | null
  /** Every element after the one that it lies in. */
  parentsFirst: readonly Element[]
  /** The segment that an element lies in: the nearest trust zone around it. */
  homeOf: (element: Element) => string | null
  /** Whether components lie in it. */
  isAround: (element: Element) => boolean
  /** The zone of ours that is the open canvas. */
  isOutside: (zone: Element) => boolean
}>

export function namingOf(file: OtmFile, own: Own | null, draft: Draft): Naming {
  const ids = new Map<Element, string>()
  const taken = new Set<string>()
  const isOutside = (zone: Element) => own !== null && isCanvas(zone)
  const name = (element: Element, kind: 'segments' | 'components', what: string) => {
    const isOurs = own?.packed.has(kind, element.id) === true && !taken.has(element.id)
    if (isOurs) taken.add(element.id)
    ids.set(element, isOurs ? element.id : draft.fresh(element.id || what))
  }
  for (const zone of file.zones) if (!isOutside(zone)) name(zone, 'segments', 'trust-zone')
  for (const component of file.components) name(component, 'components', 'component')

  const zones = firstById(file.zones)
  const components = firstById(file.components)
  const named = (parent: Parent | null): Element | null =>
    parent === null ? null : ((parent.kind === 'zone' ? zones : components).get(parent.id) ?? null)
  const parentsFirst = inOrder([...file.zones, ...file.components], (element) => named(element.parent))
  // What lies in itself comes last in that order, each before the next, so that a parent that is not there yet is none.
  const place = new Map(parentsFirst.map((element, index) => [element, index]))
  const isZone = new Set(file.zones)
  const homes = new Map<Element, Element | null>()
  const around = new Set<Element>()
  for (const element of parentsFirst) {
    const parent = named(element.parent)
    const isThere = parent !== null && (place.get(parent) ?? 0) < (place.get(element) ?? 0)
    if (parent === null || !isThere) homes.set(element, null)
    else if (isZone.has(parent)) homes.set(element, parent)
    else {
      homes.set(element, homes.get(parent) ?? null)
      around.add(parent)
    }
  }
  return {
    idOf: (element) => ids.get(element) ?? '',
    elementOf: named,
    parentsFirst,
    homeOf: (element) => {
      const home = homes.get(element) ?? null
      return home === null || isOutside(home) ? null : (ids.get(home) ?? null)
    },
    isAround: (element) => around.has(element),
    isOutside,
  }
}

function firstById(elements: readonly Element[]): ReadonlyMap<string, Element> {
  const byId = new Map<string, Element>()
  for (const element of elements) if (!byId.has(element.id)) byId.set(element.id, element)
  return byId
}

/** Every element after its parent; those that lie in each other in a circle last, in their order. */
function inOrder(
  elements: readonly Element[],
  parentOf: (element: Element) => Element | null,
): readonly Element[] {
  const order: Element[] = []
  const done = new Set<Element>()
  for (const element of elements) {
    const trail: Element[] = []
    const onTrail = new Set<Element>()
    for (
      let at: Element | null = element;
      at !== null && !done.has(at) && !onTrail.has(at);
      at = parentOf(at)
    ) {
      trail.push(at)
      onTrail.add(at)
    }
    for (const one of trail.reverse()) {
      done.add(one)
      order.push(one)
    }
  }
  return order
}
