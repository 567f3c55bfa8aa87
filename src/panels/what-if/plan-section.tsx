import { Button } from '@mantine/core'
import { useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { focusExposure } from '../../commands/exposure.ts'
import { suggestPlan, tryPlan } from '../../commands/trial.ts'
import type { Remaining } from '../../core/analysis/plan-remains.ts'
import type { Plan } from '../../core/analysis/result.ts'
import { recordIn } from '../../core/model/lookup.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { useSelection } from '../../state/selection-store.ts'
import { setView } from '../../state/view-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { planInWords, proofInWords } from './plan-words.ts'
import css from './what-if.module.css'

const FIRST_SHOWN = 100

/** The cheapest way to clear what can be cleared, looked for on request. */
export function PlanSection() {
  const { searching, plan, remains, failed } = useAnalysis((analysis) => analysis.plan)
  const hasResult = useAnalysis((analysis) => analysis.result !== null)
  return (
    <section className={css.section} aria-label="Suggested plan" aria-busy={searching}>
      <div className={css.head}>
        <h2 className={css.title}>Suggested plan</h2>
        {plan === null && !searching && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<Icon name="plan" size={14} />}
            disabled={!hasResult}
            onClick={() => execute(suggestPlan)}
          >
            Suggest a plan
          </Button>
        )}
        {plan !== null && plan.mitigations.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => execute(tryPlan)}>
            Try this plan
          </Button>
        )}
      </div>
      <p role="status" className={css.quiet}>
        {stateInWords(searching, plan, failed)}
      </p>
      {plan !== null && <Steps plan={plan} searching={searching} />}
      {remains.length > 0 && <Remains remains={remains} />}
    </section>
  )
}

function stateInWords(searching: boolean, plan: Plan | null, failed: string | null): string {
  if (failed !== null) return `No plan could be found: ${failed}`
  if (searching) return plan === null ? 'Searching…' : 'The best so far; still looking for less, or a proof…'
  if (plan !== null) return planInWords(plan)
  return 'The least effort that clears every taken exposure that mitigations of this board can clear.'
}

/** What stays taken though all that could count did: for these a new mitigation is wanted. */
function Remains({ remains }: { remains: readonly Remaining[] }) {
  const model = useBoard((board) => board.model)
  const shown = useSelection((selection) => selection.exposure)
  const [most, setMost] = useState(FIRST_SHOWN)
  return (
    <>
      <h3 className={css.subtitle}>
        <Icon name="taken" size={14} /> Would remain ({remains.length})
      </h3>
      <ul className={css.changed} aria-label="Would remain">
        {remains.slice(0, most).map(({ risk, target }) => (
          <li key={`${risk} ${target}`}>
            <button
              type="button"
              className={css.change}
              aria-pressed={risk === shown?.risk && target === shown.target}
              onClick={() => execute(focusExposure, { risk, target })}
            >
              <span className={css.changedName}>
                {nameOf(model, target)} <span className={css.quiet}>{nameOf(model, risk)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {remains.length > most && (
        <button type="button" className={css.link} onClick={() => setMost(most + 10 * FIRST_SHOWN)}>
          Show {Math.min(10 * FIRST_SHOWN, remains.length - most)} more
        </button>
      )}
    </>
  )
}

function Steps({ plan, searching }: { plan: Plan; searching: boolean }) {
  const model = useBoard((board) => board.model)
  if (plan.mitigations.length === 0) return null
  return (
    <>
      {searching && <p className={css.quiet}>{planInWords(plan)}</p>}
      <p>
        <Badge tone={plan.minimal ? 'good' : 'plain'} icon={plan.minimal ? 'check' : 'search'}>
          {proofInWords(plan)}
        </Badge>
      </p>
      <ul className={css.changed} aria-label="Mitigations of the plan">
        {plan.mitigations.map((id) => (
          <li key={id}>
            <button
              type="button"
              className={css.change}
              onClick={() => setView({ inspected: id, right: true })}
            >
              <span className={css.changedName}>{nameOf(model, id)}</span>
              <span className={css.quiet}>effort {recordIn(model, 'mitigations', id)?.effort ?? 1}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
