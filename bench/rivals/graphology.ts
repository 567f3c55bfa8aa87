import { DirectedGraph } from 'graphology'
import { bfsFromNode } from 'graphology-traversal'
import { singleSource } from 'graphology-shortest-path'
import {
  nearestDoor,
  REACHED,
  type SearchAnswer,
  type Searcher,
  type SearchProblem,
  TAKEN,
} from './problem.ts'

type Attributes = { index: number }
type Steps = DirectedGraph<Attributes>

const SEEDS = '~seeds'
const startOf = (set: number): string => `~${set}`

/** Its searches begin at one node, so that the seeds and each set of sources get one that leads to all of theirs. */
export function graphologyGraph({ ids, tail, head, seeds, sets }: SearchProblem): Steps {
  const graph: Steps = new DirectedGraph<Attributes>({ allowSelfLoops: false })
  ids.forEach((id, index) => graph.addNode(id, { index }))
  for (let arc = 0; arc < tail.length; arc++)
    graph.addDirectedEdge(ids[tail[arc] as number], ids[head[arc] as number])
  const addStart = (name: string, nodes: Int32Array) => {
    graph.addNode(name, { index: -1 })
    for (const node of nodes) graph.addDirectedEdge(name, ids[node])
  }
  addStart(SEEDS, seeds)
  sets.forEach((sources, set) => addStart(startOf(set), sources))
  return graph
}

/** Its traversal, which tells depths alone; ways back are looked up from targets over inbound neighbours. */
export function traversalSearcher(problem: SearchProblem, graph: Steps): Searcher {
  const { ids, sets, targets } = problem

  const exposuresFrom = (set: number) => {
    const depth = new Int32Array(ids.length).fill(-1)
    bfsFromNode(graph, startOf(set), (_, { index }, far) => {
      if (index !== -1) depth[index] = far - 1
    })
    const pathTo = (end: number): number[] => {
      const path = [end]
      for (let node = end; (depth[node] as number) > 0; path.push(node)) {
        const nearer = (depth[node] as number) - 1
        const from = graph.findInboundNeighbor(ids[node], (_, { index }) => depth[index] === nearer)
        node = graph.getNodeAttribute(from, 'index')
      }
      return path.reverse()
    }
    const kinds = new Uint8Array(targets.length)
    const hops = new Int32Array(targets.length).fill(-1)
    const paths = Array.from(targets, (target, place): number[] => {
      const taken = depth[target] !== -1
      const end = taken ? target : nearestDoor(place, depth, problem)
      if (end === -1) return []
      const path = pathTo(end)
      if (!taken) path.push(target)
      kinds[place] = taken ? TAKEN : REACHED
      hops[place] = path.length - 1
      return path
    })
    return { kinds, hops, pathTo: (place: number) => paths[place] ?? [] }
  }

  return {
    name: 'graphology, traversal',
    search: () => {
      const held = heldOf(problem, graph)
      const found = sets.map((_, set) => exposuresFrom(set))
      return (): SearchAnswer => ({ held, sets: found })
    },
  }
}

/** Its shortest paths from one node to all, as its manual would have it. */
export function shortestPathSearcher(problem: SearchProblem, graph: Steps): Searcher {
  const { ids, sets, targets, doorStart, doorTails } = problem
  const indexOf = new Map(ids.map((id, index) => [id, index]))

  const exposuresFrom = (set: number) => {
    const ways = singleSource(graph, startOf(set))
    const kinds = new Uint8Array(targets.length)
    const hops = new Int32Array(targets.length).fill(-1)
    const paths = Array.from(targets, (target, place): readonly string[] => {
      const id = ids[target] ?? ''
      let way = ways[id]
      if (way !== undefined) kinds[place] = TAKEN
      else {
        for (let i = doorStart[place] as number; i < (doorStart[place + 1] as number); i++) {
          const door = ways[ids[doorTails[i] as number] ?? '']
          if (door !== undefined && (way === undefined || door.length < way.length)) way = door
        }
        if (way === undefined) return []
        kinds[place] = REACHED
        way = [...way, id]
      }
      hops[place] = way.length - 2
      return way
    })
    const pathTo = (place: number) => (paths[place] ?? []).slice(1).map((id) => indexOf.get(id) ?? -1)
    return { kinds, hops, pathTo }
  }

  return {
    name: 'graphology, shortest-path',
    search: () => {
      const held = heldOf(problem, graph)
      const found = sets.map((_, set) => exposuresFrom(set))
      return (): SearchAnswer => ({ held, sets: found })
    },
  }
}

function heldOf({ ids }: SearchProblem, graph: Steps): Uint8Array {
  const held = new Uint8Array(ids.length)
  bfsFromNode(graph, SEEDS, (_, { index }) => {
    if (index !== -1) held[index] = 1
  })
  return held
}
