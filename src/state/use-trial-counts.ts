import type { Counts } from '../core/analysis/result.ts'
import { useAnalysis } from './analysis-store.ts'
import { isSupposed, useTrial } from './trial-store.ts'
import { useLate } from './use-late.ts'

/** The board as it stands, and with what is tried out or moved to another day; null while it is not, or not answered yet. */
export function useTrialCounts(): Readonly<{ before: Counts; now: Counts }> | null {
  const isElsewhere = useTrial(isSupposed)
  const before = useAnalysis((analysis) => analysis.before?.result.counts ?? null)
  const now = useAnalysis((analysis) => analysis.result?.counts ?? null)
  const late = useLate(useAnalysis(({ running }) => running))
  return isElsewhere && !late && before !== null && now !== null ? { before, now } : null
}
