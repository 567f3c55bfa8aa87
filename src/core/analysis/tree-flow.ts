import type { FlowNetwork } from './flow-network.ts'

/** Which search tree a node is in. */
const FREE = 0
const OF_SOURCE = 1
const OF_SINK = 2

/** In place of the half that leads from a node to its parent. */
const ROOT = -1
const ORPHAN = -2

const FAR = 0x7fff_ffff

/**
 * Sends flow from `source` to `sink`, leaving in `capacity` what is still free; gives the amount. It is the most possible
 * unless more than `limit` halves had to be looked at; then it is what was sent by then. Two trees that grow toward each
 * other and are mended, not grown anew, after each way found: Boykov and Kolmogorov (An experimental comparison of
 * min-cut/max-flow algorithms, PAMI 26(9), 2004), with their marks of distance and time.
 */
export function sendByTrees(network: FlowNetwork, source: number, sink: number, limit = Infinity): number {
  const { nodeCount, outStart, head, twin, capacity } = network
  const tree = new Uint8Array(nodeCount)
  const parent = new Int32Array(nodeCount)
  /** Hops to the root, as they were at the time `seen`. */
  const distance = new Int32Array(nodeCount)
  const seen = new Int32Array(nodeCount)
  const active = makeQueue(nodeCount)
  const orphans = makeQueue(nodeCount)
  let [flow, time, steps] = [0, 1, 0]
  const spent = () => steps > limit

  const plant = (root: number, kind: number) => {
    tree[root] = kind
    parent[root] = ROOT
    seen[root] = time
    active.push(root)
  }

  /** Sends what there is room for along both trees and the half between them; what fills up cuts off orphans. */
  const augment = (bridge: number) => {
    let room = capacity[bridge] as number
    const start = head[twin[bridge] as number] as number
    const end = head[bridge] as number
    for (let up = parent[start] as number; up !== ROOT; up = parent[head[up] as number] as number)
      room = Math.min(room, capacity[twin[up] as number] as number)
    for (let up = parent[end] as number; up !== ROOT; up = parent[head[up] as number] as number)
      room = Math.min(room, capacity[up] as number)
    send(bridge, room)
    for (let node = start; parent[node] !== ROOT; ) {
      const up = parent[node] as number
      if (send(twin[up] as number, room) === 0) orphan(node)
      node = head[up] as number
    }
    for (let node = end; parent[node] !== ROOT; ) {
      const up = parent[node] as number
      if (send(up, room) === 0) orphan(node)
      node = head[up] as number
    }
    flow += room
  }

  const send = (half: number, room: number): number => {
    const back = twin[half] as number
    capacity[back] = (capacity[back] as number) + room
    return (capacity[half] = (capacity[half] as number) - room)
  }

  const orphan = (node: number) => {
    parent[node] = ORPHAN
    orphans.push(node)
  }

  /** Hops from a node to its root; `FAR` where an orphan is on the way. Marks the way, so that it is walked once a time. */
  const distanceToRoot = (node: number): number => {
    let hops = 0
    let at = node
    for (; seen[at] !== time; at = head[parent[at] as number] as number) {
      steps++
      if (parent[at] === ORPHAN) return FAR
      if (parent[at] === ROOT) {
        seen[at] = time
        distance[at] = 0
        break
      }
      hops++
    }
    hops += distance[at] as number
    let left = hops
    for (let on = node; seen[on] !== time; on = head[parent[on] as number] as number) {
      seen[on] = time
      distance[on] = left--
    }
    return hops
  }

  /** Gives an orphan the parent nearest the root, or sets it free and makes orphans of its children. */
  const adopt = (node: number) => {
    const kind = tree[node]
    const end = outStart[node + 1] as number
    let [best, hops] = [ORPHAN, FAR]
    for (let half = outStart[node] as number; half < end; half++) {
      steps++
      const to = head[half] as number
      if (tree[to] !== kind || capacity[kind === OF_SINK ? half : (twin[half] as number)] === 0) continue
      const candidate = distanceToRoot(to)
      if (candidate >= hops) continue
      best = half
      hops = candidate
    }
    if (best !== ORPHAN) {
      parent[node] = best
      seen[node] = time
      distance[node] = hops + 1
      return
    }
    tree[node] = FREE
    for (let half = outStart[node] as number; half < end; half++) {
      const to = head[half] as number
      if (tree[to] !== kind) continue
      const up = parent[to] as number
      if (up >= 0 && head[up] === node) orphan(to)
      if (capacity[kind === OF_SINK ? half : (twin[half] as number)] !== 0) active.push(to)
    }
  }

  /** Grows the tree of a node by all its neighbours, and sends flow wherever it meets the other tree. */
  const grow = (node: number) => {
    const kind = tree[node] as number
    const end = outStart[node + 1] as number
    for (let half = outStart[node] as number; half < end && tree[node] === kind; ) {
      steps++
      const ahead = kind === OF_SOURCE ? half : (twin[half] as number)
      const to = head[half] as number
      if (capacity[ahead] === 0 || tree[to] === kind) {
        if (capacity[ahead] !== 0) shorten(to, node, half)
        half++
      } else if (tree[to] === FREE) {
        tree[to] = kind
        hang(to, node, half)
        active.push(to)
        half++
      } else {
        // The same half again afterwards: there may be room left. What this sets free wakes its neighbours by itself.
        time++
        augment(ahead)
        while (orphans.waiting() && !spent()) adopt(orphans.shift())
        if (spent()) return
      }
    }
  }

  const hang = (node: number, above: number, half: number) => {
    parent[node] = twin[half] as number
    seen[node] = seen[above] as number
    distance[node] = (distance[above] as number) + 1
  }

  const shorten = (node: number, above: number, half: number) => {
    const fresh = (seen[node] as number) <= (seen[above] as number)
    if (fresh && (distance[node] as number) > (distance[above] as number) + 1) hang(node, above, half)
  }

  plant(source, OF_SOURCE)
  plant(sink, OF_SINK)
  while (active.waiting() && !spent()) {
    const node = active.shift()
    if (tree[node] !== FREE) grow(node)
  }
  return flow
}

/** First in, first out, each node at most once at a time. */
function makeQueue(nodeCount: number) {
  const items = new Int32Array(nodeCount)
  const inside = new Uint8Array(nodeCount)
  let [first, length] = [0, 0]
  return {
    waiting: () => length > 0,
    push(node: number) {
      if (inside[node] === 1) return
      inside[node] = 1
      const place = first + length++
      items[place < nodeCount ? place : place - nodeCount] = node
    },
    shift(): number {
      const node = items[first] as number
      first = first + 1 === nodeCount ? 0 : first + 1
      length--
      inside[node] = 0
      return node
    },
  }
}
