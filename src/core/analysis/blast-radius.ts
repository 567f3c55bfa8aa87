import type { Compiled } from './compile.ts'
import { placeOf } from './network.ts'
import { type Exposures, TAKEN } from './exposures.ts'
import type { Standing } from './held.ts'
import type { BlastRadius, BlastTarget } from './questions.ts'
import { doorTo, findDoors, makeSearch } from './search.ts'

/** What an attacker who held one component would come to hold and stand at. Null where there is no such component. */
export function blastRadius(
  id: string,
  {
    compiled,
    standing,
    exposures,
  }: Readonly<{ compiled: Compiled; standing: Standing; exposures: Exposures }>,
): BlastRadius | null {
  const { components, links, graph, targets } = compiled
  const from = placeOf(id, components)
  if (from === -1) return null
  const search = makeSearch(standing, compiled)(Int32Array.of(from))
  const { rank, arrival } = search
  const idOf = (component: number): string => components[component]?.id ?? ''

  const reached = [...rank.keys()].filter((component) => (rank[component] as number) > 0)
  reached.sort((a, b) => (rank[a] as number) - (rank[b] as number))
  const passed = new Set<number>()
  for (const component of [from, ...reached]) {
    const end = standing.steps.start[component + 1] as number
    for (let step = standing.steps.start[component] as number; step < end; step++)
      passed.add(graph.link[standing.steps.arc[step] as number] as number)
  }
  const already = worstByTarget(exposures)
  const found: BlastTarget[] = []
  const doors = findDoors(standing, compiled)
  targets.forEach((target, place) => {
    if (target === from) return
    const taken = rank[target] !== -1
    const door = taken ? -1 : doorTo(place, doors, search, compiled)
    if (!taken && door === -1) return
    const arcs = door === -1 ? [] : [door]
    let at = taken ? target : (graph.tail[door] as number)
    for (let arc = arrival[at] as number; arc !== -1; arc = arrival[at] as number) {
      arcs.push(arc)
      at = graph.tail[arc] as number
    }
    arcs.reverse()
    for (const into of taken ? [] : doors.arc.subarray(doors.start[place], doors.start[place + 1]))
      if (rank[graph.tail[into] as number] !== -1) passed.add(graph.link[into] as number)
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
    components: reached.map(idOf),
    links: [...passed].sort((a, b) => a - b).map((link) => links[link]?.id ?? ''),
    targets: found.sort((a, b) => a.hops - b.hops),
  }
}

function worstByTarget({ target, state }: Exposures): ReadonlyMap<number, number> {
  const worst = new Map<number, number>()
  target.forEach((each, index) => worst.set(each, Math.max(worst.get(each) ?? 0, state[index] as number)))
  return worst
}
