import { useEffect, useState } from 'react'
import { contentOf, prepareRecords } from '../../core/analysis/review/content.ts'
import { differenceSince, type SinceReview } from '../../core/analysis/review/difference.ts'
import { outcomeOf } from '../../core/analysis/review/outcome.ts'
import type { Facts } from '../../core/analysis/review/scope.ts'
import { storedIn } from '../../core/analysis/review/stored.ts'
import type { Model, Review, ReviewOutcome, ReviewScope } from '../../core/model/records.ts'
import { type AnalysisState, useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { exposureIn } from '../../state/shown-path.ts'
import { inSteps } from './in-steps.ts'

/** What the analysis says of the exposure of a scope on the board as it stands; undefined while it is not known. */
export function factsFor(scope: ReviewScope | null, analysis: AnalysisState): Facts | undefined {
  if (scope === null || !('risk' in scope)) return null
  const result = analysis.before?.result ?? analysis.result
  if (analysis.running || result === null) return undefined
  return exposureIn(result, scope) ?? null
}

/** What the analysis comes to within a scope on the board as it stands; undefined while it is not known, null where it never is. */
export function outcomeFor(
  scope: ReviewScope | null,
  analysis: AnalysisState,
): ReviewOutcome | null | undefined {
  if (analysis.failed !== null) return null
  const result = analysis.before?.result ?? analysis.result
  return analysis.running || result === null ? undefined : outcomeOf(scope, result)
}

/** Nothing is compared while edits follow each other faster than this. */
const REST_MS = 150

/** A sign-off beside the board as it stands: what changed of its content, and what the analysis comes to in its scope now. */
export type Compared = Readonly<{ since: SinceReview; outcome: ReviewOutcome | null }>

type Known = Readonly<{ model: Model; analysed: unknown; compared: ReadonlyMap<string, Compared> }>

/**
 * Each sign-off beside the board as it stands, by its id; those that are not compared yet are missing. One after the other and
 * only at rest, so that no edit waits for it.
 */
export function useSince(reviews: readonly Review[]): ReadonlyMap<string, Compared> {
  const model = useBoard((board) => board.model)
  const analysed = useAnalysis(({ running, before, result }) => (running ? null : (before?.result ?? result)))
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    const contentIn = perScope((scope, facts: Facts) => contentOf(model, scope, facts))
    const outcomeIn = perScope((scope) => outcomeFor(scope, useAnalysis.getState()) ?? null)
    const compared = new Map<string, Compared>()
    function* compareEach() {
      if (reviews.length > 0) yield* prepareRecords(model)
      for (const review of reviews) {
        const { id, scope } = review
        const facts = factsFor(scope, useAnalysis.getState())
        if (facts === undefined) continue
        storedIn(review)
        yield
        const content = contentIn(scope, facts)
        yield
        const since = differenceSince(review, model, facts, content)
        compared.set(id, { since, outcome: review.outcome === null ? null : outcomeIn(scope) })
        setKnown({ model, analysed, compared: new Map(compared) })
        yield
      }
    }
    let stop = () => clearTimeout(rest)
    const rest = setTimeout(() => {
      stop = inSteps(compareEach())
    }, REST_MS)
    return () => stop()
  }, [reviews, model, analysed])
  // Nothing from before an edit is shown as if it spoke of what is now.
  return known !== null && known.model === model && known.analysed === analysed ? known.compared : NONE
}

const NONE: ReadonlyMap<string, Compared> = new Map()

/** What is made of a scope, once for all of its sign-offs. */
function perScope<T, More extends readonly unknown[]>(
  make: (scope: ReviewScope | null, ...more: More) => T,
): (scope: ReviewScope | null, ...more: More) => T {
  const made = new Map<string, T>()
  return (scope, ...more) => {
    const key = JSON.stringify(scope)
    if (!made.has(key)) made.set(key, make(scope, ...more))
    return made.get(key) as T
  }
}
