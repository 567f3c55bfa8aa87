import type { Examined } from './analyse.ts'
import { instanceAt } from './compile.ts'
import type { Effects } from './credit.ts'

/**
 * One reason why each of the exposures first … end − 1 is there, besides the risk at its source: the arcs of its shown
 * path, for a weakness the entry, and one way in which the component there came to be held, back to `origin`. What two of
 * them have in common of such a way may be told once.
 */
export function walkEvidence(
  { first, end }: Readonly<{ first: number; end: number }>,
  { compiled, standing: { heldBy }, exposures }: Examined,
  tell: Readonly<{ arc: (arc: number) => void; origin?: (component: number) => void }>,
): void {
  const { graph, untrusted } = compiled
  const walked = new Set<number>()
  for (let i = first; i < end; i++) {
    for (
      let place = exposures.pathStart[i] as number;
      place < (exposures.pathStart[i + 1] as number);
      place++
    )
      tell.arc(exposures.arcs[place] as number)
    const entry = exposures.entry[i] as number
    if (entry === -1) continue
    tell.arc(entry)
    let at = graph.tail[entry] as number
    if (untrusted[at] === 1) continue
    for (let arc = heldBy[at] as number; arc !== -1 && !walked.has(at); arc = heldBy[at] as number) {
      tell.arc(arc)
      walked.add(at)
      at = graph.tail[arc] as number
    }
    tell.origin?.(at)
  }
}

/** What all exposures rest on: arcs, instances of risks, and components that hold or let in by a risk of their own. */
export type Evidence = Readonly<{ arcs: Uint8Array; instances: Uint8Array; components: Uint8Array }>

export function evidenceOf(examined: Examined): Evidence {
  const { compiled, exposures } = examined
  const { graph, risks, owns } = compiled
  const arcs = new Uint8Array(graph.arcCount)
  const instances = new Uint8Array(compiled.instanceComponent.length)
  const components = new Uint8Array(graph.nodeCount)
  walkEvidence({ first: 0, end: exposures.count }, examined, {
    arc: (arc) => {
      arcs[arc] = 1
      if (owns[arc] === 0) components[graph.head[arc] as number] = 1
    },
    origin: (component) => {
      components[component] = 1
    },
  })
  for (let i = 0; i < exposures.count; i++) {
    const risk = risks[exposures.risk[i] as number]
    if (risk !== undefined) instances[instanceAt(risk, exposures.source[i] as number, compiled)] = 1
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
