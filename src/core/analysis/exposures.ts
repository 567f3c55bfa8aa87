import type { Compiled } from './compile.ts'
import { type Standing, sourcesOf } from './held.ts'
import { holdWithin } from './limits.ts'
import { endOf, makeSearch, type Search } from './search.ts'
import { SOURCE } from './ways.ts'

/**
 * The exposures (AN9) as columns, by risk, then target, by the numbers of records. The shown path of exposure i (AN10) is
 * arcs[pathStart[i]] … arcs[pathStart[i + 1] − 1] and starts at `source`.
 */
export type Exposures = Readonly<{
  count: number
  risk: Int32Array
  target: Int32Array
  /** `TAKEN` or `REACHED`. */
  state: Uint8Array
  source: Int32Array
  /** The arc by which a weakness is entered; −1 for a foothold. */
  entry: Int32Array
  pathStart: Int32Array
  arcs: Int32Array
}>

export const NONE = 0
export const REACHED = 1
export const TAKEN = 2

/** The sources of each risk (AN9). Risks with the same ones share them: `of[risk]` is a place in `sets`, −1 for none. */
export type SourceSets = Readonly<{ sets: readonly Int32Array[]; of: Int32Array }>

export function findSourceSets(standing: Standing, compiled: Compiled): SourceSets {
  const sets: Int32Array[] = []
  const of = new Int32Array(compiled.risks.length).fill(-1)
  const alike = new Map<number, number[]>()
  compiled.risks.forEach((risk, index) => {
    const sources = sourcesOf(risk, standing, compiled)
    if (sources.length === 0) return
    const known = alike.get(hash(sources)) ?? []
    let place = known.find((set) => equal(sets[set] as Int32Array, sources))
    if (place === undefined) {
      place = sets.push(sources) - 1
      alike.set(hash(sources), [...known, place])
    }
    of[index] = place
  })
  return { sets, of }
}

/** FNV-1a, over whole numbers instead of bytes. */
function hash(numbers: Int32Array): number {
  let value = 0x811c9dc5
  for (let i = 0; i < numbers.length; i++) value = Math.imul(value ^ (numbers[i] as number), 0x01000193)
  return value
}

const equal = (a: Int32Array, b: Int32Array): boolean =>
  a.length === b.length && a.every((number, index) => number === b[index])

/** AN9 and AN10. One search for each distinct set of sources. Throws `TooLarge`. */
export function findExposures(
  { sets, of }: SourceSets,
  standing: Standing,
  compiled: Compiled,
  most?: number,
): Exposures {
  const search = makeSearch(standing, compiled)
  const users = new Int32Array(sets.length)
  for (const set of of) if (set !== -1) users[set] = (users[set] as number) + 1
  let [count, steps] = [0, 0]
  const found = sets.map((sources, set) => {
    const each = findTargets(search(sources), standing, compiled)
    count += (users[set] as number) * each.target.length
    steps += (users[set] as number) * each.arcs.length
    holdWithin('exposures', count, most)
    holdWithin('steps', steps)
    return each
  })
  const all = {
    count,
    risk: new Int32Array(count),
    target: new Int32Array(count),
    state: new Uint8Array(count),
    source: new Int32Array(count),
    entry: new Int32Array(count).fill(-1),
    pathStart: new Int32Array(count + 1),
    arcs: new Int32Array(steps),
  }
  let [next, nextArc] = [0, 0]
  of.forEach((set, risk) => {
    const each = found[set]
    if (each === undefined) return
    all.risk.fill(risk, next, next + each.target.length)
    all.target.set(each.target, next)
    all.state.set(each.state, next)
    all.source.set(each.source, next)
    all.arcs.set(each.arcs, nextArc)
    const weakness = compiled.risks[risk]?.propagation === 'weakness'
    for (let i = 0; i < each.target.length; i++) {
      if (weakness) all.entry[next + i] = standing.entry[each.source[i] as number] as number
      all.pathStart[next + i + 1] = nextArc + (each.pathEnd[i] as number)
    }
    next += each.target.length
    nextArc += each.arcs.length
  })
  return all
}

/** What is found from one set of sources, with `arcs` up to `pathEnd`. */
type Found = Readonly<{
  target: Int32Array
  state: Uint8Array
  source: Int32Array
  pathEnd: Int32Array
  arcs: Int32Array
}>

function findTargets(search: Search, { ways }: Standing, compiled: Compiled): Found {
  const { targets, graph, nearby } = compiled
  const { last } = search
  const found = {
    target: new Int32Array(targets.length),
    state: new Uint8Array(targets.length),
    source: new Int32Array(targets.length),
    pathEnd: new Int32Array(targets.length),
  }
  let arcs = new Int32Array(4 * targets.length)
  let length = 0
  let count = 0
  for (let i = 0; i < targets.length; i++) {
    const target = targets[i] as number
    let at = endOf(i, search, compiled)
    if (at === -1) continue
    const state = at < graph.nodeCount ? TAKEN : REACHED
    let end = length
    for (let way = last[at] as number; way !== SOURCE; way = last[ways.tail[way] as number] as number) end++
    if (end > arcs.length) {
      holdWithin('steps', end)
      const larger = new Int32Array(2 * end)
      larger.set(arcs)
      arcs = larger
    }
    for (let place = end; place > length; ) {
      const way = last[at] as number
      arcs[--place] = ways.arc[way] as number
      at = ways.tail[way] as number
    }
    length = end
    found.target[count] = target
    found.state[count] = state
    found.source[count] = nearby.node[at] as number
    found.pathEnd[count++] = length
  }
  return {
    target: found.target.subarray(0, count),
    state: found.state.subarray(0, count),
    source: found.source.subarray(0, count),
    pathEnd: found.pathEnd.subarray(0, count),
    arcs: arcs.subarray(0, length),
  }
}
