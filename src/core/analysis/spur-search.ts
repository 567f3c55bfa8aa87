import type { PathGraph } from './path-graph.ts'

/**
 * How a path can go on: given its nodes so far and those to which it may not go next, the nodes that follow up to the
 * target, without coming back to one of its own; the fewest, and among equals the smallest sequence. Null for none.
 */
export type SpurSearch = (path: readonly number[], barred: readonly number[]) => number[] | null

/**
 * The storage is made once, for any number of searches; each marks with its own time what it meets, so that it costs only
 * what it touches. A* (Hart, Nilsson and Raphael, IEEE Transactions on Systems Science and Cybernetics 4(2), 1968) finds
 * how many hops it takes, by the hops that it would take were nothing in the way: these never err upward, and no arc
 * lessens them by more than one. Then nodes are taken depth first in their order, none that would make the way longer.
 */
export function spurSearch({ start, successors, hops, target }: PathGraph): SpurSearch {
  const nodeCount = hops.length
  const marks = () => new Int32Array(nodeCount)
  const [onPath, isBarred, isSeen, isClosed, isDead] = [marks(), marks(), marks(), marks(), marks()]
  const depth = marks()
  /** The nodes waiting, by what a way over them comes to at least: chains of entries. */
  const chain = new Int32Array(2 * nodeCount).fill(-1)
  const entryNode = new Int32Array(successors.length + 1)
  const entryNext = new Int32Array(successors.length + 1)
  const [way, next] = [marks(), marks()]
  let time = 0

  /** −1 where the target is out of reach. */
  const fewestHops = (spur: number): number => {
    let entries = 0
    let most = hops[spur] as number
    const wait = (node: number, hop: number) => {
      const total = hop + (hops[node] as number)
      isSeen[node] = time
      depth[node] = hop
      entryNode[entries] = node
      entryNext[entries] = chain[total] as number
      chain[total] = entries++
      most = Math.max(most, total)
    }
    wait(spur, 0)
    let total = most
    while (total <= most && isClosed[target] !== time) {
      const entry = chain[total] as number
      if (entry === -1) {
        total++
        continue
      }
      chain[total] = entryNext[entry] as number
      const node = entryNode[entry] as number
      if (isClosed[node] === time) continue
      isClosed[node] = time
      const hop = (depth[node] as number) + 1
      for (let place = start[node] as number; place < (start[node + 1] as number); place++) {
        const to = successors[place] as number
        if (onPath[to] === time || (hop === 1 && isBarred[to] === time)) continue
        if (isSeen[to] !== time || hop < (depth[to] as number)) wait(to, hop)
      }
    }
    chain.fill(-1, total, most + 1)
    return isClosed[target] === time ? (depth[target] as number) : -1
  }

  /** A node belongs at one depth only: where it was closed, or else as late as it may be. So each is tried once. */
  const smallestWay = (spur: number, length: number): number[] => {
    way[0] = spur
    next[0] = start[spur] as number
    for (let hop = 0; way[hop] !== target; ) {
      const node = way[hop] as number
      const place = next[hop] as number
      if (place === start[node + 1]) {
        isDead[node] = time
        hop--
        continue
      }
      next[hop] = place + 1
      const to = successors[place] as number
      if (onPath[to] === time || isDead[to] === time || (hop === 0 && isBarred[to] === time)) continue
      if (hop + 1 + (hops[to] as number) > length) continue
      if (isClosed[to] === time && depth[to] !== hop + 1) continue
      hop++
      way[hop] = to
      next[hop] = start[to] as number
    }
    return Array.from(way.subarray(1, length + 1))
  }

  return (path, barred) => {
    time++
    for (const node of path) onPath[node] = time
    for (const node of barred) isBarred[node] = time
    const spur = path.at(-1) ?? 0
    const length = fewestHops(spur)
    return length === -1 ? null : smallestWay(spur, length)
  }
}
