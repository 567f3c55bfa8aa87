import { makeHeap } from './heap.ts'
import type { PathGraph } from './path-graph.ts'
import { spurSearch } from './spur-search.ts'

/** Node 0 first, the target last. */
export type NodePath = readonly number[]

/**
 * All loopless paths from node 0 to the target: the shortest first, among equals the smallest sequence of nodes. Yen's
 * algorithm (Management Science 17(11), 1971) as Lawler divides it (Management Science 18(7), 1972): a set of paths
 * without its first falls apart by where the others turn off. Only parts whose first could be the next of all, by what a
 * way on from there comes to at least, are searched.
 */
export function* looplessPaths(graph: PathGraph): Generator<NodePath> {
  const leastHops = graph.hops[0] as number
  if (leastHops === -1) return
  const search = spurSearch(graph)
  const divide = divider(graph)
  const candidates = makeHeap(compareCandidates)
  candidates.push({ whole: false, length: leastHops, nodes: [0], turn: 0, barred: [], others: [] })
  const offerNext = (parts: Part[]) => {
    const part = parts.pop()
    if (part !== undefined) candidates.push(begin(part, parts))
  }
  for (let best = candidates.pop(); best !== undefined; best = candidates.pop()) {
    if (best.whole) {
      yield best.nodes
      offerNext(divide(best))
      continue
    }
    offerNext(best.others)
    const start = best.nodes.slice(0, best.turn + 1)
    const rest = search(start, best.barred)
    if (rest === null) continue
    const nodes = [...start, ...rest]
    candidates.push({ whole: true, length: nodes.length - 1, nodes, turn: best.turn, barred: best.barred })
  }
}

/** The paths that begin as one does, up to place `turn`, and go on from there to none of `barred`; this one is their first. */
type Found = Readonly<{ whole: true; length: number; nodes: NodePath; turn: number; barred: NodePath }>

/** Such a set not yet searched: at least so long, and if just so long, then no smaller than `nodes`. */
type Sought = Readonly<{ whole: false; length: number; nodes: NodePath; turn: number; barred: NodePath }> &
  Readonly<{ others: Part[] }>

/** One of the sets into which the others of a found set fall apart: those that leave `found` at `turn`, best to `next`. */
type Part = Readonly<{ found: Found; length: number; turn: number; next: number; rank: number }>

const begin = (
  { found: { nodes, turn: first, barred }, length, turn, next }: Part,
  others: Part[],
): Sought => ({
  whole: false,
  length,
  nodes: [...nodes.slice(0, turn + 1), next],
  turn,
  barred: [...(turn === first ? barred : []), nodes[turn + 1] as number],
  others,
})

/**
 * The parts of a set but for its first, the best of them last. Of parts with equal hops those that turn off to a smaller
 * node are before the first, the more so the sooner; the others are after it, the more so the sooner, too.
 */
function divider({ start, successors, hops }: PathGraph): (found: Found) => Part[] {
  const isUsed = new Int32Array(hops.length)
  const isBarred = new Int32Array(hops.length)
  let time = 0
  return (found) => {
    const { nodes, turn: first, barred } = found
    const parts: Part[] = []
    time++
    for (const node of barred) isBarred[node] = time
    for (let turn = 0; turn + 1 < nodes.length; turn++) {
      const node = nodes[turn] as number
      isUsed[node] = time
      if (turn < first) continue
      let [least, next] = [Infinity, -1]
      for (let place = start[node] as number; place < (start[node + 1] as number); place++) {
        const to = successors[place] as number
        if (isUsed[to] === time || to === nodes[turn + 1] || (turn === first && isBarred[to] === time))
          continue
        if ((hops[to] as number) >= least) continue
        least = hops[to] as number
        next = to
      }
      if (next === -1) continue
      const rank = next < (nodes[turn + 1] as number) ? turn : 2 * nodes.length - turn
      parts.push({ found, length: turn + 1 + least, turn, next, rank })
    }
    return parts.sort((a, b) => b.length - a.length || b.rank - a.rank)
  }
}

/** What is not yet searched comes before a path that it might still come before. */
function compareCandidates(a: Found | Sought, b: Found | Sought): number {
  if (a.length !== b.length) return a.length - b.length
  const shared = Math.min(a.nodes.length, b.nodes.length)
  for (let place = 0; place < shared; place++) {
    const difference = (a.nodes[place] as number) - (b.nodes[place] as number)
    if (difference !== 0) return difference
  }
  return a.nodes.length - b.nodes.length
}
