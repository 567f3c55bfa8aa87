import { compareCodeUnits } from '../model/order.ts'
import type { Examined } from './analyse.ts'
import { chokeTasks, type Tally, type Tallied } from './choke-tasks.ts'
import { countAgain, unsteadyCuts } from './count-again.ts'
import { countByTree } from './count-by-tree.ts'
import { dominatorSpace } from './dominators.ts'
import type { ChokeCounts, Cleared } from './result.ts'

/**
 * AN12: what cutting each component and link would clear, exactly. From sources that no cut takes away an exposure is
 * cleared by just what dominates its target, so that one tree counts for all cuts at once. A weakness is a source only
 * while it can be entered, and its path may pass the same component before the entry and after it: the few cuts that end
 * an entry on the way of an exposure are searched anew. Yields the share that is done, 0 to 1.
 */
export function* countChokePoints(examined: Examined): Generator<number, ChokeCounts> {
  const { components, links, graph } = examined.compiled
  const tallied = (size: number): Tallied => ({ taken: new Int32Array(size), reached: new Int32Array(size) })
  const tally: Tally = { components: tallied(components.length), links: tallied(links.length) }
  const tasks = chokeTasks(examined)
  const unsteady = unsteadyCuts(tasks, examined)
  const space = dominatorSpace(graph.nodeCount)
  const parts = tasks.length + unsteady.length
  for (const [done, task] of tasks.entries()) {
    yield done / parts
    countByTree(tally, task, unsteady, examined, space)
  }
  for (const done of countAgain(tally, unsteady, examined)) yield (tasks.length + done) / parts
  return { components: ranked(tally.components, components), links: ranked(tally.links, links) }
}

const ranked = ({ taken, reached }: Tallied, records: readonly { readonly id: string }[]): Cleared[] =>
  byCleared(
    records.map(({ id }, number) => ({
      id,
      taken: taken[number] as number,
      reached: reached[number] as number,
    })),
  )

/** The order of the result: by taken, then reached, descending, then id; without those that clear nothing. */
export const byCleared = (all: readonly Cleared[]): Cleared[] =>
  all
    .filter(({ taken, reached }) => taken > 0 || reached > 0)
    .sort((a, b) => b.taken - a.taken || b.reached - a.reached || compareCodeUnits(a.id, b.id))
