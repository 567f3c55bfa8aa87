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
  steps: Steps
  held: Uint8Array
  /** Per component, the arc over which it came to be held; −1 for a foothold and for what is not held. */
  heldBy: Int32Array
  /**
   * Per component at which a weakness is live, the smallest (component, link) arc by which it can be entered; −1 where
   * none is, or it cannot be (AN9, AN10).
   */
  entry: Int32Array
}>

/** The steps by themselves: those out of v are arc[start[v]] … arc[start[v + 1] − 1], in the order of arcs. */
export type Steps = Readonly<{ start: Int32Array; arc: Int32Array; head: Int32Array }>

export const CUT = 0
export const OPEN = 1
export const STEP = 2

/** Linear in components, arcs and risk instances. */
export function standingUnder(credit: Credit, compiled: Compiled): Standing {
  const { live, foothold, weakness, weak } = findLive(credit, compiled)
  const { passage, steps } = layPassage(credit, weak, compiled)
  const holding = findHeld(foothold, steps, compiled)
  const entry = findEntries(weakness, holding.held, passage, compiled)
  return { live, foothold, weak, passage, steps, ...holding, entry }
}

function findLive(credit: Credit, { risks, instanceComponent, components, policy }: Compiled) {
  const live = new Uint8Array(instanceComponent.length)
  const foothold = new Uint8Array(components.length)
  const weakness = new Uint8Array(components.length)
  for (const { open, propagation, first, end } of risks) {
    if (!open) continue
    const marks = propagation === 'foothold' ? foothold : propagation === 'weakness' ? weakness : null
    for (let instance = first; instance < end; instance++) {
      if (credit.removals[instance] !== 0) continue
      live[instance] = 1
      if (marks !== null) marks[instanceComponent[instance] as number] = 1
    }
  }
  const weak = policy.access === 'assume' ? new Uint8Array(components.length).fill(1) : weakness
  return { live, foothold, weakness, weak }
}

/** AN5 to AN7, in one pass: arcs come by their tails. */
function layPassage({ cuts }: Credit, weak: Uint8Array, { graph, owns }: Compiled) {
  const { nodeCount, arcCount, outStart, head } = graph
  const passage = new Uint8Array(arcCount)
  const start = new Int32Array(nodeCount + 1)
  const stepArc = new Int32Array(arcCount)
  const stepHead = new Int32Array(arcCount)
  let count = 0
  for (let node = 0; node < nodeCount; node++) {
    const end = outStart[node + 1] as number
    for (let arc = outStart[node] as number; arc < end; arc++) {
      if (cuts[arc] !== 0) continue
      const to = head[arc] as number
      if (owns[arc] === 0 && weak[to] === 0) {
        passage[arc] = OPEN
        continue
      }
      passage[arc] = STEP
      stepArc[count] = arc
      stepHead[count++] = to
    }
    start[node + 1] = count
  }
  const steps: Steps = { start, arc: stepArc.subarray(0, count), head: stepHead.subarray(0, count) }
  return { passage, steps }
}

/** AN8: from the footholds over steps, and from untrusted components over those of their steps that are access. */
function findHeld(foothold: Uint8Array, { start, arc, head }: Steps, { graph, owns, untrusted }: Compiled) {
  const { nodeCount } = graph
  const held = foothold.slice()
  const heldBy = new Int32Array(nodeCount).fill(-1)
  const queue = new Int32Array(nodeCount)
  let length = 0
  for (let component = 0; component < nodeCount; component++)
    if (held[component] === 1) queue[length++] = component
  const enter = (step: number) => {
    const next = head[step] as number
    held[next] = 1
    heldBy[next] = arc[step] as number
    queue[length++] = next
  }
  for (let component = 0; component < nodeCount; component++) {
    if (untrusted[component] === 0) continue
    for (let step = start[component] as number; step < (start[component + 1] as number); step++)
      if (held[head[step] as number] === 0 && owns[arc[step] as number] === 0) enter(step)
  }
  for (let next = 0; next < length; next++) {
    const component = queue[next] as number
    const end = start[component + 1] as number
    for (let step = start[component] as number; step < end; step++)
      if (held[head[step] as number] === 0) enter(step)
  }
  return { held, heldBy }
}

/** The arcs into a component come by (tail, link), so that the first that fits is the smallest. */
function findEntries(
  weakness: Uint8Array,
  held: Uint8Array,
  passage: Uint8Array,
  { graph, owns, untrusted }: Compiled,
): Int32Array {
  const { nodeCount, inStart, inArcs, tail } = graph
  const entry = new Int32Array(nodeCount).fill(-1)
  for (let component = 0; component < nodeCount; component++) {
    if (weakness[component] === 0) continue
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
  { propagation, first, end }: Compiled['risks'][number],
  { live, entry }: Pick<Standing, 'live' | 'entry'>,
  { instanceComponent }: Compiled,
): Int32Array {
  const foothold = propagation === 'foothold'
  if (!foothold && propagation !== 'weakness') return NOWHERE
  const sources = new Int32Array(end - first)
  let count = 0
  for (let instance = first; instance < end; instance++) {
    const component = instanceComponent[instance] as number
    if (live[instance] === 1 && (foothold || entry[component] !== -1)) sources[count++] = component
  }
  return sources.subarray(0, count)
}

const NOWHERE = new Int32Array(0)
