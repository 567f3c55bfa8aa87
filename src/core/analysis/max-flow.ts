/** A flow network on 0 … nodeCount − 1; edges come in pairs, edge e ^ 1 being the way back along e. */
export type FlowNetwork = {
  readonly nodeCount: number
  readonly head: number[]
  readonly capacity: number[]
  readonly out: number[][]
}

export const emptyNetwork = (nodeCount: number): FlowNetwork => ({
  nodeCount,
  head: [],
  capacity: [],
  out: Array.from({ length: nodeCount }, () => []),
})

/** Changes the network; gives the number of the new edge. */
export function addEdge(
  { head, capacity, out }: FlowNetwork,
  from: number,
  to: number,
  room: number,
): number {
  const edge = head.length
  head.push(to, from)
  capacity.push(room, 0)
  out[from]?.push(edge)
  out[to]?.push(edge + 1)
  return edge
}

/**
 * Sends as much as possible from `source` to `sink`, leaving in `capacity` what is still free; gives the amount. Dinic's
 * algorithm (Soviet Math. Doklady 11, 1970), without recursion. There must be no way of endless capacity.
 */
export function sendMaxFlow(network: FlowNetwork, source: number, sink: number): number {
  let flow = 0
  for (let level = levelsFrom(network, source); level[sink] !== -1; level = levelsFrom(network, source)) {
    flow += sendBlockingFlow(network, level, source, sink)
  }
  return flow
}

function levelsFrom({ nodeCount, head, capacity, out }: FlowNetwork, source: number): Int32Array {
  const level = new Int32Array(nodeCount).fill(-1)
  level[source] = 0
  const queue = [source]
  for (const node of queue) {
    for (const edge of out[node] ?? []) {
      const to = head[edge] as number
      if (capacity[edge] === 0 || level[to] !== -1) continue
      level[to] = (level[node] as number) + 1
      queue.push(to)
    }
  }
  return level
}

function sendBlockingFlow(
  { nodeCount, head, capacity, out }: FlowNetwork,
  level: Int32Array,
  source: number,
  sink: number,
) {
  const next = new Int32Array(nodeCount)
  const path: number[] = []
  let flow = 0
  for (let node = source; ; ) {
    if (node === sink) {
      const room = path.reduce((least, edge) => Math.min(least, capacity[edge] as number), Infinity)
      flow += room
      for (const edge of path) {
        capacity[edge] = (capacity[edge] as number) - room
        capacity[edge ^ 1] = (capacity[edge ^ 1] as number) + room
      }
      const full = path.findIndex((edge) => capacity[edge] === 0)
      node = head[(path[full] as number) ^ 1] as number
      path.length = full
      continue
    }
    const edge = out[node]?.[next[node] as number]
    if (edge !== undefined) {
      const to = head[edge] as number
      if ((capacity[edge] as number) > 0 && level[to] === (level[node] as number) + 1) {
        path.push(edge)
        node = to
      } else next[node] = (next[node] as number) + 1
      continue
    }
    const last = path.pop()
    if (last === undefined) return flow
    node = head[last ^ 1] as number
    next[node] = (next[node] as number) + 1
  }
}

/** After `sendMaxFlow`: the nodes from which more could still be sent to `sink`. What enters them is the minimum cut nearest it. */
export function sinkSide({ nodeCount, head, capacity, out }: FlowNetwork, sink: number): Uint8Array {
  const inside = new Uint8Array(nodeCount)
  inside[sink] = 1
  const queue = [sink]
  for (const node of queue) {
    for (const edge of out[node] ?? []) {
      const from = head[edge] as number
      if (capacity[edge ^ 1] === 0 || inside[from] === 1) continue
      inside[from] = 1
      queue.push(from)
    }
  }
  return inside
}
