import { groupBy, range } from './graph.ts'
import { type CutGraph, END, START } from './plan-graph.ts'
import { strongComponents } from './strong-components.ts'

/** Rounds in which nodes are joined; more hardly find any. */
const ROUNDS = 2

/** The same label cut on fewer nodes: no choice of options can tell it from the one given. Linear in nodes and arcs. */
export function contract(given: CutGraph): CutGraph {
  let graph = tidy(given)
  for (let round = 0; round < ROUNDS; round++) graph = joinNodes(joinNodes(graph, true), false)
  return graph
}

function joinNodes(graph: CutGraph, forward: boolean): CutGraph {
  const { group, count } = joined(graph, forward)
  const nodeOf = (node: number) => group[node] as number
  return tidy({ ...graph, nodeCount: count, tail: graph.tail.map(nodeOf), head: graph.head.map(nodeOf) })
}

/**
 * Which nodes are one. What leads to END for good is as good as END. `forward`: nodes that are always reached together, as
 * those that lead to each other for good, what START leads to for good, and a node after the only one before it. Else: a
 * node before the only one that it leads to. A node for which both of the latter hold has to be joined to one of them
 * before the other can be judged, so they take turns.
 */
function joined(
  { nodeCount, tail, head, cutBy }: CutGraph,
  forward: boolean,
): { group: Int32Array; count: number } {
  const { join, groups } = makeGroups(nodeCount)
  const lasting = arcsWhere(tail.length, (arc) => cutBy[arc] === 0)
  if (forward) {
    const { items, start } = groupBy(lasting, tail, nodeCount)
    const heads = items.map((arc) => head[arc] as number)
    const member = new Int32Array(nodeCount).fill(-1)
    strongComponents(start, heads).forEach((component, node) => {
      if (member[component] === -1) member[component] = node
      else join(member[component] as number, node)
    })
  }
  const sole = forward ? soleEnds(nodeCount, head, tail) : soleEnds(nodeCount, tail, head)
  for (const arc of lasting) {
    const [from, to] = [tail[arc] as number, head[arc] as number]
    if (to === END || (forward ? from === START || sole[to] === from : sole[from] === to)) join(from, to)
  }
  return groups()
}

/** Per node, the only one at the other end of its arcs; −1 where there is none or more than one. */
function soleEnds(nodeCount: number, own: Int32Array, other: Int32Array): Int32Array {
  const [none, several] = [-2, -1]
  const sole = new Int32Array(nodeCount).fill(none)
  own.forEach((node, arc) => {
    const end = other[arc] as number
    if (sole[node] === none) sole[node] = end
    else if (sole[node] !== end) sole[node] = several
  })
  return sole
}

function makeGroups(nodeCount: number) {
  const above = range(nodeCount)
  const rootOf = (node: number): number => {
    let root = node
    while (above[root] !== root) {
      above[root] = above[above[root] as number] as number
      root = above[root] as number
    }
    return root
  }
  return {
    /** The lower number stays, so that START and END do. */
    join: (a: number, b: number) => {
      const [rootA, rootB] = [rootOf(a), rootOf(b)]
      above[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
    },
    /** Numbered from 0 without gaps. */
    groups: () => {
      const group = new Int32Array(nodeCount)
      let count = 0
      for (let node = 0; node < nodeCount; node++) {
        group[node] = above[node] === node ? count++ : (group[rootOf(node)] as number)
      }
      return { group, count }
    },
  }
}

/** Only what is on a way from START to END, and of parallel arcs only those that are not cut whenever another is. */
function tidy({ nodeCount, tail, head, cutBy, sets }: CutGraph): CutGraph {
  const arcs = arcsWhere(tail.length, (arc) => head[arc] !== START && tail[arc] !== END)
  const byHead = groupBy(arcs, head, nodeCount)
  const fromStart = reachedFrom(START, groupBy(arcs, tail, nodeCount), head)
  const toEnd = reachedFrom(END, byHead, tail)
  const isOnWay = (arc: number) =>
    tail[arc] !== head[arc] && fromStart[tail[arc] as number] === 1 && toEnd[head[arc] as number] === 1
  const byEnds = groupBy(byHead.items.filter(isOnWay), tail, nodeCount).items
  const kept = withoutNeedless(byEnds, { tail, head, cutBy, sets })
  const number = new Int32Array(nodeCount).fill(-1)
  number[START] = START
  number[END] = END
  let count = 2
  const numberOf = (node: number): number => {
    if (number[node] === -1) number[node] = count++
    return number[node] as number
  }
  const tails = kept.map((arc) => numberOf(tail[arc] as number))
  const heads = kept.map((arc) => numberOf(head[arc] as number))
  return { nodeCount: count, tail: tails, head: heads, cutBy: kept.map((arc) => cutBy[arc] as number), sets }
}

/** `arcs` come with parallel ones beside each other; of those that are cut by the same set, the first stays. */
function withoutNeedless(
  arcs: Int32Array,
  { tail, head, cutBy, sets }: Pick<CutGraph, 'tail' | 'head' | 'cutBy' | 'sets'>,
): Int32Array {
  let count = 0
  for (let first = 0, next = 0; first < arcs.length; first = next) {
    const arc = arcs[first] as number
    const isParallel = (other: number) => tail[other] === tail[arc] && head[other] === head[arc]
    while (next < arcs.length && isParallel(arcs[next] as number)) next++
    if (next === first + 1) {
      arcs[count++] = arc
      continue
    }
    const parallel = arcs.slice(first, next)
    const bySet = new Map<number, number>()
    for (const other of parallel) {
      const set = cutBy[other] as number
      if (!bySet.has(set)) bySet.set(set, other)
    }
    for (const set of smallestSets([...bySet.keys()], sets)) arcs[count++] = bySet.get(set) as number
  }
  return arcs.subarray(0, count)
}

/** Those that contain none of the others. */
function smallestSets(numbers: readonly number[], sets: CutGraph['sets']): number[] {
  const smallest: number[] = []
  const bySize = numbers.toSorted((a, b) => sizeOf(a, sets) - sizeOf(b, sets) || a - b)
  for (const number of bySize) {
    const members = sets[number] as readonly number[]
    const within = (smaller: number) =>
      (sets[smaller] as readonly number[]).every((option) => members.includes(option))
    if (!smallest.some(within)) smallest.push(number)
  }
  return smallest
}

const sizeOf = (number: number, sets: CutGraph['sets']): number => (sets[number] as readonly number[]).length

function reachedFrom(
  begin: number,
  { items, start }: { items: Int32Array; start: Int32Array },
  otherEnd: Int32Array,
): Uint8Array {
  const reached = new Uint8Array(start.length - 1)
  reached[begin] = 1
  const queue = [begin]
  for (const node of queue) {
    for (let place = start[node] as number; place < (start[node + 1] as number); place++) {
      const to = otherEnd[items[place] as number] as number
      if (reached[to] === 1) continue
      reached[to] = 1
      queue.push(to)
    }
  }
  return reached
}

function arcsWhere(arcCount: number, holds: (arc: number) => boolean): Int32Array {
  const arcs = new Int32Array(arcCount)
  let count = 0
  for (let arc = 0; arc < arcCount; arc++) if (holds(arc)) arcs[count++] = arc
  return arcs.subarray(0, count)
}
