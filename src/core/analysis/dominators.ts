import type { Graph } from './graph.ts'

/** What a search in either direction needs of a graph. */
export type TwoWayGraph = Pick<Graph, 'nodeCount' | 'tail' | 'head' | 'outStart' | 'inStart' | 'inArcs'>

/** The dominator tree of all that can be reached, under a virtual root above all roots. */
export type DominatorTree = Readonly<{
  /** Per node its immediate dominator, `VIRTUAL_ROOT` or `OUT_OF_REACH`. */
  immediate: Int32Array
  /** The nodes that can be reached, in preorder of a search: each comes after its immediate dominator. */
  order: Int32Array
}>

export const VIRTUAL_ROOT = -1
export const OUT_OF_REACH = -2

/** Working storage for graphs of up to `nodeCount` nodes. A tree made in it lasts until the next one is. */
export type DominatorSpace = ReturnType<typeof dominatorSpace>

export function dominatorSpace(nodeCount: number) {
  const perNode = () => new Int32Array(nodeCount)
  const perNumber = () => new Int32Array(nodeCount + 1)
  return {
    number: perNode(),
    next: perNode(),
    immediate: perNode(),
    node: perNumber(),
    above: perNumber(),
    ancestor: perNumber(),
    semi: perNumber(),
    label: perNumber(),
    path: perNumber(),
  }
}

/**
 * Dominators from all roots at once, or, with `backward`, post-dominators toward them; over the arcs marked in `alive`
 * only. Semi-NCA (Georgiadis, Tarjan and Werneck, Finding dominators in practice, JGAA 10(1), 2006), without recursion.
 */
export function dominatorTree(
  graph: TwoWayGraph,
  alive: Uint8Array,
  roots: Iterable<number>,
  backward: boolean,
  space: DominatorSpace = dominatorSpace(graph.nodeCount),
): DominatorTree {
  const count = numberNodes(graph, alive, roots, backward, space)
  findSemidominators(graph, alive, backward, count, space)
  const { node, above, semi } = space
  const immediate = space.immediate.fill(OUT_OF_REACH)
  for (let at = 1; at <= count; at++) {
    let up = above[at] as number
    while (up > (semi[at] as number)) up = above[up] as number
    above[at] = up
    immediate[node[at] as number] = up === 0 ? VIRTUAL_ROOT : (node[up] as number)
  }
  return { immediate, order: node.subarray(1, count + 1) }
}

/**
 * Numbers the nodes in preorder from 1; 0 is the virtual root, and stands for what is out of reach. The parents in the
 * search tree are where all of the rest starts from. Gives how many can be reached.
 */
function numberNodes(
  { nodeCount, outStart, inStart, inArcs, head, tail }: TwoWayGraph,
  alive: Uint8Array,
  roots: Iterable<number>,
  backward: boolean,
  { number, next, node, above, ancestor, semi }: DominatorSpace,
): number {
  const [start, ends] = backward ? [inStart, tail] : [outStart, head]
  number.fill(0)
  next.set(start.subarray(0, nodeCount))
  let count = 0
  const visit = (found: number, from: number) => {
    number[found] = ++count
    node[count] = found
    above[count] = ancestor[count] = semi[count] = from
  }
  for (const root of roots) {
    if (number[root] !== 0) continue
    visit(root, 0)
    for (let at = count; at !== 0; ) {
      const here = node[at] as number
      const place = next[here] as number
      if (place === start[here + 1]) {
        at = above[at] as number
        continue
      }
      next[here] = place + 1
      const arc = backward ? (inArcs[place] as number) : place
      const to = ends[arc] as number
      if (alive[arc] === 0 || number[to] !== 0) continue
      visit(to, at)
      at = count
    }
  }
  for (const root of roots) semi[number[root] as number] = 0
  return count
}

/** By preorder number. `label` is the least semidominator on the way up to `ancestor`, which the search compresses. */
function findSemidominators(
  { outStart, inStart, inArcs, head, tail }: TwoWayGraph,
  alive: Uint8Array,
  backward: boolean,
  count: number,
  { number, node, ancestor, semi, label, path }: DominatorSpace,
): void {
  const [start, ends] = backward ? [outStart, head] : [inStart, tail]
  /** The least semidominator from `at` up to the last number above `limit`. */
  const evaluate = (at: number, limit: number): number => {
    let length = 0
    for (let up = at; (ancestor[up] as number) > limit; up = ancestor[up] as number) path[length++] = up
    while (length > 0) {
      const low = path[--length] as number
      const up = ancestor[low] as number
      if ((label[up] as number) < (label[low] as number)) label[low] = label[up] as number
      ancestor[low] = ancestor[up] as number
    }
    return label[at] as number
  }
  for (let at = count; at >= 1; at--) {
    const here = node[at] as number
    const end = start[here + 1] as number
    let least = semi[at] as number
    for (let place = start[here] as number; place < end && least !== 0; place++) {
      const arc = backward ? place : (inArcs[place] as number)
      const from = number[ends[arc] as number] as number
      if (alive[arc] === 0 || from === 0) continue
      const candidate = from <= at ? from : evaluate(from, at)
      if (candidate < least) least = candidate
    }
    semi[at] = label[at] = least
  }
}

/** Whether every walk from a root to u passes v; false where either is out of reach. Each tree node is an interval. */
export function dominance({ immediate, order }: DominatorTree): (v: number, u: number) => boolean {
  const size = new Int32Array(immediate.length)
  const first = new Int32Array(immediate.length).fill(-1)
  const free = new Int32Array(immediate.length)
  for (let place = order.length - 1; place >= 0; place--) {
    const node = order[place] as number
    const above = immediate[node] as number
    size[node] = (size[node] as number) + 1
    if (above !== VIRTUAL_ROOT) size[above] = (size[above] as number) + size[node]
  }
  let top = 0
  for (const node of order) {
    const above = immediate[node] as number
    const place = above === VIRTUAL_ROOT ? top : (free[above] as number)
    if (above === VIRTUAL_ROOT) top = place + (size[node] as number)
    else free[above] = place + (size[node] as number)
    first[node] = place
    free[node] = place + 1
  }
  return (v, u) => {
    const place = (first[u] as number) - (first[v] as number)
    return place >= 0 && place < (size[v] as number)
  }
}
