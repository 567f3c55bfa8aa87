import type { Graph } from './graph.ts'

/**
 * The nodes in the order in which a breadth-first search finds them (as Cuthill and McKee number the rows of a sparse
 * matrix), so that neighbours lie near each other in memory: `node[p]` is at place p, and `place[v]` is where node v is.
 * `heads` are the places to which arcs lead: those out of place 0 in their order, then those out of place 1, and so on.
 */
export type Nearby = Readonly<{
  place: Int32Array
  node: Int32Array
  heads: Int32Array
}>

/** The order alone. */
type Order = Pick<Nearby, 'place' | 'node'>

/** Linear. Begins anew at the smallest node that was not found. */
export function orderNearby(graph: Graph): Nearby {
  const { nodeCount, outStart } = graph
  const place = new Int32Array(nodeCount).fill(-1)
  const node = new Int32Array(nodeCount)
  let length = 0
  const find = (found: number) => {
    if (place[found] !== -1) return
    place[found] = length
    node[length++] = found
  }
  let next = 0
  for (let first = 0; first < nodeCount; first++) {
    find(first)
    for (; next < length; next++) {
      const at = node[next] as number
      const end = outStart[at + 1] as number
      for (let arc = outStart[at] as number; arc < end; arc++) find(graph.head[arc] as number)
    }
  }
  return orderedAs({ place, node }, graph)
}

/** In an order that was found for another graph of as many nodes: any does, but the more alike they are, the nearer. */
export function orderedAs({ place, node }: Order, { nodeCount, arcCount, outStart, head }: Graph): Nearby {
  const heads = new Int32Array(arcCount)
  let count = 0
  for (let at = 0; at < nodeCount; at++) {
    const end = outStart[(node[at] as number) + 1] as number
    for (let arc = outStart[node[at] as number] as number; arc < end; arc++) {
      heads[count++] = place[head[arc] as number] as number
    }
  }
  return { place, node, heads }
}
