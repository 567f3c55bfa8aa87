import { useMemo, useState } from 'react'
import { useBoard } from '../../state/board-store.ts'
import { useReviews } from '../../state/review-store.ts'
import { DifferenceColumn } from './difference-column.tsx'
import { LapsesColumn } from './lapses-column.tsx'
import css from './review.module.css'
import { lastReview, newestFirst } from './review-words.ts'
import { ReviewBar } from './review-bar.tsx'
import { SignOffForm } from './sign-off-form.tsx'
import { SignOffList } from './sign-off-list.tsx'
import { useSince } from './use-since.ts'

/** Who agreed to what, whether it is still that, and what lapses next. */
export function ReviewPanel() {
  const reviews = useBoard((board) => board.model.reviews)
  const asked = useReviews((state) => state.asked)
  const newest = useMemo(() => newestFirst(reviews), [reviews])
  const compared = useSince(newest)
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = newest.find(({ id }) => id === chosen) ?? lastReview(newest)
  return (
    <div className={css.panel}>
      <ReviewBar />
      <div className={css.columns}>
        <section className={css.column} aria-label="Sign-offs">
          <header className={css.head}>
            <h2 className={css.title}>
              Sign-offs <span className={css.quiet}>{newest.length}</span>
            </h2>
          </header>
          <div className={css.body}>
            {asked !== null && <SignOffForm key={JSON.stringify(asked.scope)} scope={asked.scope} />}
            <SignOffList reviews={newest} compared={compared} shown={shown?.id ?? null} onShow={setChosen} />
          </div>
        </section>
        <DifferenceColumn
          review={shown}
          isLast={shown !== undefined && shown === lastReview(newest)}
          compared={shown === undefined ? undefined : compared.get(shown.id)}
        />
        <LapsesColumn />
      </div>
    </div>
  )
}
