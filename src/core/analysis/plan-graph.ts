import type { Compiled } from './compile.ts'
import type { Credit } from './credit.ts'
import { type Standing, standingUnder } from './held.ts'
import { STEP } from './ways.ts'
import type { Goals } from './plan-goals.ts'
import type { Options } from './plan-options.ts'
import { reach } from './walks.ts'

/**
 * A graph with labelled arcs: arc i leads from tail[i] to head[i] until one of sets[cutBy[i]] is chosen; set 0 is empty. A
 * plan is a set of options that leaves no way from `START` to `END`.
 */
export type CutGraph = Readonly<{
  nodeCount: number
  tail: Int32Array
  head: Int32Array
  cutBy: Int32Array
  /** Each ascending, by option. */
  sets: readonly (readonly number[])[]
}>

export const START = 0
export const END = 1

/**
 * The label cut that a plan is. A component is a node for being held, and, where it is weak, one for being spoken to: an
 * access arc leads to the latter, and from there each live weakness leads on, so that the step can be cut on the arc and
 * by removing all of the weaknesses. Footholds lead from START, and so do the access arcs of untrusted components.
 *
 * This first copy says what is held, and thereby which weaknesses can be entered. Through which risk a target is taken is
 * a matter of sources: a target that stays taken through some risks takes a copy of its steps with the sources of the
 * other risks only; targets with the same remaining risks share it. For those with none the first copy serves, since what
 * is held is what steps from sources lead to. Not so under `access: assume`, where it may owe nothing to any risk.
 */
export function buildCutGraph(options: Options, goals: Goals, credit: Credit, compiled: Compiled): CutGraph {
  const { graph, risks, policy } = compiled
  const standing = standingUnder(credit, compiled)
  const layer = makeLayer(options, standing, compiled)
  const none: ReadonlySet<number> = new Set()
  const everywhere = new Uint8Array(graph.nodeCount).fill(1)
  layer.layCopy(0, none, everywhere)
  const steps = standing.passage.map((passage) => Number(passage === STEP))
  let copies = 1
  for (const { remaining, targets } of groupTargets(goals, compiled)) {
    if (remaining.size === 0 && policy.access !== 'assume') {
      for (const target of targets) layer.end(0, target)
      continue
    }
    const sources = risks.flatMap((risk, index) => (remaining.has(index) ? [] : componentsOf(risk, compiled)))
    const after = reach(graph, steps, sources, false)
    const before = reach(graph, steps, targets, true)
    const copy = copies++
    layer.layCopy(
      copy,
      remaining,
      after.map((mark, component) => mark & (before[component] as number)),
    )
    for (const target of targets) layer.end(copy, target)
  }
  const { tail, head, cutBy, sets } = layer.laid
  return {
    nodeCount: layer.firstNode(copies),
    tail: Int32Array.from(tail),
    head: Int32Array.from(head),
    cutBy: Int32Array.from(cutBy),
    sets,
  }
}

const componentsOf = (
  { first, end }: Compiled['risks'][number],
  { instanceComponent }: Compiled,
): number[] => [...instanceComponent.subarray(first, end)]

/** The targets with goals, by the set of risks through which they stay taken. */
function groupTargets({ goals, remaining }: Goals, { risks, targets }: Compiled) {
  const groups = new Map<string, { remaining: ReadonlySet<number>; targets: number[] }>()
  targets.forEach((target, place) => {
    const left: number[] = []
    let isGoal = false
    for (let risk = 0; risk < risks.length; risk++) {
      const pair = risk * targets.length + place
      if (remaining[pair] === 1) left.push(risk)
      if (goals[pair] === 1) isGoal = true
    }
    if (!isGoal) return
    const group = groups.get(left.join())
    if (group === undefined) groups.set(left.join(), { remaining: new Set(left), targets: [target] })
    else group.targets.push(target)
  })
  return groups.values()
}

function makeLayer(options: Options, { live, passage }: Standing, compiled: Compiled) {
  const { graph, owns, untrusted, risks, instanceComponent, policy } = compiled
  const { nodeCount, arcCount, tail, head } = graph
  const { sets, arcSet, instanceSet } = cuttersOf(options, compiled)
  const assumed = policy.access === 'assume'
  const laid = { tail: [] as number[], head: [] as number[], cutBy: [] as number[], sets }
  const lead = (from: number, to: number, set: number) => {
    laid.tail.push(from)
    laid.head.push(to)
    laid.cutBy.push(set)
  }
  const firstNode = (copy: number) => 2 + copy * 2 * nodeCount
  const held = (copy: number, component: number) => firstNode(copy) + component
  const spokenTo = (copy: number, component: number) => firstNode(copy) + nodeCount + component

  const laySteps = (copy: number, within: Uint8Array) => {
    for (let arc = 0; arc < arcCount; arc++) {
      const [from, to] = [tail[arc] as number, head[arc] as number]
      if (passage[arc] !== STEP || within[from] === 0 || within[to] === 0) continue
      const entered = owns[arc] === 1 ? held(copy, to) : spokenTo(copy, to)
      lead(held(copy, from), entered, arcSet[arc] as number)
      const standsThere = copy === 0 && owns[arc] === 0 && untrusted[from] === 1
      if (standsThere) lead(START, entered, arcSet[arc] as number)
    }
    if (!assumed) return
    for (let component = 0; component < nodeCount; component++) {
      lead(spokenTo(copy, component), held(copy, component), 0)
    }
  }
  return {
    laid,
    firstNode,
    end: (copy: number, target: number) => lead(held(copy, target), END, 0),
    /** Steps between the components marked in `within`, weaknesses, and the sources of all risks but some. */
    layCopy(copy: number, leftOut: ReadonlySet<number>, within: Uint8Array) {
      laySteps(copy, within)
      risks.forEach(({ propagation, first, end }, risk) => {
        if (propagation !== 'foothold' && propagation !== 'weakness') return
        for (let instance = first; instance < end; instance++) {
          const component = instanceComponent[instance] as number
          if (live[instance] === 0 || within[component] === 0) continue
          const set = instanceSet[instance] as number
          const isSource = !leftOut.has(risk)
          if (propagation === 'foothold') {
            if (isSource) lead(START, held(copy, component), set)
            continue
          }
          if (!assumed) lead(spokenTo(copy, component), held(copy, component), set)
          if (isSource && copy > 0) lead(spokenTo(0, component), held(copy, component), set)
        }
      })
    },
  }
}

const NO_OPTION = -1

/** Which options cut each arc and remove each instance, as numbers of sets. */
function cuttersOf({ list }: Options, { graph, instanceComponent }: Compiled) {
  /** Each set as another one and one option more; set 0 is empty. */
  const [less, last] = [[0], [NO_OPTION]]
  const known = new Map<number, number>()
  /** Options come in ascending order, so that the same members always make the same set. */
  const extend = (of: Int32Array, index: number, option: number) => {
    const set = of[index] as number
    const key = set * list.length + option
    let larger = known.get(key)
    if (larger === undefined) {
      larger = less.push(set) - 1
      last.push(option)
      known.set(key, larger)
    }
    of[index] = larger
  }
  const arcSet = new Int32Array(graph.arcCount)
  const instanceSet = new Int32Array(instanceComponent.length)
  list.forEach(({ effects }, option) => {
    for (const arc of effects.cuts) extend(arcSet, arc, option)
    for (const instance of effects.removals) extend(instanceSet, instance, option)
  })
  // Written out only where they are met: the others, that were only on the way to them, may be many and long.
  const sets: (readonly number[])[] = less.map(() => [])
  for (const set of new Set([...arcSet, ...instanceSet])) {
    const members: number[] = []
    for (let at = set; at !== 0; at = less[at] as number) members.push(last[at] as number)
    sets[set] = members.reverse()
  }
  return { sets, arcSet, instanceSet }
}
