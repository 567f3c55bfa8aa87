import classes from './rating-mark.module.css'

const STEPS = ['low', 'medium', 'high', 'critical'] as const

/** A rating by its word and by how many of five bars are filled; the first stands for no rating at all. */
export function RatingMark({ rating, word }: { rating: (typeof STEPS)[number]; word: string }) {
  const reached = STEPS.indexOf(rating) + 1
  return (
    <span className={classes.rating}>
      <svg width="19" height="13" viewBox="0 0 19 13" aria-hidden focusable={false}>
        {[0, 1, 2, 3, 4].map((step) => (
          <rect
            key={step}
            x={step * 4 + 0.5}
            y={9.5 - step * 2.2}
            width={2.4}
            height={3 + step * 2.2}
            rx={0.6}
            className={classes.bar}
            fill={step <= reached ? `var(--rf-risk-${reached})` : 'none'}
          />
        ))}
      </svg>
      <span>{word}</span>
    </span>
  )
}
