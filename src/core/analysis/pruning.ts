import { dominance, dominatorSpace, dominatorTree, OUT_OF_REACH, type TwoWayGraph } from './dominators.ts'

/**
 * The pruning of AN11: marks in `alive` (per arc, 1 where it may be used) only the arcs that may matter to an attack
 * from a root to a sink. Repeats until nothing changes: off goes an arc that is not on a walk from a root to a sink, and
 * one (u, v) where v dominates u from the roots or u post-dominates v toward the sinks. Changes and returns `alive`.
 *
 * The two sides take turns until one has nothing to do. What the one drops for dominance no loopless walk from the roots
 * ever takes, so that its own tree stays true and only that of the other has to be made anew; and what is out of reach
 * for the one lies on no walk that the other asks about.
 */
export function pruneArcs(
  graph: TwoWayGraph,
  alive: Uint8Array,
  roots: Iterable<number>,
  sinks: Iterable<number>,
): Uint8Array {
  const space = dominatorSpace(graph.nodeCount)
  const dropFrom = (backward: boolean): boolean => {
    const [start, end] = backward ? [graph.head, graph.tail] : [graph.tail, graph.head]
    const tree = dominatorTree(graph, alive, backward ? sinks : roots, backward, space)
    const dominates = dominance(tree)
    let dropped = false
    for (let arc = 0; arc < alive.length; arc++) {
      if (alive[arc] === 0) continue
      const from = start[arc] as number
      if (tree.immediate[from] === OUT_OF_REACH) alive[arc] = 0
      else if (dominates(end[arc] as number, from)) {
        alive[arc] = 0
        dropped = true
      }
    }
    return dropped
  }
  dropFrom(false)
  for (let backward = true; dropFrom(backward); ) backward = !backward
  return alive
}
