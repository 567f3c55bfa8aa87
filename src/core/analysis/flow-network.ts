/**
 * A flow network on 0 … nodeCount − 1 in typed arrays. Each edge is two halves, there and back; those that leave v are
 * outStart[v] … outStart[v + 1] − 1. Units of flow are whole; what an edge can carry there and back is below 2³¹ together.
 */
export type FlowNetwork = Readonly<{
  nodeCount: number
  outStart: Int32Array
  head: Int32Array
  /** The other half of the same edge. */
  twin: Int32Array
  /** How much more can be sent along each half. Sending changes it, and nothing else. */
  capacity: Int32Array
}>

/** One edge between `from` and `to` per place: `there` can be sent along it, and `back` the other way. */
export type Edges = Readonly<{
  from: ArrayLike<number>
  to: ArrayLike<number>
  there: ArrayLike<number>
  back: ArrayLike<number>
}>

/** Linear: a counting sort by the node that is left. */
export function buildNetwork(nodeCount: number, { from, to, there, back }: Edges): FlowNetwork {
  const edgeCount = from.length
  const outStart = new Int32Array(nodeCount + 1)
  const count = (node: number) => {
    outStart[node + 1] = (outStart[node + 1] as number) + 1
  }
  for (let edge = 0; edge < edgeCount; edge++) {
    count(from[edge] as number)
    count(to[edge] as number)
  }
  for (let node = 0; node < nodeCount; node++)
    outStart[node + 1] = (outStart[node + 1] as number) + (outStart[node] as number)
  const free = outStart.slice()
  const head = new Int32Array(2 * edgeCount)
  const twin = new Int32Array(2 * edgeCount)
  const capacity = new Int32Array(2 * edgeCount)
  for (let edge = 0; edge < edgeCount; edge++) {
    const [tail, end] = [from[edge] as number, to[edge] as number]
    const half = free[tail] as number
    free[tail] = half + 1
    const other = free[end] as number
    free[end] = other + 1
    head[half] = end
    head[other] = tail
    twin[half] = other
    twin[other] = half
    capacity[half] = there[edge] as number
    capacity[other] = back[edge] as number
  }
  return { nodeCount, outStart, head, twin, capacity }
}

/** Per node, over how few halves with capacity left `sink` can be come to; −1 from where it cannot. */
export function distancesTo(
  sink: number,
  { nodeCount, outStart, head, twin, capacity }: FlowNetwork,
): Int32Array {
  const distance = new Int32Array(nodeCount).fill(-1)
  const queue = new Int32Array(nodeCount)
  let length = 0
  distance[sink] = 0
  queue[length++] = sink
  for (let next = 0; next < length; next++) {
    const node = queue[next] as number
    const farther = (distance[node] as number) + 1
    for (let half = outStart[node] as number; half < (outStart[node + 1] as number); half++) {
      const from = head[half] as number
      if (distance[from] !== -1 || capacity[twin[half] as number] === 0) continue
      distance[from] = farther
      queue[length++] = from
    }
  }
  return distance
}
