import type { Compiled } from './compile.ts'
import { CUT, type Standing, STEP } from './held.ts'
import { pruneArcs } from './pruning.ts'
import type { Route } from './result.ts'

/** AN11. `sources` are those of all risks together, ascending. */
export function findRoutes(
  sources: readonly number[],
  { passage, held }: Standing,
  compiled: Compiled,
): Readonly<{ taken: Route; reached: Route }> {
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
  const taken = collect(pruneArcs(graph, steps, sources, heldTargets), compiled)
  for (const source of sources) if (critical[source] === 1) taken.components.add(source)
  const reached = collect(pruneArcs(graph, stepsAndDoors, sources, otherTargets), compiled)
  for (const component of taken.components) reached.components.delete(component)
  for (const link of taken.links) reached.links.delete(link)
  return { taken: nameRoute(taken, compiled), reached: nameRoute(reached, compiled) }
}

type Indexes = Readonly<{ components: Set<number>; links: Set<number> }>

function collect(alive: Uint8Array, { graph }: Compiled): Indexes {
  const components = new Set<number>()
  const links = new Set<number>()
  for (let arc = 0; arc < graph.arcCount; arc++) {
    if (alive[arc] === 0) continue
    components.add(graph.tail[arc] as number).add(graph.head[arc] as number)
    links.add(graph.link[arc] as number)
  }
  return { components, links }
}

const nameRoute = ({ components, links }: Indexes, compiled: Compiled): Route => ({
  components: namesOf(components, compiled.components),
  links: namesOf(links, compiled.links),
})

/** Ids in order of code unit, which is that of the indexes. */
export const namesOf = (indexes: Iterable<number>, records: readonly { readonly id: string }[]): string[] =>
  [...indexes].sort((a, b) => a - b).map((index) => records[index]?.id ?? '')
