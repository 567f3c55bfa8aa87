import type { Compiled } from './compile.ts'
import type { Credit } from './credit.ts'
import { AWAY, CUT, DOOR, followWays, layWays, OPEN, roomFor, SOURCE, STEP, type Ways } from './ways.ts'

/** What the attacker can do under some credit (AN3, AN6–AN9), by arc, component or instance. */
export type Standing = Readonly<{
  live: Uint8Array
  /** Components at which a foothold is live. */
  foothold: Uint8Array
  /** Components at which a weakness is live. */
  weakness: Uint8Array
  weak: Uint8Array
  /** Per arc: `CUT`; or what it is uncut: a `STEP`, a `DOOR`, or `OPEN`, which is any other access. */
  passage: Uint8Array
  ways: Ways
  held: Uint8Array
  /** Per component, the arc over which it came to be held; −1 for a foothold and for what is not held. */
  heldBy: Int32Array
  /**
   * Per component at which a weakness is live, the smallest (component, link) arc by which it can be entered; −1 where
   * none is, or it cannot be (AN9, AN10).
   */
  entry: Int32Array
}>

/** Linear in components, arcs and risk instances. */
export function standingUnder(credit: Credit, compiled: Compiled): Standing {
  const { live, foothold, weakness, weak } = findLive(credit, compiled)
  const passage = layPassage(credit, weak, compiled)
  const ways = layWays(passage, compiled)
  const holding = findHeld(foothold, ways, compiled)
  const entry = findEntries(weakness, holding.held, passage, compiled)
  return { live, foothold, weakness, weak, passage, ways, ...holding, entry }
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

/** AN5 to AN7. */
function layPassage({ cuts }: Credit, weak: Uint8Array, { owns, critical, graph }: Compiled): Uint8Array {
  const { arcCount, head } = graph
  const passage = new Uint8Array(arcCount)
  for (let arc = 0; arc < arcCount; arc++) {
    if (cuts[arc] !== 0) continue
    const to = head[arc] as number
    passage[arc] = owns[arc] === 1 || weak[to] === 1 ? STEP : critical[to] === 1 ? DOOR : OPEN
  }
  return passage
}

/** AN8: from the footholds over steps, and from untrusted components over those of their steps that are access. */
function findHeld(foothold: Uint8Array, ways: Ways, { owns, untrusted, nearby, graph }: Compiled) {
  const { start, arc, head } = ways
  const { nodeCount } = graph
  const { last, queue } = roomFor(ways)
  let length = 0
  for (let component = 0; component < nodeCount; component++) {
    if (foothold[component] === 0) continue
    const place = nearby.place[component] as number
    last[place] = SOURCE
    queue[length++] = place
  }
  for (let component = 0; component < nodeCount; component++) {
    if (untrusted[component] === 0) continue
    const place = nearby.place[component] as number
    for (let way = start[place] as number; way < (start[place + 1] as number); way++) {
      const to = head[way] as number
      if (last[to] !== AWAY || owns[arc[way] as number] === 1) continue
      last[to] = way
      queue[length++] = to
    }
  }
  followWays(ways, { last, queue }, length)
  const held = new Uint8Array(nodeCount)
  const heldBy = new Int32Array(nodeCount).fill(-1)
  for (let component = 0; component < nodeCount; component++) {
    const way = last[nearby.place[component] as number] as number
    if (way === AWAY) continue
    held[component] = 1
    if (way !== SOURCE) heldBy[component] = arc[way] as number
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
