import { Button } from '@mantine/core'
import { execute } from '../../commands/execute.ts'
import { discardTrial, keepTrial, openWhatIf } from '../../commands/trial.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { useTrial } from '../../state/trial-store.ts'
import { useTrialCounts } from '../../state/use-trial-counts.ts'
import { fromTo } from '../../ui/from-to.ts'
import { Icon } from '../../ui/icon.tsx'
import css from './trial-band.module.css'

/** Over the canvas for as long as something is tried out, so that nobody takes what is drawn for the board as it stands. */
export function TrialBand() {
  const count = useTrial(({ switched }) => switched?.size ?? 0)
  const counts = useTrialCounts()
  const { failed, retry } = useAnalysis()
  const editable = useConnection(mayEdit)
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
          :{' '}
          {counts !== null ? (
            <span>
              <b>{fromTo(counts.before.taken, counts.now.taken)}</b> taken,{' '}
              <b>{fromTo(counts.before.reached, counts.now.reached)}</b> reached
            </span>
          ) : failed === null ? (
            <span aria-busy>…</span>
          ) : (
            <span>
              the analysis failed{' '}
              <button type="button" className={css.link} onClick={retry}>
                Try again
              </button>
            </span>
          )}{' '}
          <span className={css.quiet}>· nothing is saved</span>
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
