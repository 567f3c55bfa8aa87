import type { Graph } from './graph.ts'

/**
 * All that lies on a way to one target. Nodes are numbered in the order of the components that they stand for, from 1;
 * node 0 stands for none and leads to every source. Parallel arcs are one.
 */
export type PathGraph = Readonly<{
  /** Per node; −1 for node 0. */
  component: Int32Array
  target: number
  /** Those of v, ascending, are successors[start[v]] … successors[start[v + 1] − 1]; the target has none. */
  start: Int32Array
  successors: Int32Array
  /** Fewest hops to the target, from node 0 over the best of the sources; −1 there where none leads to it. */
  hops: Int32Array
}>

/** `sources` ascending. Linear in the arcs of what leads to the target, and in components. */
export function pathGraph(
  { nodeCount, outStart, inStart, inArcs, head, tail }: Graph,
  sources: readonly number[],
  target: number,
  passable: (arc: number) => boolean,
): PathGraph {
  const distance = new Int32Array(nodeCount).fill(-1)
  const queue = new Int32Array(nodeCount)
  let found = 0
  distance[target] = 0
  queue[found++] = target
  for (let next = 0; next < found; next++) {
    const at = queue[next] as number
    for (let place = inStart[at] as number; place < (inStart[at + 1] as number); place++) {
      const arc = inArcs[place] as number
      const from = tail[arc] as number
      if (distance[from] !== -1 || !passable(arc)) continue
      distance[from] = (distance[at] as number) + 1
      queue[found++] = from
    }
  }

  const component = new Int32Array(found + 1)
  component.set(queue.subarray(0, found).sort(), 1)
  component[0] = -1
  const number = new Int32Array(nodeCount)
  for (let node = 1; node <= found; node++) number[component[node] as number] = node
  const near = sources.filter((source) => distance[source] !== -1)
  const successors = near.map((source) => number[source] as number)
  const start = new Int32Array(found + 2)
  start[1] = successors.length
  for (let node = 1; node <= found; node++) {
    const at = component[node] as number
    const end = at === target ? 0 : (outStart[at + 1] as number)
    let last = 0
    for (let arc = outStart[at] as number; arc < end; arc++) {
      const to = number[head[arc] as number] as number
      if (to === 0 || to === last || !passable(arc)) continue
      successors.push(to)
      last = to
    }
    start[node + 1] = successors.length
  }
  const hops = component.map((at) => (at === -1 ? -1 : (distance[at] as number)))
  if (near.length > 0)
    hops[0] = 1 + near.reduce((least, source) => Math.min(least, distance[source] as number), Infinity)
  return { component, target: number[target] as number, start, successors: Int32Array.from(successors), hops }
}
