import { create } from 'zustand'
import type { CoreResult } from '../core/analysis/result.ts'

/** The newest answer of the analysis worker. `failed` says why there is none for the board as it stands. */
export type AnalysisState = Readonly<{
  result: CoreResult | null
  running: boolean
  failed: string | null
  /** Starts the worker anew after a failure. */
  retry: () => void
}>

export const useAnalysis = create<AnalysisState>()(() => ({
  result: null,
  running: false,
  failed: null,
  retry: () => undefined,
}))
