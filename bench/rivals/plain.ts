import { group, nearestDoor, NONE, REACHED, type SearchAnswer, type Searcher, TAKEN } from './problem.ts'
import type { SearchProblem } from './problem.ts'

type Rows = Readonly<{ start: Int32Array; items: Int32Array }>

export const plainGraph = ({ ids, tail, head }: SearchProblem): Rows => group(tail, head, ids.length)

/** The floor: rows of heads in typed arrays, one queue for each set of sources, any path of fewest hops. */
export function plainSearcher(problem: SearchProblem, rows: Rows): Searcher {
  const count = problem.ids.length
  const queue = new Int32Array(count)
  return {
    name: 'plain typed arrays (the floor)',
    search: () => {
      const held = new Uint8Array(count)
      const depth = new Int32Array(count)
      const parent = new Int32Array(count)
      const reached = flood(problem.seeds, rows, queue, depth.fill(-1), parent)
      for (let i = 0; i < reached; i++) held[queue[i] as number] = 1
      const found = problem.sets.map((sources) => {
        flood(sources, rows, queue, depth.fill(-1), parent)
        return readTargets(problem, depth, parent)
      })
      return (): SearchAnswer => ({
        held,
        sets: found.map(({ kinds, hops, start, nodes }) => ({
          kinds,
          hops,
          pathTo: (place) => Array.from(nodes.subarray(start[place], start[place + 1])),
        })),
      })
    },
  }
}

/** Gives the length of the queue; sets `depth` and `parent` of each node in it. */
function flood(
  from: Int32Array,
  { start, items }: Rows,
  queue: Int32Array,
  depth: Int32Array,
  parent: Int32Array,
): number {
  let length = 0
  for (const node of from) {
    depth[node] = 0
    parent[node] = -1
    queue[length++] = node
  }
  for (let next = 0; next < length; next++) {
    const node = queue[next] as number
    const deeper = (depth[node] as number) + 1
    for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
      const to = items[i] as number
      if (depth[to] !== -1) continue
      depth[to] = deeper
      parent[to] = node
      queue[length++] = to
    }
  }
  return length
}

/** Kinds, hops and, one after the other, the nodes of the paths. */
function readTargets(problem: SearchProblem, depth: Int32Array, parent: Int32Array) {
  const { targets } = problem
  const kinds = new Uint8Array(targets.length)
  const hops = new Int32Array(targets.length).fill(-1)
  const ends = new Int32Array(targets.length)
  const start = new Int32Array(targets.length + 1)
  for (let place = 0; place < targets.length; place++) {
    const target = targets[place] as number
    const taken = depth[target] !== -1
    const end = taken ? target : nearestDoor(place, depth, problem)
    kinds[place] = taken ? TAKEN : end === -1 ? NONE : REACHED
    if (end !== -1) hops[place] = (depth[end] as number) + (taken ? 0 : 1)
    ends[place] = end
    start[place + 1] = (start[place] as number) + (hops[place] as number) + 1
  }
  const nodes = new Int32Array(start[targets.length] as number)
  for (let place = 0; place < targets.length; place++) {
    let at = start[place + 1] as number
    if (kinds[place] === REACHED) nodes[--at] = targets[place] as number
    for (let node = ends[place] as number; node !== -1; node = parent[node] as number) nodes[--at] = node
  }
  return { kinds, hops, start, nodes }
}
