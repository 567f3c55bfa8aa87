import type { CoreResult } from '../core/analysis/result.ts'
import type { RecordPatch } from '../core/model/patch.ts'

/** To the analysis worker: what changed, and the date to judge by (`YYYY-MM-DD`). */
export type AnalysisRequest = Readonly<{ revision: number; patch: RecordPatch; date: string }>

/** From it: the answer for the newest revision it had when it began, or why there is none. */
export type AnalysisAnswer = Readonly<
  { revision: number; result: CoreResult } | { revision: number; failed: string }
>
