import { COMPONENT_SIZE } from '../../src/core/layout/geometry.ts'
import { readModel } from '../../src/core/model/parse.ts'
import { inWords } from '../../src/core/model/problem.ts'
import {
  type Component,
  FORMAT,
  type Link,
  type Mitigation,
  type Model,
  type Note,
  type Point,
  type Risk,
  type Segment,
  type Vendor,
  VERSION,
} from '../../src/core/model/records.ts'

/**
 * How templates are written down: facts (what there is, joined how, at what risk) apart from the plan (where it stands).
 * Facts name each other by short keys; a key becomes an id by a letter for the kind: component `amf` is `c-amf`.
 */

/** Component records without id and place. */
export type ComponentFacts = Readonly<{ name: string; function: string }> &
  Partial<Pick<Component, 'vendor' | 'product' | 'version' | 'criticality' | 'untrusted'>>
/** From, the controlling end; interface; to; and what else there is to say. */
export type LinkFacts<C extends string> = readonly [
  from: C,
  interfaceId: string,
  to: C,
  more?: Partial<Pick<Link, 'name' | 'direction'>>,
]
export type RiskFacts = Omit<Partial<Risk>, 'id'> & Pick<Risk, 'title' | 'category' | 'on'>
export type MitigationFacts = Omit<Partial<Mitigation>, 'id'> &
  Pick<Mitigation, 'title' | 'control' | 'on' | 'status'>

export type Facts<C extends string = string> = Readonly<{
  title: string
  description: string
  jurisdiction?: string
  vendors: Readonly<Record<string, Pick<Vendor, 'name'>>>
  components: Readonly<Record<C, ComponentFacts>>
  links: readonly LinkFacts<C>[]
  risks: Readonly<Record<string, RiskFacts>>
  mitigations: Readonly<Record<string, MitigationFacts>>
}>

/** Column and row of a component in its segment, from 0; halves stand between. */
type Cell = readonly [column: number, row: number]
export type SegmentPlan<C extends string = string> = Readonly<{
  key: string
  name: string
  kind: string
  zone?: string
  /** The upper left corner, relative to the segment around it. */
  at: Point
  /** Where the upper left corner of cell [0, 0] stands in the segment. */
  first?: Point
  /** Distance from one column and one row to the next. */
  pitch?: Point
  holds?: Readonly<Partial<Record<C, Cell>>>
  inside?: readonly SegmentPlan<C>[]
}>

type NotePlan = Readonly<{ key: string; text: string; at: Point; size: Note['size'] }>

/** Where everything stands on the board. */
export type Plan<C extends string = string> = Readonly<{
  segments: readonly SegmentPlan<C>[]
  notes?: readonly NotePlan[]
}>

export const vendorId = (key: string): string => `v-${key}`
export const componentId = (key: string): string => `c-${key}`
export const segmentId = (key: string): string => `s-${key}`
export const riskId = (key: string): string => `r-${key}`
const mitigationId = (key: string): string => `m-${key}`
export const linkId = (from: string, interfaceId: string, to: string): string =>
  `l-${from}-${interfaceId}-${to}`

const GUTTER = 24
const FIRST: Point = [GUTTER, 56]
const PITCH: Point = [COMPONENT_SIZE[0] + 64, COMPONENT_SIZE[1] + 64]

/** The model of some facts on a plan. Throws where a component has no place or two, or where the model would not open. */
export function compose<C extends string>(facts: Facts<C>, plan: Plan<C>): Model {
  const places = new Map<string, Pick<Component, 'segment' | 'pos'>>()
  const segments = plan.segments.flatMap((segment) => lay(segment, null, places))
  const { title, description, jurisdiction = null } = facts
  const read = readModel({
    format: FORMAT,
    version: VERSION,
    meta: { title, description, jurisdiction },
    segments,
    vendors: each(facts.vendors, vendorId),
    components: each<ComponentFacts>(facts.components, componentId).map((component) => {
      const place = places.get(component.id)
      if (place === undefined) throw new Error(`${component.id} has no place`)
      places.delete(component.id)
      return { ...component, vendor: component.vendor ? vendorId(component.vendor) : null, ...place }
    }),
    links: facts.links.map(([from, interfaceId, to, more]) => ({
      id: linkId(from, interfaceId, to),
      from: componentId(from),
      to: componentId(to),
      interface: interfaceId,
      ...more,
    })),
    risks: each(facts.risks, riskId),
    mitigations: each(facts.mitigations, mitigationId),
    notes: plan.notes?.map(({ key, text, at, size }) => ({ id: `n-${key}`, text, pos: at, size })),
  })
  if (!read.ok) throw new Error(read.problems.map(inWords).join('\n'))
  if (places.size > 0) throw new Error(`${[...places.keys()].join(', ')}: a place for nothing`)
  return read.value
}

const each = <T>(
  records: Readonly<Record<string, T>>,
  idOf: (key: string) => string,
): (T & { id: string })[] => Object.entries(records).map(([key, record]) => ({ id: idOf(key), ...record }))

/** A segment as large as what it holds, after those that stand in it; notes the place of each component in `places`. */
function lay(
  plan: SegmentPlan,
  parent: string | null,
  places: Map<string, Pick<Component, 'segment' | 'pos'>>,
): Segment[] {
  const { key, name, kind, zone = null, at, first = FIRST, pitch = PITCH, holds = {}, inside = [] } = plan
  const id = segmentId(key)
  const corners: Point[] = []
  for (const [component, cell] of Object.entries(holds)) {
    if (cell === undefined) continue
    const pos: Point = [first[0] + cell[0] * pitch[0], first[1] + cell[1] * pitch[1]]
    const placed = componentId(component)
    if (places.has(placed)) throw new Error(`${placed} has two places`)
    places.set(placed, { segment: id, pos: [...pos] })
    corners.push([pos[0] + COMPONENT_SIZE[0], pos[1] + COMPONENT_SIZE[1]])
  }
  const nested = inside.map((child) => lay(child, id, places))
  for (const [child] of nested)
    if (child) corners.push([child.pos[0] + child.size[0], child.pos[1] + child.size[1]])
  const far = (axis: 0 | 1) => Math.max(...corners.map((corner) => corner[axis])) + GUTTER
  return [{ id, name, kind, parent, zone, pos: [...at], size: [far(0), far(1)] }, ...nested.flat()]
}
