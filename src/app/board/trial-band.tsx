import { Button } from '@mantine/core'
import { execute } from '../../commands/execute.ts'
import { discardTrial, keepTrial, openWhatIf } from '../../commands/trial.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { movedDayOf } from '../../state/moved-day.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { useTrial } from '../../state/trial-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { BandFigures } from './band-figures.tsx'
import { DayBand } from './day-band.tsx'
import css from './trial-band.module.css'

/** Over the canvas for as long as something is tried out, so that nobody takes what is drawn for the board as it stands. */
export function TrialBand() {
  const count = useTrial(({ switched }) => switched?.size ?? 0)
  const editable = useConnection(mayEdit)
  const isMoved = useTrial(({ day }) => day !== null)
  const painted = useAnalysis(movedDayOf)
  if (isMoved || painted !== null) return <DayBand />
  if (count === 0) return null
  return (
    <>
      <div className={css.frame} />
      <section className={css.band} aria-label="Trial">
        <Icon name="what-if" size={17} />
        <p className={css.words}>
          <button type="button" className={css.link} onClick={() => execute(openWhatIf)}>
            Trying {count} {count === 1 ? 'change' : 'changes'}
          </button>
          : <BandFigures /> <span className={css.quiet}>· nothing is saved</span>
        </p>
        <Button size="compact-sm" variant="default" onClick={() => execute(discardTrial)}>
          Discard
        </Button>
        {editable && (
          <Button size="compact-sm" onClick={() => execute(keepTrial)}>
            Keep…
          </Button>
        )}
      </section>
    </>
  )
}
