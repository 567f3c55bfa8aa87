import * as Graph from 'effect/Graph'
import {
  nearestDoor,
  REACHED,
  type SearchAnswer,
  type Searcher,
  type SearchProblem,
  TAKEN,
} from './problem.ts'

type Steps = Graph.DirectedGraph<string, null>

/** Nodes keep their numbers. Both directions are asked for once, so that the rows that it keeps are there. */
export function effectGraph({ ids, tail, head }: SearchProblem): Steps {
  const graph = Graph.directed<string, null>((mutable) => {
    for (const id of ids) Graph.addNode(mutable, id)
    for (let arc = 0; arc < tail.length; arc++)
      Graph.addEdge(mutable, tail[arc] as number, head[arc] as number, null)
  })
  Graph.successors(graph, 0)
  Graph.predecessors(graph, 0)
  return graph
}

/**
 * Its breadth-first walk from all sources at once, which tells the order alone; the earliest predecessor of a node is the
 * one from which the walk came to it, and is looked up only on the way back from targets.
 */
export function effectSearcher(problem: SearchProblem, graph: Steps): Searcher {
  const { ids, seeds, sets, targets } = problem
  const startOf = new Map([seeds, ...sets].map((sources) => [sources, Array.from(sources)]))
  const walk = (sources: Int32Array) => Graph.indices(Graph.bfs(graph, { start: startOf.get(sources) ?? [] }))

  const exposuresFrom = (sources: Int32Array) => {
    const rank = new Int32Array(ids.length).fill(-1)
    let length = 0
    for (const node of walk(sources)) rank[node] = length++
    const way = wayBack(graph, rank, sources.length)
    const kinds = new Uint8Array(targets.length)
    const hops = new Int32Array(targets.length).fill(-1)
    const paths = Array.from(targets, (target, place): number[] => {
      const taken = rank[target] !== -1
      const end = taken ? target : nearestDoor(place, way.depthsOfDoors(place, problem), problem)
      if (end === -1) return []
      const path = way.to(end)
      if (!taken) path.push(target)
      kinds[place] = taken ? TAKEN : REACHED
      hops[place] = path.length - 1
      return path
    })
    return { kinds, hops, pathTo: (place: number) => paths[place] ?? [] }
  }

  return {
    name: 'effect Graph',
    search: () => {
      const held = new Uint8Array(ids.length)
      for (const node of walk(seeds)) held[node] = 1
      const found = sets.map(exposuresFrom)
      return (): SearchAnswer => ({ held, sets: found })
    },
  }
}

/** The first `sourceCount` ranks are those of the sources. */
function wayBack(graph: Steps, rank: Int32Array, sourceCount: number) {
  const parent = new Int32Array(rank.length).fill(-1)
  const depth = new Int32Array(rank.length).fill(-1)
  const parentOf = (node: number): number => {
    if (parent[node] !== -1) return parent[node] as number
    let earliest = -1
    for (const from of Graph.predecessors(graph, node)) {
      const order = rank[from] as number
      if (order !== -1 && (earliest === -1 || order < (rank[earliest] as number))) earliest = from
    }
    parent[node] = earliest
    return earliest
  }
  const to = (end: number): number[] => {
    const path = [end]
    for (let node = end; (rank[node] as number) >= sourceCount; ) {
      node = parentOf(node)
      path.push(node)
    }
    return path.reverse()
  }
  /** Sets the depths of those tails of doors that the walk has come to. */
  const depthsOfDoors = (place: number, { doorStart, doorTails }: SearchProblem): Int32Array => {
    for (let i = doorStart[place] as number; i < (doorStart[place + 1] as number); i++) {
      const tail = doorTails[i] as number
      if (rank[tail] !== -1 && depth[tail] === -1) depth[tail] = to(tail).length - 1
    }
    return depth
  }
  return { to, depthsOfDoors }
}
