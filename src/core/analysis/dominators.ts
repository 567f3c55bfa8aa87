import type { Graph } from './graph.ts'

/** A dominator tree. `dominates(v, u)`: every walk from a root to u passes v; false where either is out of reach. */
export type Dominators = Readonly<{ dominates: (v: number, u: number) => boolean }>

/**
 * Dominators from all roots at once, or, with `backward`, post-dominators toward them. Over the arcs marked in `alive`
 * only. The simple version of Lengauer and Tarjan (A fast algorithm for finding dominators in a flowgraph, ACM TOPLAS
 * 1(1), 1979), without recursion; O(arcs × log nodes).
 */
export function findDominators(
  graph: Graph,
  alive: Uint8Array,
  roots: Iterable<number>,
  backward = false,
): Dominators {
  const tree = depthFirst(graph, alive, roots, backward)
  const immediate = immediateDominators(graph, alive, tree, backward)
  return askable(tree, immediate)
}

/** Nodes by preorder number, from 1; number 0 is a root of its own above all roots. */
type Tree = Readonly<{ number: Int32Array; node: number[]; parent: number[]; isRoot: Uint8Array }>

function depthFirst(graph: Graph, alive: Uint8Array, roots: Iterable<number>, backward: boolean): Tree {
  const { nodeCount, outStart, inStart, inArcs, head, tail } = graph
  const number = new Int32Array(nodeCount)
  const isRoot = new Uint8Array(nodeCount)
  const start = backward ? inStart : outStart
  const next = start.slice()
  const node = [-1]
  const parent = [-1]
  const visit = (at: number, from: number) => {
    number[at] = node.length
    node.push(at)
    parent.push(from)
  }
  for (const root of roots) isRoot[root] = 1
  for (let root = 0; root < nodeCount; root++) {
    if (isRoot[root] === 0 || number[root] !== 0) continue
    visit(root, 0)
    const stack = [root]
    while (stack.length > 0) {
      const at = stack.at(-1) as number
      const place = next[at] as number
      if (place === start[at + 1]) {
        stack.pop()
        continue
      }
      next[at] = place + 1
      const arc = backward ? (inArcs[place] as number) : place
      const to = (backward ? tail[arc] : head[arc]) as number
      if (alive[arc] === 0 || number[to] !== 0) continue
      visit(to, number[at] as number)
      stack.push(to)
    }
  }
  return { number, node, parent, isRoot }
}

/** By preorder number. Everything below is in these numbers, not in nodes. */
function immediateDominators(graph: Graph, alive: Uint8Array, tree: Tree, backward: boolean): Int32Array {
  const { outStart, inStart, inArcs, head, tail } = graph
  const { number, node, parent, isRoot } = tree
  const count = node.length
  const semi = Int32Array.from({ length: count }, (_, at) => at)
  const label = semi.slice()
  const ancestor = new Int32Array(count).fill(-1)
  const immediate = new Int32Array(count)
  const bucketHead = new Int32Array(count).fill(-1)
  const bucketNext = new Int32Array(count).fill(-1)

  const path: number[] = []
  /** The node of least semidominator on the way from `at` to the root of its tree in the forest, compressing it. */
  const evaluate = (at: number): number => {
    if (ancestor[at] === -1) return at
    path.length = 0
    for (let up = at; ancestor[ancestor[up] as number] !== -1; up = ancestor[up] as number) path.push(up)
    for (let low = path.pop(); low !== undefined; low = path.pop()) {
      const above = ancestor[low] as number
      const best = label[above] as number
      if ((semi[best] as number) < (semi[label[low] as number] as number)) label[low] = best
      ancestor[low] = ancestor[above] as number
    }
    return label[at] as number
  }

  const lower = (at: number, predecessor: number) => {
    const candidate = semi[evaluate(predecessor)] as number
    if (candidate < (semi[at] as number)) semi[at] = candidate
  }
  for (let at = count - 1; at >= 1; at--) {
    const here = node[at] as number
    if (isRoot[here] === 1) semi[at] = 0
    const start = backward ? outStart : inStart
    for (let place = start[here] as number; place < (start[here + 1] as number); place++) {
      const arc = backward ? place : (inArcs[place] as number)
      const from = number[(backward ? head[arc] : tail[arc]) as number] as number
      if (alive[arc] === 1 && from !== 0) lower(at, from)
    }
    const bucket = semi[at] as number
    bucketNext[at] = bucketHead[bucket] as number
    bucketHead[bucket] = at
    const above = parent[at] as number
    ancestor[at] = above
    for (let waiting = bucketHead[above] as number; waiting !== -1; waiting = bucketNext[waiting] as number) {
      const best = evaluate(waiting)
      immediate[waiting] = (semi[best] as number) < (semi[waiting] as number) ? best : above
    }
    bucketHead[above] = -1
  }
  for (let at = 1; at < count; at++) {
    if (immediate[at] !== semi[at]) immediate[at] = immediate[immediate[at] as number] as number
  }
  return immediate
}

/** Numbers the dominator tree so that those below a node are an interval. */
function askable({ number, node }: Tree, immediate: Int32Array): Dominators {
  const count = node.length
  const size = new Int32Array(count).fill(1)
  for (let at = count - 1; at >= 1; at--) {
    const above = immediate[at] as number
    size[above] = (size[above] as number) + (size[at] as number)
  }
  const first = new Int32Array(count)
  const free = new Int32Array(count).fill(1)
  for (let at = 1; at < count; at++) {
    const above = immediate[at] as number
    const place = free[above] as number
    free[above] = place + (size[at] as number)
    first[at] = (first[above] as number) + place
  }
  const dominates = (v: number, u: number): boolean => {
    const [above, below] = [number[v] as number, number[u] as number]
    if (above === 0 || below === 0) return false
    const start = first[above] as number
    return start <= (first[below] as number) && (first[below] as number) < start + (size[above] as number)
  }
  return { dominates }
}
