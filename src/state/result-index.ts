import type { CoreResult, CoverageInstance, Exposure } from '../core/analysis/result.ts'
import { RATINGS } from '../core/model/terms.ts'

/** The result of the analysis by the records that it speaks of. Exposures of one record stand worst first. */
export type ResultIndex = Readonly<{
  held: ReadonlySet<string>
  targets: ReadonlySet<string>
  exposuresByRisk: ReadonlyMap<string, readonly Exposure[]>
  exposuresByTarget: ReadonlyMap<string, readonly Exposure[]>
  exposuresBySource: ReadonlyMap<string, readonly Exposure[]>
  coverageByRisk: ReadonlyMap<string, readonly CoverageInstance[]>
}>

const indexes = new WeakMap<CoreResult, ResultIndex>()

/** Made once per result, which is never changed in place. */
export function indexResult(result: CoreResult): ResultIndex {
  const known = indexes.get(result)
  if (known !== undefined) return known
  const weight = ({ rating, kind }: Exposure) => RATINGS.indexOf(rating) * 2 + (kind === 'taken' ? 1 : 0)
  const exposures = result.exposures.toSorted((a, b) => weight(b) - weight(a))
  const index: ResultIndex = {
    held: new Set(result.held),
    targets: new Set(result.targets),
    exposuresByRisk: group(exposures, ({ risk }) => risk),
    exposuresByTarget: group(exposures, ({ target }) => target),
    exposuresBySource: group(exposures, ({ source }) => source),
    coverageByRisk: group(result.coverage.instances, ({ risk }) => risk),
  }
  indexes.set(result, index)
  return index
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const there = groups.get(key)
    if (there === undefined) groups.set(key, [item])
    else there.push(item)
  }
  return groups
}
