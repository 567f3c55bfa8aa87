import { Button } from '@mantine/core'
import { backToToday, openByDate } from '../../commands/day.ts'
import { execute } from '../../commands/execute.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { asPlannedOn } from '../../state/day-words.ts'
import { movedDayOf } from '../../state/moved-day.ts'
import { useTrial } from '../../state/trial-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { BandFigures } from './band-figures.tsx'
import css from './trial-band.module.css'

/** Over the canvas for as long as the board is moved to a day, also while the way back to today is still being worked out. */
export function DayBand() {
  const moved = useTrial(({ day }) => day)
  const painted = useAnalysis(movedDayOf)
  const day = moved ?? painted
  if (day === null) return null
  return (
    <>
      <div className={css.frame} />
      <section className={css.band} aria-label="Projection">
        <Icon name="plan" size={17} />
        <p className={css.words}>
          <button type="button" className={css.link} onClick={() => execute(openByDate)}>
            {asPlannedOn(day)}
          </button>{' '}
          – <b>not today</b>: <BandFigures />
        </p>
        <Button size="compact-sm" disabled={moved === null} onClick={() => execute(backToToday)}>
          Back to today
        </Button>
      </section>
    </>
  )
}
