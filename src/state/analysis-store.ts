import { create } from 'zustand'
import type { Questions } from '../core/analysis/questions.ts'
import type { BoardResult } from '../core/analysis/board-result.ts'
import type { Remaining } from '../core/analysis/plan-remains.ts'
import type { Changes, ChokeCounts, Plan, Routes } from '../core/analysis/result.ts'

/**
 * What the analysis worker has answered, tier by tier, for the newest edit that it has seen. Everything that has not come
 * yet for that edit is null: nothing here is ever from before. While something is tried out (`trial-store.ts`), all of it
 * speaks of the board with that, and `before` of the board as it stands.
 */
export type AnalysisState = Readonly<{
  result: BoardResult | null
  routes: Routes | null
  /** AN12: the links of the separating set. */
  separatingSet: readonly string[] | null
  /** AN12. */
  chokePoints: ChokeCounts | null
  /** AN13: what each mitigation would clear alone, and which bear load. */
  changes: Changes | null
  before: Readonly<{ result: BoardResult; routes: Routes | null }> | null
  /** The one thing here that outlives an edit, and says so. */
  plan: PlanState
  /** Looks for a plan for the board as it stands, with what is tried out, in place of the one there is. */
  suggestPlan: () => void
  /** Something is under way that takes longer than a moment; `share` 0 to 1. */
  progress: Readonly<{ part: AnalysisPart; share: number }> | null
  /** The newest edit has no first answer yet. */
  running: boolean
  /** Why there is no answer for the board as it stands. */
  failed: string | null
  /** Starts the worker anew after a failure. */
  retry: () => void
  /** Asks the worker. Rejects where it fails or is started anew. */
  ask: Ask
}>

type AnalysisPart = 'routes' | 'separatingSet' | 'changes' | 'chokePoints'

export type Ask = <Of extends keyof Questions>(
  question: Readonly<{ of: Of }> & Questions[Of]['asked'],
) => Promise<Questions[Of]['answer']>

/** AN13. `searching` may already have a plan: the best one found so far, with its bound, while a proof is sought. */
export type PlanState = Readonly<{
  searching: boolean
  plan: Plan | null
  /** What stays taken though all that could count did. */
  remains: readonly Remaining[]
  failed: string | null
  /** It is for the board, and what was tried, as they were before they changed in what a plan hangs on. */
  isOld: boolean
}>

export const NO_PLAN: PlanState = { searching: false, plan: null, remains: [], failed: null, isOld: false }

/** What stands in place of a figure: it is coming, or there is none. */
export const noFigure = ({ failed }: AnalysisState): string => (failed === null ? '…' : '–')

export const useAnalysis = create<AnalysisState>()(() => ({
  result: null,
  routes: null,
  separatingSet: null,
  chokePoints: null,
  changes: null,
  before: null,
  plan: NO_PLAN,
  suggestPlan: () => undefined,
  progress: null,
  running: false,
  failed: null,
  retry: () => undefined,
  ask: () => Promise.reject(new Error('No board is open.')),
}))
