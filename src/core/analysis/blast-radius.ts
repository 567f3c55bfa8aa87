import type { Compiled } from './compile.ts'
import { placeOf } from './network.ts'
import { type Exposures, TAKEN } from './exposures.ts'
import type { Standing } from './held.ts'
import type { BlastRadius, BlastTarget } from './questions.ts'
import { endOf, makeSearch } from './search.ts'
import { SOURCE } from './ways.ts'

/** What an attacker who held one component would come to hold and stand at. Null where there is no such component. */
export function blastRadius(
  id: string,
  {
    compiled,
    standing,
    exposures,
  }: Readonly<{ compiled: Compiled; standing: Standing; exposures: Exposures }>,
): BlastRadius | null {
  const { components, links, graph, targets, nearby } = compiled
  const from = placeOf(id, components)
  if (from === -1) return null
  const search = makeSearch(standing, compiled)(Int32Array.of(from))
  const { last, order } = search
  const { ways } = standing
  const arcOf = (way: number): number => ways.arc[way] as number
  const isCopy = (place: number): boolean => place >= components.length
  const idOf = (component: number): string => components[component]?.id ?? ''

  const reached = Array.from(order.subarray(1)).filter((place) => !isCopy(place))
  const ends = new Set(Array.from(targets, (_, index) => endOf(index, search, compiled)))
  const passed = new Set<number>()
  for (const place of [order[0] as number, ...reached])
    for (let way = ways.start[place] as number; way < (ways.start[place + 1] as number); way++) {
      const head = ways.head[way] as number
      if (!isCopy(head) || ends.has(head)) passed.add(graph.link[arcOf(way)] as number)
    }
  const already = worstByTarget(exposures)
  const found: BlastTarget[] = []
  targets.forEach((target, index) => {
    const end = endOf(index, search, compiled)
    if (target === from || end === -1) return
    const taken = !isCopy(end)
    const arcs: number[] = []
    for (let way = last[end] as number; way !== SOURCE; way = last[ways.tail[way] as number] as number)
      arcs.push(arcOf(way))
    arcs.reverse()
    const before = already.get(target)
    found.push({
      target: idOf(target),
      kind: taken ? 'taken' : 'reached',
      hops: arcs.length,
      path: [id, ...arcs.map((arc) => idOf(graph.head[arc] as number))],
      links: arcs.map((arc) => links[graph.link[arc] as number]?.id ?? ''),
      fresh: before === undefined || (taken && before !== TAKEN),
    })
  })
  return {
    component: id,
    held: standing.held[from] === 1,
    components: reached.map((place) => idOf(nearby.node[place] as number)),
    links: [...passed].sort((a, b) => a - b).map((link) => links[link]?.id ?? ''),
    targets: found.sort((a, b) => a.hops - b.hops),
  }
}

function worstByTarget({ target, state }: Exposures): ReadonlyMap<number, number> {
  const worst = new Map<number, number>()
  target.forEach((each, index) => worst.set(each, Math.max(worst.get(each) ?? 0, state[index] as number)))
  return worst
}
