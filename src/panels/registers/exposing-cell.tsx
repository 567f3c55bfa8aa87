import { RatingMark } from '../../ui/rating-mark.tsx'
import { RATING_WORDS } from '../../ui/words.ts'
import type { Exposing } from './register-rows.ts'
import css from './registers.module.css'

/** The worst rating and how many critical functions are taken and reached. */
export function ExposingCell({ exposing }: { exposing: Exposing | null }) {
  if (exposing === null) return <span className={css.muted}>…</span>
  const { worst, taken, reached } = exposing
  if (worst === null) return <span className={css.muted}>Nothing</span>
  const figures = [taken > 0 ? `${taken} taken` : '', reached > 0 ? `${reached} reached` : ''].filter(Boolean)
  return (
    <span className={css.figures}>
      <RatingMark rating={worst.rating} word={RATING_WORDS[worst.rating].label} />
      <small>{figures.join(', ')}</small>
    </span>
  )
}
