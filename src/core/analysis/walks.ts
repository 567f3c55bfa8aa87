import type { TwoWayGraph } from './dominators.ts'
import { groupBy, range } from './graph.ts'

/** The part of a graph that is on walks, with nodes and arcs of its own. */
export type Walks = Readonly<{
  graph: TwoWayGraph
  /** Of each arc of the part, the arc of the whole. */
  arcs: Int32Array
  roots: number[]
  sinks: number[]
}>

/**
 * The arcs marked in `usable` that are on a walk of such arcs from a root to a sink, and their ends, numbered in the given
 * order of all nodes: what is near in it is near in memory. Linear.
 */
export function extractWalks(
  whole: TwoWayGraph,
  usable: Uint8Array,
  roots: Iterable<number>,
  sinks: Iterable<number>,
  order: Int32Array,
): Walks {
  const { nodeCount, outStart, head } = whole
  const fromRoots = reach(whole, usable, roots, false)
  const toSinks = reach(whole, usable, sinks, true)
  const number = new Int32Array(nodeCount).fill(-1)
  let nodes = 0
  for (const node of order) if (fromRoots[node] === 1 && toSinks[node] === 1) number[node] = nodes++

  const perArc = () => new Int32Array(usable.length)
  const [arcs, tails, heads] = [perArc(), perArc(), perArc()]
  const start = new Int32Array(nodes + 1)
  let count = 0
  for (const node of order) {
    const tail = number[node] as number
    if (tail === -1) continue
    for (let arc = outStart[node] as number; arc < (outStart[node + 1] as number); arc++) {
      const end = number[head[arc] as number] as number
      if (usable[arc] === 0 || end === -1) continue
      arcs[count] = arc
      tails[count] = tail
      heads[count++] = end
    }
    start[tail + 1] = count
  }
  const ends = heads.subarray(0, count)
  const present = (those: Iterable<number>) =>
    Array.from(those, (node) => number[node] as number).filter((node) => node !== -1)
  const { items: inArcs, start: inStart } = groupBy(range(count), ends, nodes)
  return {
    graph: {
      nodeCount: nodes,
      tail: tails.subarray(0, count),
      head: ends,
      outStart: start,
      inStart,
      inArcs,
    },
    arcs: arcs.subarray(0, count),
    roots: present(roots),
    sinks: present(sinks),
  }
}

/** Marks the nodes to which usable arcs lead from `starts`, or, `backward`, from which they lead there. */
export function reach(
  { nodeCount, outStart, inStart, inArcs, head, tail }: TwoWayGraph,
  usable: Uint8Array,
  starts: Iterable<number>,
  backward: boolean,
): Uint8Array {
  const reached = new Uint8Array(nodeCount)
  const queue = new Int32Array(nodeCount)
  let length = 0
  for (const node of starts) {
    if (reached[node] === 0) queue[length++] = node
    reached[node] = 1
  }
  const [first, ends] = backward ? [inStart, tail] : [outStart, head]
  for (let next = 0; next < length; next++) {
    const node = queue[next] as number
    for (let place = first[node] as number; place < (first[node + 1] as number); place++) {
      const arc = backward ? (inArcs[place] as number) : place
      const to = ends[arc] as number
      if (usable[arc] === 0 || reached[to] === 1) continue
      reached[to] = 1
      queue[length++] = to
    }
  }
  return reached
}
