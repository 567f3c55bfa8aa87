import { analyseCore } from '../core/analysis/analyse.ts'
import { normalise } from '../core/model/normalise.ts'
import { applyPatch, emptyCopy, modelOfCopy } from '../core/model/patch.ts'
import type { AnalysisAnswer, AnalysisRequest } from './analysis-messages.ts'

/** Keeps its own copy of the records, up to date by patches, and answers for the newest only. */
const copy = emptyCopy()
let newest: AnalysisRequest | null = null

self.addEventListener('message', (event: MessageEvent<AnalysisRequest>) => {
  applyPatch(copy, event.data.patch)
  // Requests that are already waiting are taken in before the answer is begun: a task of its own runs after them.
  if (newest === null) setTimeout(answer, 0)
  newest = event.data
})

function answer(): void {
  if (newest === null) return
  const { revision, date } = newest
  newest = null
  self.postMessage(answerFor(revision, date))
}

function answerFor(revision: number, date: string): AnalysisAnswer {
  try {
    return { revision, result: analyseCore(normalise(modelOfCopy(copy)), { date }) }
  } catch (error) {
    return { revision, failed: error instanceof Error ? error.message : String(error) }
  }
}
