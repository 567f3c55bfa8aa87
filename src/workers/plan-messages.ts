import type { Remaining } from '../core/analysis/plan-remains.ts'
import type { AnalyseOptions, Plan } from '../core/analysis/result.ts'
import type { Model } from '../core/model/records.ts'

/** To the plan worker, once, with the normalised model: it works for one request and is then terminated, or before, to cancel. */
export type PlanRequest = Readonly<{ model: Model; options: AnalyseOptions }>

/**
 * From it: at once the best plan of the quick search with what remains whatever counts, and, where that is not proven
 * minimal already, after some seconds a last answer; or why there is none. A plan that has come stands all the same.
 */
export type PlanAnswer = Readonly<
  { plan: Plan; remains: readonly Remaining[]; final: boolean } | { failed: string }
>
