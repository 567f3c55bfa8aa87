import type { Compiled } from './compile.ts'
import { marked } from './graph.ts'
import type { Standing } from './held.ts'
import { CUT, STEP } from './ways.ts'
import { pruneArcs } from './pruning.ts'
import { extractWalks } from './walks.ts'

/** Ascending indexes. */
type RouteMembers = Readonly<{ components: Int32Array; links: Int32Array }>

export type RouteNumbers = Readonly<{ taken: RouteMembers; reached: RouteMembers }>

/** AN11. `sources` are those of all risks together. */
export function findRoutes(
  sources: Iterable<number>,
  { passage, held }: Standing,
  compiled: Compiled,
): RouteNumbers {
  const { graph, owns, critical, targets } = compiled
  const usable = new Uint8Array(graph.arcCount)
  for (let arc = 0; arc < graph.arcCount; arc++)
    if (passage[arc] === STEP && held[graph.tail[arc] as number] === 1) usable[arc] = 1
  const taken = emptyMarks(compiled)
  markLayer(
    taken,
    usable,
    sources,
    targets.filter((target) => held[target] === 1),
    compiled,
  )
  for (const source of sources) if (critical[source] === 1) taken.components[source] = 1

  // A critical component that is not held has no steps of its own here, so that it serves as its copy.
  const others = targets.filter((target) => held[target] === 0)
  for (const target of others)
    for (
      let place = graph.inStart[target] as number;
      place < (graph.inStart[target + 1] as number);
      place++
    ) {
      const arc = graph.inArcs[place] as number
      if (passage[arc] !== CUT && owns[arc] === 0 && held[graph.tail[arc] as number] === 1) usable[arc] = 1
    }
  const reached = emptyMarks(compiled)
  markLayer(reached, usable, sources, others, compiled)
  return { taken: indexesOf(taken), reached: indexesOf(without(reached, taken)) }
}

/** 1 where a component or link is in a layer. */
type Marks = Readonly<{ components: Uint8Array; links: Uint8Array }>

const emptyMarks = ({ components, links }: Compiled): Marks => ({
  components: new Uint8Array(components.length),
  links: new Uint8Array(links.length),
})

/** Changes `marks`. */
function markLayer(
  marks: Marks,
  usable: Uint8Array,
  roots: Iterable<number>,
  sinks: Int32Array,
  { graph, nearby }: Compiled,
): void {
  if (sinks.length === 0) return
  const walks = extractWalks(graph, usable, roots, sinks, nearby.node)
  const alive = pruneArcs(walks.graph, new Uint8Array(walks.arcs.length).fill(1), walks.roots, walks.sinks)
  for (let place = 0; place < alive.length; place++) {
    if (alive[place] === 0) continue
    const arc = walks.arcs[place] as number
    marks.components[graph.tail[arc] as number] = 1
    marks.components[graph.head[arc] as number] = 1
    marks.links[graph.link[arc] as number] = 1
  }
}

const without = (some: Marks, others: Marks): Marks => ({
  components: some.components.map((mark, index) => mark & ~(others.components[index] as number)),
  links: some.links.map((mark, index) => mark & ~(others.links[index] as number)),
})

const indexesOf = ({ components, links }: Marks): RouteMembers => ({
  components: marked(components),
  links: marked(links),
})
