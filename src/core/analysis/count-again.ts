import type { Examined } from './analyse.ts'
import type { ChokeTask, Tally, UnsteadyCut } from './choke-tasks.ts'
import { entriesLost, entryTree } from './entry-tree.ts'
import { walkEvidence } from './evidence.ts'
import { TAKEN } from './exposures.ts'
import { type Cut, searchWithout } from './without.ts'

/**
 * The cuts that may clear an exposure of a weakness by ending entries. Such a one lies on the exposure's shown path, on
 * its entry, or on the way in which the component there came to be held: what leaves all of these whole clears nothing.
 */
export function unsteadyCuts(tasks: readonly ChokeTask[], examined: Examined): UnsteadyCut[] {
  const weaknesses = tasks.filter(({ weakness }) => weakness)
  if (weaknesses.length === 0) return []
  const { compiled, standing } = examined
  const { graph, untrusted } = compiled
  const entered = new Uint8Array(graph.nodeCount)
  for (const { sources } of weaknesses) for (const source of sources) entered[source] = 1
  const entries = entryTree(entered, standing, compiled)
  const cuts = new Map<string, Cut & { tasks: Set<ChokeTask> }>()
  const add = (cut: Cut, task: ChokeTask) => {
    const key = `${cut.component} ${cut.link}`
    const known = cuts.get(key)
    if (known === undefined) cuts.set(key, { ...cut, tasks: new Set([task]) })
    else known.tasks.add(task)
  }
  for (const task of weaknesses) {
    const lost = entriesLost(entries, task.sources, compiled)
    const { components, links } = waysOf(task, examined)
    for (const component of components) {
      // Cutting an untrusted one ends both what is held there and the standing there, which no single node of the tree is.
      if ((lost.byComponent[component] as number) > 0 || untrusted[component] === 1)
        add({ component, link: -1 }, task)
    }
    for (const [link, touchesUntrusted] of links) {
      if ((lost.byLink[link] as number) > 0 || touchesUntrusted) add({ component: -1, link }, task)
    }
  }
  return [...cuts.values()]
}

/** What a task's exposures rest on; of each link, whether an end of it is untrusted. */
function waysOf(task: ChokeTask, examined: Examined) {
  const { graph, untrusted } = examined.compiled
  const components = new Set<number>()
  const links = new Map<number, boolean>()
  walkEvidence(task, examined, {
    arc: (arc) => {
      const tail = graph.tail[arc] as number
      const head = graph.head[arc] as number
      components.add(tail).add(head)
      links.set(graph.link[arc] as number, untrusted[tail] === 1 || untrusted[head] === 1)
    },
  })
  return { components, links }
}

/** Adds to the tally what the unsteady cuts clear of their tasks' exposures. Yields how many are done. */
export function* countAgain(
  tally: Tally,
  unsteady: readonly UnsteadyCut[],
  { compiled, standing, exposures }: Examined,
): Generator<number> {
  const search = searchWithout(standing, compiled)
  const { copyOf, nearby } = compiled
  for (const [done, cut] of unsteady.entries()) {
    yield done
    const counts = cut.component === -1 ? tally.links : tally.components
    const number = cut.component === -1 ? cut.link : cut.component
    search.holdWithout(cut)
    for (const task of cut.tasks) {
      const marks = search.reach(search.stillEntered(task.sources, cut), cut)
      for (let i = task.first; i < task.end; i++) {
        const target = exposures.target[i] as number
        if (target === cut.component || marks[nearby.place[target] as number] === 1) continue
        if (exposures.state[i] === TAKEN)
          counts.taken[number] = (counts.taken[number] as number) + task.weight
        else if (marks[copyOf[target] as number] === 0)
          counts.reached[number] = (counts.reached[number] as number) + task.weight
      }
    }
  }
}
