import { isSameOutcome } from '../../core/analysis/review/outcome.ts'
import type { ReviewOutcome } from '../../core/model/records.ts'
import { figuresInWords, settingInWords } from './outcome-words.ts'
import css from './review.module.css'

type Props = Readonly<{ then: ReviewOutcome; now: ReviewOutcome | null }>

/** What the analysis came to within the scope when it was signed off, beside what it comes to now. */
export function OutcomeThen({ then, now }: Props) {
  return (
    <div className={css.outcome} role="group" aria-label="Outcome then and now">
      <dl>
        <Line term="Then" outcome={then} />
        {now !== null && <Line term="Now" outcome={now} />}
      </dl>
      {now !== null && !isSameOutcome(then, now) && (
        <p>The outcome has changed. The day, and what lies outside of the scope, can change it, too.</p>
      )}
    </div>
  )
}

function Line({ term, outcome }: Readonly<{ term: string; outcome: ReviewOutcome }>) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {figuresInWords(outcome)} <span className={css.quiet}>({settingInWords(outcome)})</span>
      </dd>
    </div>
  )
}
