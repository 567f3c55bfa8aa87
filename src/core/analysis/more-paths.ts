import type { Examined } from './analyse.ts'
import { type Compiled, placeOf } from './compile.ts'
import { REACHED } from './exposures.ts'
import { arcsInto, arcsOutOf } from './graph.ts'
import { OPEN, type Standing, sourcesOf, STEP } from './held.ts'
import type { Exposure } from './result.ts'

export type AttackPath = Pick<Exposure, 'source' | 'hops' | 'path' | 'links'>

/**
 * AN10, more paths: the loopless ones of an exposure in the order of shown paths, the shown one first, `most` at most.
 * Paths that differ only in the choice among parallel links are paths of their own. Empty where the exposure does not
 * exist. Yen's algorithm (Management Science 17(11), 1971), one backward search for each place where a path can turn off.
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
  const place = exposures.risk.findIndex((of, i) => of === risk && exposures.target[i] === target)
  const record = compiled.risks[risk]
  if (place === -1 || record === undefined) return []
  const sources = [...sourcesOf(record, standing, compiled)]
  const passable = passableTo(target, exposures.state[place] === REACHED, standing, compiled)
  return yen(sources, target, passable, compiled, most).map((way) => describe(way, compiled))
}

/** A source and the arcs that follow. */
type Way = Readonly<{ source: number; arcs: readonly number[] }>

function passableTo(
  target: number,
  reached: boolean,
  { passage }: Standing,
  { graph }: Compiled,
): Uint8Array {
  const passable = passage.map((kind) => Number(kind === STEP))
  if (reached) for (const arc of arcsInto(graph, target)) if (passage[arc] === OPEN) passable[arc] = 1
  return passable
}

function yen(
  sources: readonly number[],
  target: number,
  passable: Uint8Array,
  compiled: Compiled,
  most: number,
): Way[] {
  const { head } = compiled.graph
  const found: Way[] = []
  const candidates = new Map<string, Way>()
  const propose = (way: Way | null) => {
    if (way !== null) candidates.set(`${way.source}:${way.arcs.join()}`, way)
  }
  propose(bestFrom(sources, target, passable, new Set(), compiled))
  while (found.length < most && candidates.size > 0) {
    const [key, best] = [...candidates].reduce((a, b) => (compareWays(a[1], b[1], compiled) <= 0 ? a : b))
    candidates.delete(key)
    found.push(best)
    const started = new Set(found.map(({ source }) => source))
    // Every path from a source that has been used turns off below; here only fresh sources are in question.
    if (found.filter(({ source }) => source === best.source).length === 1) {
      propose(
        bestFrom(
          sources.filter((source) => !started.has(source)),
          target,
          passable,
          new Set(),
          compiled,
        ),
      )
    }
    const passed = new Set<number>()
    let spur = best.source
    for (let length = 0; length < best.arcs.length; length++) {
      const root = best.arcs.slice(0, length)
      const turnings = found.filter(
        ({ source, arcs }) => source === best.source && root.every((arc, i) => arcs[i] === arc),
      )
      const without = passable.slice()
      for (const { arcs } of turnings) {
        const used = arcs[length]
        if (used !== undefined) without[used] = 0
      }
      const rest = bestFrom([spur], target, without, passed, compiled)
      propose(rest === null ? null : { source: best.source, arcs: [...root, ...rest.arcs] })
      passed.add(spur)
      spur = head[best.arcs[length] as number] as number
    }
  }
  return found
}

/** The first path in the order of AN10 over passable arcs that avoids some components. */
function bestFrom(
  sources: readonly number[],
  target: number,
  passable: Uint8Array,
  avoided: ReadonlySet<number>,
  { graph }: Compiled,
): Way | null {
  const distance = new Int32Array(graph.nodeCount).fill(-1)
  distance[target] = 0
  const queue = [target]
  for (const component of queue) {
    for (const arc of arcsInto(graph, component)) {
      const from = graph.tail[arc] as number
      if (passable[arc] === 0 || distance[from] !== -1 || avoided.has(from)) continue
      distance[from] = (distance[component] as number) + 1
      queue.push(from)
    }
  }
  const near = sources.filter((source) => distance[source] !== -1)
  const least = near.reduce((best, source) => Math.min(best, distance[source] as number), Infinity)
  const source = near.find((candidate) => distance[candidate] === least)
  if (source === undefined) return null
  const arcs: number[] = []
  for (let at = source; at !== target; ) {
    // Arcs come by (head, link), so that the first that leads nearer is the smallest.
    const arc = arcsOutOf(graph, at).find(
      (one) => passable[one] === 1 && distance[graph.head[one] as number] === (distance[at] as number) - 1,
    )
    if (arc === undefined) return null
    arcs.push(arc)
    at = graph.head[arc] as number
  }
  return { source, arcs }
}

function compareWays(a: Way, b: Way, { graph }: Compiled): number {
  if (a.arcs.length !== b.arcs.length) return a.arcs.length - b.arcs.length
  if (a.source !== b.source) return a.source - b.source
  const difference = (of: Int32Array) => {
    const turn = a.arcs.findIndex((arc, index) => of[arc] !== of[b.arcs[index] as number])
    return turn === -1 ? 0 : (of[a.arcs[turn] as number] as number) - (of[b.arcs[turn] as number] as number)
  }
  return difference(graph.head) || difference(graph.link)
}

function describe({ source, arcs }: Way, { graph, components, links }: Compiled): AttackPath {
  const idOf = (component: number | undefined) => components[component ?? -1]?.id ?? ''
  return {
    source: idOf(source),
    hops: arcs.length,
    path: [idOf(source), ...arcs.map((arc) => idOf(graph.head[arc]))],
    links: arcs.map((arc) => links[graph.link[arc] as number]?.id ?? ''),
  }
}
