import type { Tally } from '../../core/codecs/report.ts'
import { type OutputId, outputById } from '../../core/codecs/outputs.ts'
import css from './exchange.module.css'
import { StageProgress } from './stage-progress.tsx'

export type Outcome =
  | Readonly<{ step: 'choosing' }>
  | Readonly<{ step: 'busy'; stage: string }>
  | Readonly<{ step: 'done'; output: OutputId; tallies: readonly Tally[]; remarks: readonly string[] }>
  | Readonly<{ step: 'failed'; reason: string }>

const STAGES: Readonly<Record<string, string>> = {
  sending: 'Taking the board as it is now…',
  analysing: 'Analysing…',
  drawing: 'Drawing…',
  writing: 'Writing…',
}

/** What becomes of an export: how far it is, what the format could not hold, or why there is none. */
export function ExportOutcome({ state }: { state: Outcome }) {
  if (state.step === 'busy') {
    return (
      <div className={css.busy} role="status">
        <StageProgress label="Exporting" stages={STAGES} stage={state.stage} />
      </div>
    )
  }
  if (state.step === 'failed') {
    return (
      <p role="alert" className={css.refusedHead}>
        {state.reason}
      </p>
    )
  }
  if (state.step === 'choosing') return null
  const lost = state.tallies.filter(({ changed, dropped }) => changed + dropped > 0)
  return (
    <div role="status">
      <p>
        {outputById(state.output)?.name ?? state.output} downloaded.
        {lost.length === 0 && state.tallies.length > 0 && ' Every record is in it.'}
      </p>
      {state.remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      {lost.length > 0 && (
        <ul className={css.notes}>
          {lost.map(({ what, changed, dropped }) => (
            <li key={what}>
              {what}:{' '}
              {[changed > 0 ? `${changed} changed` : '', dropped > 0 ? `${dropped} left out` : '']
                .filter(Boolean)
                .join(', ')}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
