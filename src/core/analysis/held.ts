import type { Compiled } from './compile.ts'
import type { Credit } from './credit.ts'

/** What the attacker can do under some credit (AN3, AN6–AN9), by arc, component or instance. */
export type Standing = Readonly<{
  live: Uint8Array
  /** Components at which a foothold is live. */
  foothold: Uint8Array
  weak: Uint8Array
  /** Per arc: `CUT`, `OPEN` (uncut access to a component that is not weak) or `STEP`. */
  passage: Uint8Array
  held: Uint8Array
  /** Per component, the arc over which it came to be held; −1 for a foothold and for what is not held. */
  heldBy: Int32Array
  /** Per component, the smallest (component, link) arc by which it can be entered; −1 where it cannot (AN9, AN10). */
  entry: Int32Array
}>

export const CUT = 0
export const OPEN = 1
export const STEP = 2

/** Linear in components, arcs and risk instances. */
export function standingUnder(credit: Credit, compiled: Compiled): Standing {
  const { live, foothold, weak } = findLive(credit, compiled)
  const { graph, owns } = compiled
  const passage = new Uint8Array(graph.arcCount)
  for (let arc = 0; arc < graph.arcCount; arc++) {
    if (credit.cuts[arc] !== 0) continue
    passage[arc] = owns[arc] === 1 || weak[graph.head[arc] as number] === 1 ? STEP : OPEN
  }
  const holding = findHeld(foothold, passage, compiled)
  return { live, foothold, weak, passage, ...holding, entry: findEntries(holding.held, passage, compiled) }
}

function findLive(credit: Credit, { risks, instanceComponent, components, policy }: Compiled) {
  const live = new Uint8Array(instanceComponent.length)
  const foothold = new Uint8Array(components.length)
  const weak = new Uint8Array(components.length)
  if (policy.access === 'assume') weak.fill(1)
  for (const { open, propagation, first, end } of risks) {
    if (!open) continue
    const marks = propagation === 'foothold' ? foothold : propagation === 'weakness' ? weak : null
    for (let instance = first; instance < end; instance++) {
      if (credit.removals[instance] !== 0) continue
      live[instance] = 1
      if (marks !== null) marks[instanceComponent[instance] as number] = 1
    }
  }
  return { live, foothold, weak }
}

/** AN8: from the footholds over steps, and from untrusted components over those of their steps that are access. */
function findHeld(foothold: Uint8Array, passage: Uint8Array, { graph, owns, untrusted }: Compiled) {
  const { nodeCount, outStart, head } = graph
  const held = foothold.slice()
  const heldBy = new Int32Array(nodeCount).fill(-1)
  const queue: number[] = []
  const pass = (component: number, fromOutside: boolean) => {
    for (let arc = outStart[component] as number; arc < (outStart[component + 1] as number); arc++) {
      const next = head[arc] as number
      if (passage[arc] !== STEP || held[next] === 1 || (fromOutside && owns[arc] === 1)) continue
      held[next] = 1
      heldBy[next] = arc
      queue.push(next)
    }
  }
  for (let component = 0; component < nodeCount; component++) if (held[component] === 1) queue.push(component)
  for (let component = 0; component < nodeCount; component++)
    if (untrusted[component] === 1) pass(component, true)
  for (let next = 0; next < queue.length; next++) pass(queue[next] as number, false)
  return { held, heldBy }
}

/** The arcs into a component come by (tail, link), so that the first that fits is the smallest. */
function findEntries(
  held: Uint8Array,
  passage: Uint8Array,
  { graph, owns, untrusted }: Compiled,
): Int32Array {
  const { nodeCount, inStart, inArcs, tail } = graph
  const entry = new Int32Array(nodeCount).fill(-1)
  for (let component = 0; component < nodeCount; component++) {
    for (let i = inStart[component] as number; i < (inStart[component + 1] as number); i++) {
      const arc = inArcs[i] as number
      const from = tail[arc] as number
      if (passage[arc] === CUT || owns[arc] === 1 || (held[from] === 0 && untrusted[from] === 0)) continue
      entry[component] = arc
      break
    }
  }
  return entry
}

/** AN9: the sources of a risk, ascending. Only footholds and weaknesses have any. */
export function sourcesOf(
  risk: Compiled['risks'][number],
  { live, entry }: Standing,
  compiled: Compiled,
): number[] {
  const sources: number[] = []
  const { propagation, first, end } = risk
  if (propagation !== 'foothold' && propagation !== 'weakness') return sources
  for (let instance = first; instance < end; instance++) {
    const component = compiled.instanceComponent[instance] as number
    if (live[instance] === 1 && (propagation === 'foothold' || entry[component] !== -1))
      sources.push(component)
  }
  return sources
}
