import type { AnalysisState } from './analysis-store.ts'

type Answer = Pick<AnalysisState, 'before' | 'result'>

/** The day that the answer has the board moved to, `YYYY-MM-DD`; null where it is of today. */
export const movedDayOf = ({ before, result }: Answer): string | null =>
  before === null || result === null || before.result.date === result.date ? null : result.date

/** Today, and never the day that the board is moved to; null before the first answer. */
export const todayOf = ({ before, result }: Answer): string | null => (before?.result ?? result)?.date ?? null
