import { useEffect, useState } from 'react'
import { contentOf } from '../../core/analysis/review/content.ts'
import { differenceSince, type SinceReview } from '../../core/analysis/review/difference.ts'
import type { Facts } from '../../core/analysis/review/scope.ts'
import type { Model, Review, ReviewScope } from '../../core/model/records.ts'
import { type AnalysisState, useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { exposureIn } from '../../state/shown-path.ts'

/** What the analysis says of the exposure of a scope on the board as it stands; undefined while it is not known. */
export function factsFor(scope: ReviewScope | null, analysis: AnalysisState): Facts | undefined {
  if (scope === null || !('risk' in scope)) return null
  const result = analysis.before?.result ?? analysis.result
  if (analysis.running || result === null) return undefined
  return exposureIn(result, scope) ?? null
}

/** Nothing is compared while edits follow each other faster than this. */
const REST_MS = 150

type Known = Readonly<{ model: Model; analysed: unknown; since: ReadonlyMap<string, SinceReview> }>

/**
 * What changed since each sign-off, by its id; those that are not compared yet are missing. One after the other and only at rest,
 * so that no edit waits for it.
 */
export function useSince(reviews: readonly Review[]): ReadonlyMap<string, SinceReview> {
  const model = useBoard((board) => board.model)
  const analysed = useAnalysis(({ running, before, result }) => (running ? null : (before?.result ?? result)))
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    const contents = new Map<string, string>()
    const since = new Map<string, SinceReview>()
    const waiting = [...reviews]
    let timer = setTimeout(next, REST_MS)
    function next() {
      const review = waiting.shift()
      if (review === undefined) return
      const facts = factsFor(review.scope, useAnalysis.getState())
      if (facts !== undefined) {
        since.set(review.id, compare(review, model, facts, contents))
        setKnown({ model, analysed, since: new Map(since) })
      }
      timer = setTimeout(next, 0)
    }
    return () => clearTimeout(timer)
  }, [reviews, model, analysed])
  // Nothing from before an edit is shown as if it spoke of what is now.
  return known !== null && known.model === model && known.analysed === analysed ? known.since : NONE
}

const NONE: ReadonlyMap<string, SinceReview> = new Map()

function compare(review: Review, model: Model, facts: Facts, contents: Map<string, string>): SinceReview {
  const key = JSON.stringify(review.scope)
  const now = contents.get(key) ?? contentOf(model, review.scope, facts)
  contents.set(key, now)
  return differenceSince(review, model, facts, now)
}
