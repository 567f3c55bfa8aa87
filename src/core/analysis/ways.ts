import type { Compiled } from './compile.ts'

/** How an arc can be passed: not at all, as access that leads nowhere, as a door, as a step. */
export const CUT = 0
export const OPEN = 1
export const DOOR = 2
export const STEP = 3

/**
 * The steps (AN7), and the doors: uncut access to critical components that it does not enter (AN9). As in AN11 doors lead
 * to a copy of their target, from which nothing leads on. Their ends are told by place (`Nearby`); the copy of targets[i]
 * has the place nodeCount + i. Those out of place p are start[p] … start[p + 1] − 1, in the order of their arcs.
 */
export type Ways = Readonly<{ start: Int32Array; arc: Int32Array; tail: Int32Array; head: Int32Array }>

export function layWays(passage: Uint8Array, { graph, nearby, copyOf, targets }: Compiled): Ways {
  const { nodeCount, outStart } = graph
  const start = new Int32Array(nodeCount + targets.length + 1)
  const arcs = new Int32Array(passage.length)
  const tail = new Int32Array(passage.length)
  const head = new Int32Array(passage.length)
  let way = 0
  let next = 0
  for (let place = 0; place < nodeCount; place++) {
    const node = nearby.node[place] as number
    const end = outStart[node + 1] as number
    for (let arc = outStart[node] as number; arc < end; arc++) {
      const to = nearby.heads[next++] as number
      const how = passage[arc] as number
      if (how < DOOR) continue
      arcs[way] = arc
      tail[way] = place
      head[way++] = how === STEP ? to : (copyOf[nearby.node[to] as number] as number)
    }
    start[place + 1] = way
  }
  start.fill(way, nodeCount)
  return { start, arc: arcs.subarray(0, way), tail: tail.subarray(0, way), head: head.subarray(0, way) }
}

/** Per place the last way by which a search got there, or `SOURCE`, or `AWAY` where it did not. */
export type Room = Readonly<{ last: Int32Array; queue: Int32Array }>

export const SOURCE = -1
export const AWAY = -2

export const roomFor = ({ start }: Ways): Room => ({
  last: new Int32Array(start.length - 1).fill(AWAY),
  queue: new Int32Array(start.length - 1),
})

/** Breadth first from the `length` places in the queue. Gives how much of it is used then. Linear in places and ways. */
export function followWays({ start, head }: Ways, { last, queue }: Room, begun: number): number {
  let length = begun
  for (let next = 0; next < length; next++) {
    const place = queue[next] as number
    const end = start[place + 1] as number
    for (let way = start[place] as number; way < end; way++) {
      const to = head[way] as number
      if (last[to] !== AWAY) continue
      last[to] = way
      queue[length++] = to
    }
  }
  return length
}
