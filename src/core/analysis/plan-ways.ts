import { groupBy, range } from './graph.ts'
import { type CutGraph, END, START } from './plan-graph.ts'

/** The ways from START to END of a graph while some options are chosen; none are at first. */
export type Ways = Readonly<{
  /** The options that cut some way which is open, null where none is. */
  find: () => number[] | null
  /** Chooses an option once more (1) or less (−1). */
  choose: (option: number, change: 1 | -1) => void
  isChosen: (option: number) => boolean
}>

export function openWays({ nodeCount, tail, head, cutBy, sets }: CutGraph, optionCount: number): Ways {
  const { items, start } = groupBy(range(tail.length), tail, nodeCount)
  const heads = items.map((arc) => head[arc] as number)
  const arcSets = items.map((arc) => cutBy[arc] as number)
  const setsWith: number[][] = Array.from({ length: optionCount }, () => [])
  for (const set of new Set(arcSets)) {
    for (const option of sets[set] as readonly number[]) setsWith[option]?.push(set)
  }
  /** Per set, how many of its members are chosen. */
  const shut = new Int32Array(sets.length)
  const chosen = new Int32Array(optionCount)
  const arrival = new Int32Array(nodeCount)
  const cameFrom = new Int32Array(nodeCount)
  const seen = new Int32Array(nodeCount)
  const queue = new Int32Array(nodeCount)
  let search = 0

  const optionsOnWay = (): number[] => {
    const options = new Set<number>()
    for (let node = END; node !== START; node = cameFrom[node] as number) {
      const set = arcSets[arrival[node] as number] as number
      for (const option of sets[set] as readonly number[]) options.add(option)
    }
    return [...options]
  }
  const find = (): number[] | null => {
    search++
    seen[START] = search
    queue[0] = START
    for (let next = 0, length = 1; next < length; next++) {
      const node = queue[next] as number
      for (let place = start[node] as number; place < (start[node + 1] as number); place++) {
        const to = heads[place] as number
        if (seen[to] === search || shut[arcSets[place] as number] !== 0) continue
        seen[to] = search
        arrival[to] = place
        cameFrom[to] = node
        if (to === END) return optionsOnWay()
        queue[length++] = to
      }
    }
    return null
  }
  return {
    find,
    choose: (option, change) => {
      chosen[option] = (chosen[option] as number) + change
      for (const set of setsWith[option] as number[]) shut[set] = (shut[set] as number) + change
    },
    isChosen: (option) => chosen[option] !== 0,
  }
}
