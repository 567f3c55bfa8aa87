import {
  type DominatorSpace,
  type DominatorTree,
  dominance,
  dominatorTree,
  OUT_OF_REACH,
  VIRTUAL_ROOT,
} from './dominators.ts'
import type { Graph } from './graph.ts'

/** Which single nodes and arcs cut what off from a set of roots. */
export type CutTree = DominatorTree &
  Readonly<{
    /** Per node v, the one arc that every walk from a root to v ends with before it stays behind v; −1 where there is none. */
    bridge: Int32Array
    dominates: (v: number, u: number) => boolean
  }>

/**
 * The dominator tree over living arcs, and the bridges in it: the arc (u, v) is one when it is the only one into v from
 * a node that v does not dominate, and v is no root. Then to cut it cuts off just what v dominates.
 */
export function cutTree(graph: Graph, alive: Uint8Array, roots: Int32Array, space: DominatorSpace): CutTree {
  const tree = dominatorTree(graph, alive, roots, false, space)
  const dominates = dominance(tree)
  const { tail, inStart, inArcs, nodeCount } = graph
  const bridge = new Int32Array(nodeCount).fill(-1)
  for (const node of tree.order) {
    let [only, count] = [-1, 0]
    for (let i = inStart[node] as number; i < (inStart[node + 1] as number) && count < 2; i++) {
      const arc = inArcs[i] as number
      const from = tail[arc] as number
      if (alive[arc] === 0 || tree.immediate[from] === OUT_OF_REACH || dominates(node, from)) continue
      only = arc
      count++
    }
    // A root has its way in from above all roots, whatever leads to it.
    if (count === 1 && tree.immediate[node] === tail[only]) bridge[node] = only
  }
  return { ...tree, bridge, dominates }
}

/** Adds up `values` over all that each node dominates, itself included. Changes and returns them. */
export function sumBelow({ immediate, order }: DominatorTree, values: Int32Array): Int32Array {
  for (let place = order.length - 1; place >= 0; place--) {
    const node = order[place] as number
    const above = immediate[node] as number
    if (above !== VIRTUAL_ROOT) values[above] = (values[above] as number) + (values[node] as number)
  }
  return values
}
