import { OPEN, type Standing, type Steps } from './held.ts'
import type { Compiled } from './compile.ts'

/**
 * What steps reach from a set of sources, and the shown path to each (AN10). The queue of a breadth-first search that
 * starts from the sources and follows the arcs in order of their ids is, hop by hop, sorted by the smallest sequence of
 * ids that leads to each component; so the first to find a component is on its shown path.
 */
export type Search = Readonly<{
  /** Place in the queue; −1 where steps do not lead. */
  rank: Int32Array
  /** The last arc of the shown path; −1 at a source. Of no meaning where steps do not lead. */
  arrival: Int32Array
}>

type Room = Search & Readonly<{ queue: Int32Array }>

/** Searches from one set of sources after another, in the same arrays: each answer stands until the next is asked for. */
export function makeSearch(
  { steps }: Pick<Standing, 'steps'>,
  { graph }: Compiled,
): (sources: Int32Array) => Search {
  const { nodeCount } = graph
  const room: Room = {
    rank: new Int32Array(nodeCount),
    arrival: new Int32Array(nodeCount),
    queue: new Int32Array(nodeCount),
  }
  return (sources) => searchSteps(sources, steps, room)
}

/** `sources` ascending. Linear in components and steps. */
function searchSteps(
  sources: Int32Array,
  { start, arc, head }: Steps,
  { rank, arrival, queue }: Room,
): Search {
  rank.fill(-1)
  let length = 0
  for (let i = 0; i < sources.length; i++) {
    const source = sources[i] as number
    rank[source] = length
    arrival[source] = -1
    queue[length++] = source
  }
  for (let next = 0; next < length; next++) {
    const component = queue[next] as number
    const end = start[component + 1] as number
    for (let step = start[component] as number; step < end; step++) {
      const to = head[step] as number
      if (rank[to] !== -1) continue
      rank[to] = length
      arrival[to] = arc[step] as number
      queue[length++] = to
    }
  }
  return { rank, arrival }
}

/** The doors: uncut access arcs to critical components that it does not enter. Those of targets[i] are arc[start[i]] … */
export type Doors = Readonly<{ start: Int32Array; arc: Int32Array }>

export function findDoors({ passage }: Pick<Standing, 'passage'>, { targets, graph }: Compiled): Doors {
  const { inStart, inArcs } = graph
  const start = new Int32Array(targets.length + 1)
  const arcs: number[] = []
  for (let place = 0; place < targets.length; place++) {
    const target = targets[place] as number
    for (let i = inStart[target] as number; i < (inStart[target + 1] as number); i++) {
      const arc = inArcs[i] as number
      if (passage[arc] === OPEN) arcs.push(arc)
    }
    start[place + 1] = arcs.length
  }
  return { start, arc: Int32Array.from(arcs) }
}

/**
 * The last arc of the shown path to the target at a place, to which steps do not lead: a door from what they do lead to.
 * −1 where there is none. Doors come by (tail, link), so that of parallel ones the smallest link wins.
 */
export function doorTo(place: number, doors: Doors, { rank }: Search, { graph }: Compiled): number {
  let door = -1
  let best = graph.nodeCount
  for (let i = doors.start[place] as number; i < (doors.start[place + 1] as number); i++) {
    const arc = doors.arc[i] as number
    const from = rank[graph.tail[arc] as number] as number
    if (from === -1 || from >= best) continue
    door = arc
    best = from
  }
  return door
}
