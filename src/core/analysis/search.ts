import { type Standing, STEP, OPEN } from './held.ts'
import type { Compiled } from './compile.ts'

/**
 * What steps reach from a set of sources, and the shown path to each (AN10). The queue of a breadth-first search that
 * starts from the sources and follows the arcs in order of their ids is, hop by hop, sorted by the smallest sequence of
 * ids that leads to each component; so the first to find a component is on its shown path.
 */
export type Search = Readonly<{
  /** Place in the queue; −1 where steps do not lead. */
  rank: Int32Array
  /** The last arc of the shown path; −1 at a source. */
  arrival: Int32Array
}>

/** `sources` ascending. Linear in components and arcs. */
export function searchSteps(sources: readonly number[], { passage }: Standing, { graph }: Compiled): Search {
  const { nodeCount, outStart, head } = graph
  const rank = new Int32Array(nodeCount).fill(-1)
  const arrival = new Int32Array(nodeCount).fill(-1)
  const queue = new Int32Array(nodeCount)
  let length = 0
  for (const source of sources) {
    rank[source] = length
    queue[length++] = source
  }
  for (let next = 0; next < length; next++) {
    const component = queue[next] as number
    for (let arc = outStart[component] as number; arc < (outStart[component + 1] as number); arc++) {
      const to = head[arc] as number
      if (passage[arc] !== STEP || rank[to] !== -1) continue
      rank[to] = length
      arrival[to] = arc
      queue[length++] = to
    }
  }
  return { rank, arrival }
}

/**
 * The last arc of the shown path to a target that steps do not reach: uncut access from what they do reach. −1 where
 * there is none. The arcs into a component come by (tail, link), so that of parallel ones the smallest link wins.
 */
export function doorTo(target: number, { rank }: Search, { passage }: Standing, { graph }: Compiled): number {
  let door = -1
  let best = graph.nodeCount
  for (let i = graph.inStart[target] as number; i < (graph.inStart[target + 1] as number); i++) {
    const arc = graph.inArcs[i] as number
    const from = rank[graph.tail[arc] as number] as number
    if (passage[arc] !== OPEN || from === -1 || from >= best) continue
    door = arc
    best = from
  }
  return door
}

/** The arcs of the shown path, first to last: those that led to `component`, which the search has reached. */
export function arcsTo(component: number, { arrival }: Search, { graph }: Compiled): number[] {
  const arcs: number[] = []
  for (
    let arc = arrival[component] as number;
    arc !== -1;
    arc = arrival[graph.tail[arc] as number] as number
  ) {
    arcs.push(arc)
  }
  return arcs.reverse()
}
