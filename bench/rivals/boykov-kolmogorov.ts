/**
 * A network between two terminals: per node room from the source (positive) or to the sink (negative), and arcs in pairs.
 * The arcs out of v are start[v] … start[v + 1] − 1; `back` gives the arc the other way, `room` what an arc still takes.
 */
export type TwoSided = Readonly<{
  start: Int32Array
  head: Int32Array
  back: Int32Array
  room: Int32Array
  terminal: Int32Array
}>

export const ENDLESS = 1 << 28

const FREE = 0
const FROM_SOURCE = 1
const TO_SINK = 2
const TERMINAL = -1
const NO_PARENT = -2
/** Cut off from the terminal, and waiting for another parent. */
const ORPHAN = -3

/**
 * Maximum flow by Boykov and Kolmogorov (IEEE PAMI 26(9), 2004): a search tree from either terminal, which grow until they
 * touch, and of which what a full arc cuts off is hung up anew rather than grown again. Changes `room` and `terminal`.
 * Gives the flow, and per node 1 where more could still be sent on to the sink: the minimum cut nearest the sink.
 */
export function boykovKolmogorov({ start, head, back, room, terminal }: TwoSided): {
  flow: number
  inside: Uint8Array
} {
  const count = terminal.length
  const tree = new Uint8Array(count)
  /** The arc from a node to its parent. */
  const parent = new Int32Array(count).fill(NO_PARENT)
  /** Hops to the terminal, no more than a guess where `stamp` is old. */
  const hops = new Int32Array(count)
  const stamp = new Int32Array(count)
  let time = 0

  const active = new Int32Array(count)
  const isActive = new Uint8Array(count)
  let [activeFirst, activeCount] = [0, 0]
  const activate = (node: number) => {
    if (isActive[node] === 1) return
    isActive[node] = 1
    active[(activeFirst + activeCount++) % count] = node
  }
  /** −1 where none is left. */
  const nextActive = (): number => {
    while (activeCount > 0) {
      const node = active[activeFirst] as number
      activeFirst = (activeFirst + 1) % count
      activeCount--
      isActive[node] = 0
      if (tree[node] !== FREE) return node
    }
    return -1
  }

  /** None is in it twice: being an orphan is having no parent that could make it one. */
  const orphans = new Int32Array(count)
  let [orphanFirst, orphanCount] = [0, 0]
  const orphanBefore = (node: number) => {
    parent[node] = ORPHAN
    orphanFirst = (orphanFirst + count - 1) % count
    orphans[orphanFirst] = node
    orphanCount++
  }
  const orphanAfter = (node: number) => {
    parent[node] = ORPHAN
    orphans[(orphanFirst + orphanCount++) % count] = node
  }

  /** Gives an arc from the source's tree to the sink's where they touch at `node`, −1 where they do not. */
  const grow = (node: number): number => {
    const side = tree[node] as number
    const end = start[node + 1] as number
    for (let arc = start[node] as number; arc < end; arc++) {
      const reverse = back[arc] as number
      if (room[side === FROM_SOURCE ? arc : reverse] === 0) continue
      const other = head[arc] as number
      const there = tree[other] as number
      if (there === FREE) {
        tree[other] = side
        activate(other)
      } else if (there !== side) return side === FROM_SOURCE ? arc : reverse
      else if (
        (stamp[other] as number) > (stamp[node] as number) ||
        (hops[other] as number) <= (hops[node] as number)
      )
        continue
      parent[other] = reverse
      stamp[other] = stamp[node] as number
      hops[other] = (hops[node] as number) + 1
    }
    return -1
  }

  /** Of two arcs, the one by which flow passes between a node and its parent. */
  const flowArc = (node: number): number => {
    const arc = parent[node] as number
    return tree[node] === FROM_SOURCE ? (back[arc] as number) : arc
  }
  const leastRoom = (from: number, most: number): number => {
    let [node, least] = [from, most]
    while (parent[node] !== TERMINAL) {
      least = Math.min(least, room[flowArc(node)] as number)
      node = head[parent[node] as number] as number
    }
    return Math.min(least, Math.abs(terminal[node] as number))
  }
  const pass = (arc: number, amount: number) => {
    const reverse = back[arc] as number
    room[arc] = (room[arc] as number) - amount
    room[reverse] = (room[reverse] as number) + amount
  }
  const passToTerminal = (from: number, amount: number) => {
    let node = from
    while (parent[node] !== TERMINAL) {
      const arc = flowArc(node)
      const up = head[parent[node] as number] as number
      pass(arc, amount)
      if (room[arc] === 0) orphanBefore(node)
      node = up
    }
    terminal[node] = (terminal[node] as number) + (tree[node] === FROM_SOURCE ? -amount : amount)
    if (terminal[node] === 0) orphanBefore(node)
  }
  const augment = (middle: number): number => {
    const near = head[back[middle] as number] as number
    const far = head[middle] as number
    const amount = leastRoom(far, leastRoom(near, room[middle] as number))
    pass(middle, amount)
    passToTerminal(near, amount)
    passToTerminal(far, amount)
    return amount
  }

  /** Hops of a node from its terminal; Infinity where an orphan is on the way. Stamps the way that it has followed. */
  const originOf = (from: number): number => {
    let [node, far] = [from, 0]
    while (stamp[node] !== time) {
      const arc = parent[node] as number
      if (arc === ORPHAN) return Infinity
      if (arc === TERMINAL) {
        stamp[node] = time
        hops[node] = 1
        break
      }
      far++
      node = head[arc] as number
    }
    far += hops[node] as number
    let left = far
    for (node = from; stamp[node] !== time; node = head[parent[node] as number] as number) {
      stamp[node] = time
      hops[node] = left--
    }
    return far
  }
  const adopt = (node: number) => {
    const side = tree[node] as number
    const end = start[node + 1] as number
    let [best, least] = [NO_PARENT, Infinity]
    for (let arc = start[node] as number; arc < end; arc++) {
      const other = head[arc] as number
      if (tree[other] !== side || room[side === FROM_SOURCE ? (back[arc] as number) : arc] === 0) continue
      const far = originOf(other)
      if (far < least) [best, least] = [arc, far]
    }
    parent[node] = best
    if (best !== NO_PARENT) {
      stamp[node] = time
      hops[node] = least + 1
      return
    }
    tree[node] = FREE
    for (let arc = start[node] as number; arc < end; arc++) {
      const other = head[arc] as number
      if (tree[other] !== side) continue
      if (room[side === FROM_SOURCE ? (back[arc] as number) : arc] !== 0) activate(other)
      const up = parent[other] as number
      if (up >= 0 && head[up] === node) orphanAfter(other)
    }
  }

  for (let node = 0; node < count; node++) {
    if (terminal[node] === 0) continue
    tree[node] = (terminal[node] as number) > 0 ? FROM_SOURCE : TO_SINK
    parent[node] = TERMINAL
    hops[node] = 1
    activate(node)
  }
  let flow = 0
  for (let node = nextActive(); node !== -1; ) {
    const middle = grow(node)
    time++
    if (middle !== -1) {
      flow += augment(middle)
      while (orphanCount > 0) {
        const orphan = orphans[orphanFirst] as number
        orphanFirst = (orphanFirst + 1) % count
        orphanCount--
        adopt(orphan)
      }
    }
    if (middle === -1 || tree[node] === FREE) node = nextActive()
  }
  return { flow, inside: tree.map((side) => Number(side === TO_SINK)) }
}
