import { useId } from 'react'
import { execute } from '../../commands/execute.ts'
import { moveToDay } from '../../commands/move-board.ts'
import { backToToday } from '../../commands/day.ts'
import { useEnabled } from '../../commands/use-enabled.ts'
import { asPlannedOn } from '../../state/day-words.ts'
import { useTrial } from '../../state/trial-store.ts'
import css from './by-date.module.css'
import { stopOf } from './stops.ts'

/** Moves the whole board to one of the days on which anything changes; today comes first. */
export function DaySlider({ days, today }: { days: readonly string[]; today: string }) {
  const moved = useTrial(({ day }) => day)
  const isFree = useEnabled(moveToDay)
  const id = useId()
  const hint = `${id}-hint`
  const inWords = moved === null ? 'Today' : `${asPlannedOn(moved)}, not today`
  return (
    <div className={css.mover} data-moved={moved !== null || undefined}>
      <label htmlFor={id} className={css.moverLabel}>
        Move the board to
      </label>
      <input
        id={id}
        type="range"
        className={css.slider}
        min={0}
        max={days.length - 1}
        value={stopOf(days, moved)}
        disabled={!isFree}
        aria-valuetext={inWords}
        aria-describedby={hint}
        onChange={(event) => {
          const day = days[event.currentTarget.valueAsNumber]
          if (day !== undefined) execute(moveToDay, { day, today })
        }}
      />
      <output htmlFor={id} className={css.movedTo} aria-hidden>
        {moved ?? 'Today'}
      </output>
      <button
        type="button"
        className={css.back}
        disabled={moved === null}
        onClick={() => execute(backToToday)}
      >
        {backToToday.label}
      </button>
      <p id={hint} className={css.moverHint}>
        {isFree
          ? 'Only you see it, and nothing is saved.'
          : 'Keep or discard what is tried first: a board is either tried or moved.'}
      </p>
    </div>
  )
}
