import type { Normalised } from '../../model/normalise.ts'
import { makeEngine } from '../analyse.ts'
import { type BoardResult, boardResult } from '../board-result.ts'
import type { AnalyseOptions } from '../result.ts'

/** What a page would have of a board. */
export const answerFor = (normalised: Normalised, options: AnalyseOptions): BoardResult =>
  boardResult(makeEngine()(normalised.model, options).outcome, normalised)
