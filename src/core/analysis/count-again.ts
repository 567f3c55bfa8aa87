import type { Examined } from './analyse.ts'
import type { ChokeTask } from './choke-tasks.ts'
import type { Tally } from './choke-points.ts'
import { entriesLost, entryTree } from './entry-tree.ts'
import { TAKEN } from './exposures.ts'
import { type Cut, searchWithout } from './without.ts'

/** A cut that may end entries on the way of some exposures: their tasks have to be searched anew. */
export type UnsteadyCut = Cut & Readonly<{ tasks: ReadonlySet<ChokeTask> }>

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

/** The shown paths of a task's exposures, their entries, and the ways in which what they are entered from came to be held. */
function waysOf(
  { first, end }: ChokeTask,
  { exposures, standing: { heldBy }, compiled: { graph, untrusted } }: Examined,
): Readonly<{ components: Set<number>; links: Map<number, boolean> }> {
  const components = new Set<number>()
  const links = new Map<number, boolean>()
  const add = (arc: number) => {
    const tail = graph.tail[arc] as number
    const head = graph.head[arc] as number
    components.add(tail).add(head)
    links.set(graph.link[arc] as number, untrusted[tail] === 1 || untrusted[head] === 1)
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
  for (let i = first; i < end; i++) {
    addEntry(exposures.entry[i] as number)
    for (
      let place = exposures.pathStart[i] as number;
      place < (exposures.pathStart[i + 1] as number);
      place++
    )
      add(exposures.arcs[place] as number)
  }
  return { components, links }
}

/** Adds to the tally what the unsteady cuts clear of their tasks' exposures. Yields how many are done. */
export function* countAgain(
  tally: Tally,
  unsteady: readonly UnsteadyCut[],
  { compiled, standing, exposures }: Examined,
): Generator<number> {
  const search = searchWithout(standing, compiled)
  for (const [done, cut] of unsteady.entries()) {
    yield done
    const counts = cut.component === -1 ? tally.links : tally.components
    const number = cut.component === -1 ? cut.link : cut.component
    search.holdWithout(cut)
    for (const task of cut.tasks) {
      const marks = search.reach(search.stillEntered(task.sources, cut), cut)
      for (let i = task.first; i < task.end; i++) {
        const target = exposures.target[i] as number
        if (target === cut.component || marks[target] === 1) continue
        if (exposures.state[i] === TAKEN)
          counts.taken[number] = (counts.taken[number] as number) + task.weight
        else if (!search.door(target, marks, cut))
          counts.reached[number] = (counts.reached[number] as number) + task.weight
      }
    }
  }
}
