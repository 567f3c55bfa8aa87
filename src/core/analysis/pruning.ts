import { findDominators } from './dominators.ts'
import type { Graph } from './graph.ts'

/**
 * The pruning of AN11: marks in `alive` (per arc, 1 where it may be used) only the arcs that may matter to an attack
 * from a root to a sink. Repeats until nothing changes: off goes an arc that is not on a walk from a root to a sink, and
 * one (u, v) where v dominates u from the roots or u post-dominates v toward the sinks. To drop an arc never lets
 * another one back in, so that the order of dropping does not matter. Changes and returns `alive`.
 */
export function pruneArcs(
  graph: Graph,
  alive: Uint8Array,
  roots: readonly number[],
  sinks: readonly number[],
): Uint8Array {
  const { arcCount, tail, head } = graph
  for (let changed = true; changed; ) {
    changed = false
    keepWalks(graph, alive, roots, sinks)
    const fromRoots = findDominators(graph, alive, roots)
    const toSinks = findDominators(graph, alive, sinks, true)
    for (let arc = 0; arc < arcCount; arc++) {
      if (alive[arc] === 0) continue
      const [u, v] = [tail[arc] as number, head[arc] as number]
      if (!fromRoots.dominates(v, u) && !toSinks.dominates(u, v)) continue
      alive[arc] = 0
      changed = true
    }
  }
  return alive
}

function keepWalks(
  graph: Graph,
  alive: Uint8Array,
  roots: readonly number[],
  sinks: readonly number[],
): void {
  const forward = reach(graph, alive, roots, false)
  const backward = reach(graph, alive, sinks, true)
  for (let arc = 0; arc < graph.arcCount; arc++) {
    if (forward[graph.tail[arc] as number] === 0 || backward[graph.head[arc] as number] === 0) alive[arc] = 0
  }
}

/** Marks the nodes to which living arcs lead from `starts`, or, `backward`, from which they lead there. */
export function reach(
  { nodeCount, outStart, inStart, inArcs, head, tail }: Graph,
  alive: Uint8Array,
  starts: Iterable<number>,
  backward: boolean,
): Uint8Array {
  const reached = new Uint8Array(nodeCount)
  const queue: number[] = []
  for (const start of starts) {
    if (reached[start] === 0) queue.push(start)
    reached[start] = 1
  }
  const first = backward ? inStart : outStart
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next] as number
    for (let place = first[node] as number; place < (first[node + 1] as number); place++) {
      const arc = backward ? (inArcs[place] as number) : place
      const to = (backward ? tail[arc] : head[arc]) as number
      if (alive[arc] === 0 || reached[to] === 1) continue
      reached[to] = 1
      queue.push(to)
    }
  }
  return reached
}
