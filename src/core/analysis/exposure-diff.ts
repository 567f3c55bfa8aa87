import { RATINGS } from '../model/terms.ts'
import type { Exposure } from './result.ts'

/** One exposure before and after; null on the side where there is none. */
type Changed = Readonly<{ risk: string; target: string; before: Exposure | null; after: Exposure | null }>

/** What makes the exposures of one model those of another, each list by risk, then target. */
export type ExposureDiff = Readonly<{
  out: readonly Changed[]
  /** No longer taken but reached, or the same with a lower rating. */
  eased: readonly Changed[]
  back: readonly Changed[]
  worse: readonly Changed[]
}>

/** Exposures as the engine gives them, each pair of risk and target once at most. */
export function diffExposures(before: readonly Exposure[], after: readonly Exposure[]): ExposureDiff {
  const keyOf = ({ risk, target }: Exposure) => `${risk} ${target}`
  const left = new Map(before.map((exposure) => [keyOf(exposure), exposure]))
  const diff: { [List in keyof ExposureDiff]: Changed[] } = { out: [], eased: [], back: [], worse: [] }
  for (const now of after) {
    const was = left.get(keyOf(now)) ?? null
    left.delete(keyOf(now))
    const change = was === null ? 1 : weight(now) - weight(was)
    if (change === 0) continue
    const list = was === null ? diff.back : change > 0 ? diff.worse : diff.eased
    list.push({ risk: now.risk, target: now.target, before: was, after: now })
  }
  for (const was of left.values())
    diff.out.push({ risk: was.risk, target: was.target, before: was, after: null })
  return diff
}

/** Who gets in weighs more than any rating. */
const weight = ({ kind, rating }: Exposure): number =>
  (kind === 'taken' ? RATINGS.length : 0) + RATINGS.indexOf(rating)

/** What has become of it: `taken`, `taken → reached`, `critical → high`. */
export function changeInWords({ before, after }: Changed): string {
  if (before === null || after === null) return (before ?? after)?.kind ?? ''
  if (before.kind !== after.kind) return `${before.kind} → ${after.kind}`
  return `${before.rating} → ${after.rating}`
}
