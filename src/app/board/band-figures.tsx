import { useAnalysis } from '../../state/analysis-store.ts'
import { useTrialCounts } from '../../state/use-trial-counts.ts'
import { fromTo } from '../../ui/from-to.ts'
import css from './trial-band.module.css'

/** What is taken and reached on the board as it stands, and as it is shown. */
export function BandFigures() {
  const counts = useTrialCounts()
  const { failed, retry } = useAnalysis()
  if (counts !== null)
    return (
      <span>
        <b>{fromTo(counts.before.taken, counts.now.taken)}</b> taken,{' '}
        <b>{fromTo(counts.before.reached, counts.now.reached)}</b> reached
      </span>
    )
  if (failed === null) return <span aria-busy>…</span>
  return (
    <span>
      the analysis failed{' '}
      <button type="button" className={css.link} onClick={retry}>
        Try again
      </button>
    </span>
  )
}
