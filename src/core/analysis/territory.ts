import type { Component, MitigationSubject, Segment } from '../model/records.ts'
import { groupBy, range } from './graph.ts'
import { grouped } from './grouped.ts'
import { placeOf } from './network.ts'

/** Which components are whose and lie where, by component index; made once for a model. */
export type Territory = Readonly<{
  /** Tells whether one subject of a mitigation names a component, its vendor, or a segment around it (AN3, MO4). */
  names: (subject: MitigationSubject) => (component: number) => boolean
  /** The components that the subject names in this way; a link names none. Not to be changed. */
  named: (subject: MitigationSubject) => Int32Array
}>

const NONE = new Int32Array(0)

/** Which components are whose, ascending. The lists are not to be changed; each is one, however often it is asked for. */
export type Supply = Readonly<{
  components: readonly Component[]
  ofVendor: (vendor: string) => Int32Array
  ofProduct: (vendor: string, product: string) => Int32Array
}>

export function mapSupply(components: readonly Component[]): Supply {
  const productAt = (index: number) => (components[index] as Component).product
  const vendors = listsBy(range(components.length), (index) => (components[index] as Component).vendor)
  const ofVendor = (vendor: string) => vendors.get(vendor) ?? NONE
  // Asked for one product, all of the vendor's are told apart: those of a risk are seldom the only ones.
  const products = new Map<string, ReadonlyMap<string | null, Int32Array>>()
  return {
    components,
    ofVendor,
    ofProduct: (vendor, product) => {
      const known = products.get(vendor) ?? listsBy(ofVendor(vendor), productAt)
      products.set(vendor, known)
      return known.get(product) ?? NONE
    },
  }
}

/** Those of each key, in the order given. */
function listsBy<Key>(items: Int32Array, keyOf: (item: number) => Key): ReadonlyMap<Key, Int32Array> {
  return new Map(Array.from(grouped(items, keyOf), ([key, list]) => [key, Int32Array.from(list)]))
}

/** `components` in the order of their indexes; `segments` a forest, in any order. */
export function mapTerritory(
  components: readonly Component[],
  segments: readonly Segment[],
  { ofVendor }: Supply,
): Territory {
  const nesting = nest(segments)
  const outside = segments.length
  const home = new Int32Array(components.length)
  components.forEach(({ segment }, component) => {
    home[component] = segment === null ? outside : (nesting.get(segment)?.first ?? outside)
  })
  const byHome = groupBy(range(components.length), home, outside + 1)

  const names = (subject: MitigationSubject): ((component: number) => boolean) => {
    if ('component' in subject) return (component) => components[component]?.id === subject.component
    if ('vendor' in subject) return (component) => components[component]?.vendor === subject.vendor
    const span = 'link' in subject ? undefined : nesting.get(subject.segment)
    if (span === undefined) return () => false
    const { first, last } = span
    return (component) => first <= (home[component] as number) && (home[component] as number) <= last
  }

  const named = (subject: MitigationSubject): Int32Array => {
    if ('component' in subject) {
      const index = placeOf(subject.component, components)
      return index === -1 ? NONE : Int32Array.of(index)
    }
    if ('vendor' in subject) return ofVendor(subject.vendor)
    if ('link' in subject) return NONE
    const span = nesting.get(subject.segment)
    return span === undefined
      ? NONE
      : byHome.items.subarray(byHome.start[span.first], byHome.start[span.last + 1])
  }
  return { names, named }
}

/** A segment and all that lie in it are numbered first … last. */
type Span = { first: number; last: number }

function nest(segments: readonly Segment[]): ReadonlyMap<string, Span> {
  const children = new Map<string | null, string[]>()
  for (const { id, parent } of segments) {
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [id])
    else siblings.push(id)
  }
  const spans = new Map<string, Span>()
  const open: { id: string | null; next: number }[] = [{ id: null, next: 0 }]
  for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
    const child = children.get(at.id)?.[at.next++]
    if (child !== undefined) {
      spans.set(child, { first: spans.size, last: spans.size })
      open.push({ id: child, next: 0 })
      continue
    }
    const span = spans.get(at.id ?? '')
    if (span !== undefined) span.last = spans.size - 1
    open.pop()
  }
  return spans
}
