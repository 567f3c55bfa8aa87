import { compareCodeUnits } from '../model/order.ts'
import { arcsOfLink, type Compiled } from './compile.ts'
import type { Credit } from './credit.ts'
import type { Exposures } from './exposures.ts'
import { arcsInto, arcsOutOf } from './graph.ts'
import type { Standing } from './held.ts'
import { countCleared, statesUnder, statesWith } from './recount.ts'
import type { Cleared } from './result.ts'

/** Elements by index. */
export type Candidates = Readonly<{ components: Iterable<number>; links: Iterable<number> }>

/** AN12 for each candidate: what would be cleared if all its arcs were cut. By recomputing with them cut. */
export function clearedByCutting(
  { components, links }: Candidates,
  credit: Credit,
  compiled: Compiled,
): { components: Cleared[]; links: Cleared[] } {
  const { graph, targets } = compiled
  const before = statesUnder(credit, compiled)
  const without = (id: string, cuts: readonly number[], except = -1): Cleared => {
    const after = statesWith({ cuts, removals: [] }, 1, credit, compiled)
    return { id, ...countCleared(before, after, targets.length, except) }
  }
  return {
    components: byCleared(
      Array.from(components, (component) => {
        const arcs = [...arcsInto(graph, component), ...arcsOutOf(graph, component)]
        return without(compiled.components[component]?.id ?? '', arcs, targets.indexOf(component))
      }),
    ),
    links: byCleared(
      Array.from(links, (link) => {
        const id = compiled.links[link]?.id ?? ''
        return without(id, arcsOfLink(compiled, id))
      }),
    ),
  }
}

/** The order of the result: by taken, then reached, descending, then id; without those that clear nothing. */
export const byCleared = (all: readonly Cleared[]): Cleared[] =>
  all
    .filter(({ taken, reached }) => taken > 0 || reached > 0)
    .sort((a, b) => b.taken - a.taken || b.reached - a.reached || compareCodeUnits(a.id, b.id))

/**
 * All that can clear anything. What leaves the shown path of an exposure whole, and for a weakness its entry and one way
 * in which the component there came to be held, leaves the exposure as it is.
 */
export function chokeCandidates(
  { arcs, entry }: Exposures,
  { heldBy }: Standing,
  { graph, untrusted }: Compiled,
): { components: Set<number>; links: Set<number> } {
  const components = new Set<number>()
  const links = new Set<number>()
  const add = (arc: number) => {
    components.add(graph.tail[arc] as number).add(graph.head[arc] as number)
    links.add(graph.link[arc] as number)
  }
  const walked = new Set<number>()
  const addEntry = (entry: number) => {
    add(entry)
    let at = graph.tail[entry] as number
    if (untrusted[at] === 1) return
    for (let arc = heldBy[at] as number; arc !== -1 && !walked.has(at); arc = heldBy[at] as number) {
      add(arc)
      walked.add(at)
      at = graph.tail[arc] as number
    }
  }
  for (const arc of arcs) add(arc)
  for (const arc of entry) if (arc !== -1) addEntry(arc)
  return { components, links }
}
