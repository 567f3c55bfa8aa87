import type { Examined } from './analyse.ts'
import type { Compiled } from './compile.ts'
import { placeOf } from './network.ts'
import { REACHED } from './exposures.ts'
import type { Graph } from './graph.ts'
import { sourcesOf } from './held.ts'
import { DOOR, STEP } from './ways.ts'
import { looplessPaths } from './loopless-paths.ts'
import { pathGraph } from './path-graph.ts'
import type { Exposure } from './result.ts'

export type AttackPath = Pick<Exposure, 'source' | 'hops' | 'path' | 'links'>

/**
 * AN10, more paths: the loopless ones of an exposure in the order of shown paths, the shown one first, `most` at most.
 * Paths that differ only in the choice among parallel links are paths of their own; they come one after another, since
 * components are compared first. Empty where the exposure does not exist.
 */
export function morePaths(
  { compiled, standing, exposures }: Examined,
  which: Readonly<{ risk: string; target: string }>,
  most: number,
): AttackPath[] {
  const risk = placeOf(
    which.risk,
    compiled.risks.map(({ record }) => record),
  )
  const target = placeOf(which.target, compiled.components)
  const place = exposures.risk.findIndex((each, i) => each === risk && exposures.target[i] === target)
  const record = compiled.risks[risk]
  if (place === -1 || record === undefined || !(most > 0)) return []
  const reached = exposures.state[place] === REACHED
  const { passage } = standing
  const { head } = compiled.graph
  const passable = (arc: number) =>
    passage[arc] === STEP || (reached && passage[arc] === DOOR && head[arc] === target)

  const paths: AttackPath[] = []
  const ways = pathGraph(compiled.graph, [...sourcesOf(record, standing, compiled)], target, passable)
  for (const nodes of looplessPaths(ways)) {
    const components = nodes.slice(1).map((node) => ways.component[node] as number)
    for (const arcs of choicesOfLinks(components, passable, compiled.graph)) {
      paths.push(describe(components, arcs, compiled))
      if (paths.length >= most) return paths
    }
  }
  return paths
}

/** The passable arcs along some components, one for each hop: every choice, by the sequence of their links. */
function* choicesOfLinks(
  components: readonly number[],
  passable: (arc: number) => boolean,
  { tail, head, outStart }: Graph,
): Generator<readonly number[]> {
  /** Parallel arcs are neighbours, in the order of their links. */
  const firstFrom = (start: number, from: number, to: number): number => {
    let arc = start
    while (tail[arc] === from && head[arc] === to && !passable(arc)) arc++
    return tail[arc] === from && head[arc] === to ? arc : -1
  }
  const smallest = components.slice(1).map((to, hop) => {
    const from = components[hop] as number
    return firstFrom(firstParallel(from, to, head, outStart), from, to)
  })
  const arcs = smallest.slice()
  yield arcs
  for (let hop = arcs.length - 1; hop >= 0; ) {
    const next = firstFrom(
      (arcs[hop] as number) + 1,
      components[hop] as number,
      components[hop + 1] as number,
    )
    if (next === -1) {
      arcs[hop] = smallest[hop] as number
      hop--
      continue
    }
    arcs[hop] = next
    yield arcs
    hop = arcs.length - 1
  }
}

/** By halving: the arcs out of a component come by their head. */
function firstParallel(from: number, to: number, head: Int32Array, outStart: Int32Array): number {
  let [low, high] = [outStart[from] as number, outStart[from + 1] as number]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((head[middle] as number) < to) low = middle + 1
    else high = middle
  }
  return low
}

function describe(
  path: readonly number[],
  arcs: readonly number[],
  { graph, components, links }: Compiled,
): AttackPath {
  const ids = path.map((component) => components[component]?.id ?? '')
  return {
    source: ids[0] ?? '',
    hops: arcs.length,
    path: ids,
    links: arcs.map((arc) => links[graph.link[arc] as number]?.id ?? ''),
  }
}
