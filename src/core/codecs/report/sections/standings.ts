import { contentOf } from '../../../analysis/review/content.ts'
import { differenceSince, type SinceReview } from '../../../analysis/review/difference.ts'
import { outcomeOf } from '../../../analysis/review/outcome.ts'
import type { Facts } from '../../../analysis/review/scope.ts'
import { compareCodeUnits } from '../../../model/order.ts'
import type { Review, ReviewOutcome, ReviewScope } from '../../../model/records.ts'
import type { Grounds } from '../grounds.ts'

/** A sign-off beside the board as it stands. */
export type Standing = Readonly<{
  review: Review
  state: SinceReview['state'] | 'withdrawn'
  since: SinceReview
  /** What the analysis comes to in its scope now; null where that is not known or not kept in figures. */
  now: ReviewOutcome | null
}>

const made = new WeakMap<Grounds, readonly Standing[]>()

/** All sign-offs, the newest first; compared once, for several sections speak of them. */
export function standingsOf(grounds: Grounds): readonly Standing[] {
  let standings = made.get(grounds)
  if (standings === undefined) made.set(grounds, (standings = compareAll(grounds)))
  return standings
}

function compareAll({ model, analysed }: Grounds): readonly Standing[] {
  const factsOf = (scope: ReviewScope | null): Facts =>
    scope !== null && 'risk' in scope
      ? (analysed?.result.exposures.find(
          ({ risk, target }) => risk === scope.risk && target === scope.target,
        ) ?? null)
      : null
  const contentIn = perScope((scope) => contentOf(model, scope, factsOf(scope)))
  const outcomeIn = perScope((scope) => (analysed === null ? null : outcomeOf(scope, analysed.result)))
  return model.reviews
    .toSorted((a, b) => compareCodeUnits(b.at ?? '', a.at ?? '') || compareCodeUnits(a.id, b.id))
    .map((review) => {
      const { scope, withdrawn, outcome } = review
      // Without an analysis nobody can say whether an exposure is still what was signed.
      const isBlind = analysed === null && scope !== null && 'risk' in scope
      const since: SinceReview = isBlind
        ? { state: 'unverifiable' }
        : differenceSince(review, model, factsOf(scope), contentIn(scope))
      return {
        review,
        since,
        state: withdrawn === null ? since.state : 'withdrawn',
        now: outcome === null ? null : outcomeIn(scope),
      }
    })
}

/** What is made of a scope, once for all of its sign-offs. */
function perScope<T>(make: (scope: ReviewScope | null) => T): (scope: ReviewScope | null) => T {
  const known = new Map<string, T>()
  return (scope) => {
    const key = JSON.stringify(scope)
    if (!known.has(key)) known.set(key, make(scope))
    return known.get(key) as T
  }
}
