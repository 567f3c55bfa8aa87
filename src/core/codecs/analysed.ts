import { analyseCore } from '../analysis/analyse.ts'
import { TooLarge } from '../analysis/limits.ts'
import type { CoreResult, Routes } from '../analysis/result.ts'
import type { Model } from '../model/records.ts'

/** What a writer shows of a normalised model; the reason, for a person, where that would be out of all proportion. */
export function analysed(model: Model, date: string): (CoreResult & Readonly<{ routes: Routes }>) | string {
  try {
    return analyseCore({ model, setAside: [] }, { date })
  } catch (error) {
    if (error instanceof TooLarge) return error.message
    throw error
  }
}
