import type { CoreResult, Exposure } from '../core/analysis/result.ts'
import { RATINGS } from '../core/model/terms.ts'

/** The result of the analysis by the records that it speaks of. Exposures of one record stand worst first. */
export type ResultIndex = Readonly<{
  held: ReadonlySet<string>
  targets: ReadonlySet<string>
  exposuresByRisk: ReadonlyMap<string, readonly Exposure[]>
  exposuresByTarget: ReadonlyMap<string, readonly Exposure[]>
  exposuresBySource: ReadonlyMap<string, readonly Exposure[]>
}>

/** By rating, taken before reached; equals keep their order. Linear, since there may be very many. */
export function worstFirst(exposures: readonly Exposure[]): readonly Exposure[] {
  const byWeight = group(
    exposures,
    ({ rating, kind }) => RATINGS.indexOf(rating) * 2 + Number(kind === 'taken'),
  )
  return [...byWeight.keys()].sort((a, b) => b - a).flatMap((weight) => byWeight.get(weight) ?? [])
}

const indexes = new WeakMap<CoreResult, ResultIndex>()

/** Made once per result, which is never changed in place. */
export function indexResult(result: CoreResult): ResultIndex {
  const known = indexes.get(result)
  if (known !== undefined) return known
  const exposures = worstFirst(result.exposures)
  const index: ResultIndex = {
    held: new Set(result.held),
    targets: new Set(result.targets),
    exposuresByRisk: group(exposures, ({ risk }) => risk),
    exposuresByTarget: group(exposures, ({ target }) => target),
    exposuresBySource: group(exposures, ({ source }) => source),
  }
  indexes.set(result, index)
  return index
}

function group<T, Key>(items: readonly T[], keyOf: (item: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const there = groups.get(key)
    if (there === undefined) groups.set(key, [item])
    else there.push(item)
  }
  return groups
}
