import { distancesTo, type FlowNetwork } from './flow-network.ts'

/**
 * Sends as much as possible from `source` to `sink`, leaving in `capacity` what is still free; gives the amount. May go on
 * from a flow already sent. Dinic's algorithm (Soviet Math. Doklady 11, 1970), without recursion.
 */
export function sendByLevels(network: FlowNetwork, source: number, sink: number): number {
  let flow = 0
  for (let level = distancesTo(sink, network); level[source] !== -1; level = distancesTo(sink, network)) {
    flow += sendBlockingFlow(network, level, source, sink)
  }
  return flow
}

/** Fills every shortest way, depth first; a half that leads nowhere is not tried again. */
function sendBlockingFlow(
  { nodeCount, outStart, head, twin, capacity }: FlowNetwork,
  level: Int32Array,
  source: number,
  sink: number,
): number {
  const next = outStart.slice(0, nodeCount)
  const path = new Int32Array(level[source] as number)
  let [flow, length, node] = [0, 0, source]
  for (;;) {
    if (node === sink) {
      let room = capacity[path[0] as number] as number
      for (let i = 1; i < length; i++) room = Math.min(room, capacity[path[i] as number] as number)
      let full = length
      for (let i = length - 1; i >= 0; i--) {
        const half = path[i] as number
        const back = twin[half] as number
        capacity[half] = (capacity[half] as number) - room
        capacity[back] = (capacity[back] as number) + room
        if (capacity[half] === 0) full = i
      }
      flow += room
      length = full
      node = head[twin[path[full] as number] as number] as number
      continue
    }
    const half = next[node] as number
    if (half < (outStart[node + 1] as number)) {
      const to = head[half] as number
      if (capacity[half] !== 0 && level[to] === (level[node] as number) - 1) {
        path[length++] = half
        node = to
      } else next[node] = half + 1
      continue
    }
    if (length === 0) return flow
    const last = path[--length] as number
    node = head[twin[last] as number] as number
    next[node] = (next[node] as number) + 1
  }
}
