import type { Examined } from './analyse.ts'
import type { ChokeTask, Tallied, Tally, UnsteadyCut } from './choke-tasks.ts'
import { cutTree, sumBelow } from './cut-tree.ts'
import type { DominatorSpace } from './dominators.ts'
import { TAKEN } from './exposures.ts'
import { AWAY, DOOR, STEP } from './ways.ts'
import { makeSearch } from './search.ts'

/**
 * Adds to the tally what each cut clears of a task's exposures as long as the sources stay what they are. The unsteady
 * cuts, for which they do not, are left to `countAgain`.
 */
export function countByTree(
  tally: Tally,
  task: ChokeTask,
  unsteady: readonly UnsteadyCut[],
  { compiled, standing, exposures }: Examined,
  space: DominatorSpace,
): void {
  const { graph } = compiled
  const alive = waysFrom(task.sources, standing, compiled)
  const tree = cutTree(graph, alive, task.sources, space)
  const below = { taken: new Int32Array(graph.nodeCount), reached: new Int32Array(graph.nodeCount) }
  for (let i = task.first; i < task.end; i++) {
    const counts = exposures.state[i] === TAKEN ? below.taken : below.reached
    counts[exposures.target[i] as number] = 1
  }
  const own = { taken: below.taken.slice(), reached: below.reached.slice() }
  sumBelow(tree, below.taken)
  sumBelow(tree, below.reached)

  const left = { components: new Set<number>(), links: new Set<number>() }
  for (const { component, link, tasks } of unsteady) {
    if (!tasks.has(task)) continue
    if (component === -1) left.links.add(link)
    else left.components.add(component)
  }
  const add = ({ taken, reached }: Tallied, number: number, moreTaken: number, moreReached: number) => {
    taken[number] = (taken[number] as number) + task.weight * moreTaken
    reached[number] = (reached[number] as number) + task.weight * moreReached
  }
  for (const node of tree.order) {
    const taken = below.taken[node] as number
    const reached = below.reached[node] as number
    if (taken === 0 && reached === 0) continue
    // A component does not count for exposures of which it is the target.
    if (!left.components.has(node))
      add(
        tally.components,
        node,
        taken - (own.taken[node] as number),
        reached - (own.reached[node] as number),
      )
    const arc = tree.bridge[node] as number
    if (arc === -1) continue
    const link = graph.link[arc] as number
    if (!left.links.has(link)) add(tally.links, link, taken, reached)
  }
}

/**
 * Marks the arcs that lead on from the sources: steps, and doors to critical components that steps do not reach. Nothing
 * leads on from behind a door.
 */
function waysFrom(
  sources: Int32Array,
  standing: Examined['standing'],
  compiled: Examined['compiled'],
): Uint8Array {
  const { graph, nearby } = compiled
  const { last } = makeSearch(standing, compiled)(sources)
  const alive = new Uint8Array(graph.arcCount)
  for (let arc = 0; arc < graph.arcCount; arc++) {
    if (last[nearby.place[graph.tail[arc] as number] as number] === AWAY) continue
    const head = graph.head[arc] as number
    const passage = standing.passage[arc]
    if (passage === STEP || (passage === DOOR && last[nearby.place[head] as number] === AWAY)) alive[arc] = 1
  }
  return alive
}
