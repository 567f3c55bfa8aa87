import type { Component, Link, Model, Risk, Segment } from '../../core/model/records.ts'
import { componentName, nameOf } from '../../state/record-names.ts'

type Leaf = Readonly<{ kind: 'components' | 'notes'; id: string; label: string }>

/** The board by who stands in what. Lists are in the order of names. */
export type OutlineIndex = Readonly<{
  model: Model
  segmentsIn: (segment: string | null) => readonly Segment[]
  leavesIn: (segment: string | null) => readonly Leaf[]
  linksOf: (component: string) => readonly Link[]
  risksOf: (component: Component) => readonly Risk[]
  /** Components in a segment, at any depth. */
  members: ReadonlyMap<string, number>
}>

/** Names as a person orders them: 2 before 10. */
export const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export function indexOutline(model: Model): OutlineIndex {
  const components = model.components.map((record): Leaf & { home: string | null } => ({
    kind: 'components',
    id: record.id,
    label: componentName(record),
    home: record.segment,
  }))
  const notes = model.notes.map(({ id, segment }): Leaf & { home: string | null } => ({
    kind: 'notes',
    id,
    label: nameOf(model, id),
    home: segment,
  }))
  const leaves = [...components, ...notes].sort((a, b) => collator.compare(a.label, b.label))
  const segments = [...model.segments].sort((a, b) => collator.compare(a.name, b.name))
  return {
    model,
    segmentsIn: grouped(segments, ({ parent }) => parent),
    leavesIn: grouped(leaves, ({ home }) => home),
    linksOf: linksByEnd(model),
    risksOf: risksByComponent(model),
    members: countMembers(model),
  }
}

function grouped<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): (key: Key) => readonly Item[] {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return (key) => groups.get(key) ?? []
}

function linksByEnd(model: Model): (component: string) => readonly Link[] {
  const ends = model.links.flatMap((link) =>
    [...new Set([link.from, link.to])].map((end): readonly [string | null, Link] => [end, link]),
  )
  const found = grouped(ends, ([end]) => end)
  return (component) => found(component).map(([, link]) => link)
}

/** AN2: to which components a risk applies. */
function risksByComponent(model: Model): (component: Component) => readonly Risk[] {
  const on = grouped(model.risks, ({ on }) => ('component' in on ? on.component : `vendor ${on.vendor}`))
  return ({ id, vendor, product }) => [
    ...on(id),
    ...(vendor === null ? [] : on(`vendor ${vendor}`)).filter(
      ({ on }) =>
        'vendor' in on && (on.product === undefined || on.product === null || on.product === product),
    ),
  ]
}

function countMembers(model: Model): ReadonlyMap<string, number> {
  const counts = new Map(model.segments.map(({ id }) => [id, 0]))
  const add = (segment: string | null, more: number) => {
    if (segment !== null) counts.set(segment, (counts.get(segment) ?? 0) + more)
  }
  for (const { segment } of model.components) add(segment, 1)
  // Parents come before their children in a normalised model.
  for (const { id, parent } of model.segments.toReversed()) add(parent, counts.get(id) ?? 0)
  return counts
}
