import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { execute, getHost } from '../../commands/execute.ts'
import { focusExposure } from '../../commands/exposure.ts'
import { discardTrial, keepTrial } from '../../commands/trial.ts'
import { noFigure, useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { useSelection } from '../../state/selection-store.ts'
import { useTrial } from '../../state/trial-store.ts'
import { useTrialCounts } from '../../state/use-trial-counts.ts'
import { fromTo } from '../../ui/from-to.ts'
import { Icon } from '../../ui/icon.tsx'
import { changeInWords, diffExposures, type ExposureDiff } from '../../core/analysis/exposure-diff.ts'
import css from './what-if.module.css'

/** What is tried, before and after, and what that does to exposures. */
export function TrialSection() {
  const count = useTrial(({ switched }) => switched?.size ?? 0)
  const editable = useConnection(mayEdit)
  if (count === 0) {
    return (
      <section className={css.section} aria-label="What would change">
        <h2 className={css.title}>Nothing is tried</h2>
        <p className={css.quiet}>
          Switch mitigations on or off to see what would change. Only you see it, and nothing is saved until
          you keep it.
        </p>
      </section>
    )
  }
  return (
    <section className={css.section} aria-label="What would change" data-on="">
      <div className={css.head}>
        <h2 className={css.title}>
          Trying {count} {count === 1 ? 'change' : 'changes'}
        </h2>
        <Button size="compact-xs" variant="default" onClick={() => execute(discardTrial)}>
          Discard
        </Button>
        {editable && (
          <Button size="compact-xs" onClick={() => execute(keepTrial)}>
            Keep…
          </Button>
        )}
      </div>
      {!editable && <p className={css.quiet}>You may look at this board but not change it.</p>}
      <Figures />
      <Differences />
    </section>
  )
}

const FIGURES = ['held', 'taken', 'reached'] as const

function Figures() {
  const counts = useTrialCounts()
  const none = useAnalysis(noFigure)
  return (
    <dl className={css.figures}>
      {FIGURES.map((of) => {
        const by = counts === null ? 0 : counts.now[of] - counts.before[of]
        return (
          <div key={of} className={css.figure}>
            <dt>
              <Icon name={of} size={14} /> {of}
            </dt>
            <dd>
              {counts === null ? none : fromTo(counts.before[of], counts.now[of])}
              {by !== 0 && (
                <small>
                  <Icon name={by < 0 ? 'descending' : 'ascending'} size={12} />
                  {Math.abs(by)} {by < 0 ? 'fewer' : 'more'}
                </small>
              )}
              {counts !== null && by === 0 && <small>unchanged</small>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const LISTS: readonly Readonly<{ of: keyof ExposureDiff; label: string; icon: string }>[] = [
  { of: 'worse', label: 'Worsened', icon: 'warning' },
  { of: 'back', label: 'Came back', icon: 'add' },
  { of: 'out', label: 'Went out', icon: 'check' },
  { of: 'eased', label: 'Eased', icon: 'descending' },
]
const SHOWN = 100

function Differences() {
  const before = useAnalysis((analysis) => analysis.before?.result ?? null)
  const result = useAnalysis((analysis) => analysis.result)
  const isAnswered = useTrialCounts() !== null
  const diff = useMemo(
    () => (before === null || result === null ? null : diffExposures(before.exposures, result.exposures)),
    [before, result],
  )
  if (diff === null || !isAnswered) return null
  if (LISTS.every(({ of }) => diff[of].length === 0))
    return <p className={css.quiet}>No exposure changes by it.</p>
  return (
    <>
      {LISTS.filter(({ of }) => diff[of].length > 0).map(({ of, label, icon }) => (
        <DifferenceList key={of} label={label} icon={icon} changed={diff[of]} />
      ))}
    </>
  )
}

function DifferenceList(props: { label: string; icon: string; changed: ExposureDiff['out'] }) {
  const { label, icon, changed } = props
  const model = useBoard((board) => board.model)
  const shown = useSelection((selection) => selection.exposure)
  const [most, setMost] = useState(SHOWN)
  return (
    <>
      <h3 className={css.subtitle}>
        <Icon name={icon} size={14} /> {label} ({changed.length})
      </h3>
      <ul className={css.changed} aria-label={label}>
        {changed.slice(0, most).map((each) => (
          <li key={`${each.risk} ${each.target}`}>
            <button
              type="button"
              className={css.change}
              aria-pressed={each.risk === shown?.risk && each.target === shown.target}
              onClick={() => {
                execute(focusExposure, { risk: each.risk, target: each.target })
                getHost()?.canvas?.reveal((each.after ?? each.before)?.path ?? [])
              }}
            >
              <span className={css.changedName}>
                {nameOf(model, each.target)} <span className={css.quiet}>{nameOf(model, each.risk)}</span>
              </span>
              <span className={css.quiet}>{changeInWords(each)}</span>
            </button>
          </li>
        ))}
      </ul>
      {changed.length > most && (
        <button type="button" className={css.link} onClick={() => setMost(most + 10 * SHOWN)}>
          Show {Math.min(10 * SHOWN, changed.length - most)} more
        </button>
      )}
    </>
  )
}
