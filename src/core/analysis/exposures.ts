import type { Compiled } from './compile.ts'
import { type Standing, sourcesOf } from './held.ts'
import type { ExposureKind } from './result.ts'
import { arcsTo, doorTo, type Search, searchSteps } from './search.ts'

/** One exposure (AN9) by indexes. `arcs` is its shown path (AN10), which starts at `source`. */
export type Finding = Readonly<{
  risk: number
  target: number
  kind: ExposureKind
  source: number
  arcs: readonly number[]
  /** The arc by which a weakness is entered; −1 for a foothold. */
  entry: number
}>

/** AN9 and AN10: the exposures, by risk, then target. One search for each distinct set of sources. */
export function findExposures(
  sourcesByRisk: readonly (readonly number[])[],
  standing: Standing,
  compiled: Compiled,
): Finding[] {
  const routesFrom = new Map<string, readonly Found[]>()
  return compiled.risks.flatMap(({ propagation }, risk) => {
    const sources = sourcesByRisk[risk] ?? []
    if (sources.length === 0) return []
    const key = sources.join()
    const found =
      routesFrom.get(key) ?? findTargets(searchSteps(sources, standing, compiled), standing, compiled)
    routesFrom.set(key, found)
    return found.map((exposure) => ({
      risk,
      ...exposure,
      entry: propagation === 'weakness' ? (standing.entry[exposure.source] as number) : -1,
    }))
  })
}

/** The sources of each risk, by its index (AN9). */
export const allSources = (standing: Standing, compiled: Compiled): number[][] =>
  compiled.risks.map((risk) => sourcesOf(risk, standing, compiled))

type Found = Pick<Finding, 'target' | 'kind' | 'source' | 'arcs'>

function findTargets(search: Search, standing: Standing, compiled: Compiled): Found[] {
  const { graph } = compiled
  const found: Found[] = []
  for (const target of compiled.targets) {
    if (search.rank[target] !== -1) {
      const arcs = arcsTo(target, search, compiled)
      found.push({ target, kind: 'taken', source: startOf(arcs, target, graph.tail), arcs })
      continue
    }
    const door = doorTo(target, search, standing, compiled)
    if (door === -1) continue
    const from = graph.tail[door] as number
    const arcs = arcsTo(from, search, compiled)
    found.push({ target, kind: 'reached', source: startOf(arcs, from, graph.tail), arcs: [...arcs, door] })
  }
  return found
}

const startOf = (arcs: readonly number[], end: number, tail: Int32Array): number =>
  arcs.length === 0 ? end : (tail[arcs[0] as number] as number)

/**
 * Only which exposures there are, for the many recomputations of AN12 and AN13: per (risk, target), in the order
 * risk × targets + target's place, one of `NONE`, `REACHED` and `TAKEN`.
 */
export function exposureStates(standing: Standing, compiled: Compiled): Uint8Array {
  const { risks, targets } = compiled
  const states = new Uint8Array(risks.length * targets.length)
  const rows = new Map<string, Uint8Array>()
  risks.forEach((risk, index) => {
    const sources = sourcesOf(risk, standing, compiled)
    if (sources.length === 0) return
    const key = sources.join()
    const row = rows.get(key) ?? statesFrom(sources, standing, compiled)
    rows.set(key, row)
    states.set(row, index * targets.length)
  })
  return states
}

const NONE = 0
export const REACHED = 1
export const TAKEN = 2

function statesFrom(sources: readonly number[], standing: Standing, compiled: Compiled): Uint8Array {
  const search = searchSteps(sources, standing, compiled)
  return Uint8Array.from(compiled.targets, (target) =>
    search.rank[target] !== -1 ? TAKEN : doorTo(target, search, standing, compiled) !== -1 ? REACHED : NONE,
  )
}
