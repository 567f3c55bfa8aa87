import type { Compiled } from './compile.ts'
import { marked } from './graph.ts'
import { CUT, type Standing, STEP } from './held.ts'
import { pruneArcs } from './pruning.ts'

/** By number, ascending. */
type RouteMembers = Readonly<{ components: Int32Array; links: Int32Array }>
export type RouteNumbers = Readonly<{ taken: RouteMembers; reached: RouteMembers }>

/** AN11. `sources` are those of all risks together, ascending. */
export function findRoutes(
  sources: Int32Array,
  { passage, held }: Standing,
  compiled: Compiled,
): RouteNumbers {
  const { graph, owns, critical, targets } = compiled
  const steps = new Uint8Array(graph.arcCount)
  const stepsAndDoors = new Uint8Array(graph.arcCount)
  for (let arc = 0; arc < graph.arcCount; arc++) {
    if (held[graph.tail[arc] as number] === 0 || passage[arc] === CUT) continue
    const head = graph.head[arc] as number
    if (passage[arc] === STEP) steps[arc] = stepsAndDoors[arc] = 1
    // A critical component that is not held has no steps of its own here, so that it serves as its copy.
    else if (owns[arc] === 0 && critical[head] === 1 && held[head] === 0) stepsAndDoors[arc] = 1
  }
  const heldTargets = Array.from(targets).filter((target) => held[target] === 1)
  const otherTargets = Array.from(targets).filter((target) => held[target] === 0)
  const taken = collect(pruneArcs(graph, steps, [...sources], heldTargets), compiled)
  for (const source of sources) if (critical[source] === 1) taken.components[source] = 1
  const reached = collect(pruneArcs(graph, stepsAndDoors, [...sources], otherTargets), compiled)
  for (const members of ['components', 'links'] as const)
    for (const member of marked(taken[members])) reached[members][member] = 0
  return { taken: numbers(taken), reached: numbers(reached) }
}

type Marks = Readonly<{ components: Uint8Array; links: Uint8Array }>

function collect(alive: Uint8Array, { graph, links }: Compiled): Marks {
  const marks = { components: new Uint8Array(graph.nodeCount), links: new Uint8Array(links.length) }
  for (let arc = 0; arc < graph.arcCount; arc++) {
    if (alive[arc] === 0) continue
    marks.components[graph.tail[arc] as number] = marks.components[graph.head[arc] as number] = 1
    marks.links[graph.link[arc] as number] = 1
  }
  return marks
}

const numbers = ({ components, links }: Marks): RouteMembers => ({
  components: marked(components),
  links: marked(links),
})
