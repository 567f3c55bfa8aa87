import type { Examined } from './analyse.ts'
import { instanceAt } from './compile.ts'
import type { Effects } from './credit.ts'

/** What the exposures that were found rest on, by arc, by instance of a risk and by component. */
export type Evidence = Readonly<{ arcs: Uint8Array; instances: Uint8Array; components: Uint8Array }>

/**
 * For each exposure one reason why it is there: its shown path, the risk at its source, for a weakness the entry and one
 * way in which the component there came to be held. `components` marks those on it that hold or let in by a risk of
 * their own.
 */
export function evidenceOf({ compiled, standing: { heldBy }, exposures }: Examined): Evidence {
  const { graph, risks, owns, untrusted } = compiled
  const arcs = new Uint8Array(graph.arcCount)
  const instances = new Uint8Array(compiled.instanceComponent.length)
  const components = new Uint8Array(graph.nodeCount)
  const walk = (arc: number) => {
    arcs[arc] = 1
    if (owns[arc] === 0) components[graph.head[arc] as number] = 1
  }
  const walkBack = (from: number) => {
    let at = from
    for (let arc = heldBy[at] as number; arc !== -1 && arcs[arc] === 0; arc = heldBy[at] as number) {
      walk(arc)
      at = graph.tail[arc] as number
    }
    components[at] = 1
  }
  for (const arc of exposures.arcs) walk(arc)
  for (let i = 0; i < exposures.count; i++) {
    const risk = risks[exposures.risk[i] as number]
    if (risk === undefined) continue
    instances[instanceAt(risk, exposures.source[i] as number, compiled)] = 1
    const entry = exposures.entry[i] as number
    if (entry === -1) continue
    walk(entry)
    const from = graph.tail[entry] as number
    if (untrusted[from] === 0) walkBack(from)
  }
  return { arcs, instances, components }
}

/** Whether effects end any of it. Where they do not, every exposure stays as it is. */
export const touches = (
  { cuts, removals }: Effects,
  { arcs, instances, components }: Evidence,
  { instanceComponent }: Examined['compiled'],
): boolean =>
  cuts.some((arc) => arcs[arc] === 1) ||
  removals.some(
    (instance) => instances[instance] === 1 || components[instanceComponent[instance] as number] === 1,
  )
