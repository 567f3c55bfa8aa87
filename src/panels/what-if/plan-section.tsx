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
import { useTrial } from '../../state/trial-store.ts'
import { setView } from '../../state/view-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { planStateInWords, proofInWords } from './plan-words.ts'
import css from './what-if.module.css'

const FIRST_SHOWN = 100

/** The cheapest way to clear what can be cleared, looked for on request. It stays until another is. */
export function PlanSection() {
  const state = useAnalysis((analysis) => analysis.plan)
  const hasFailed = useAnalysis(({ failed, result }) => failed !== null && result === null)
  const { searching, plan, remains, isOld } = state
  return (
    <section
      className={css.section}
      aria-label="Suggested plan"
      aria-busy={searching}
      data-old={isOld || undefined}
    >
      <div className={css.head}>
        <h2 className={css.title}>Suggested plan</h2>
        <PlanAction />
      </div>
      <p role="status" className={css.quiet}>
        {isOld && <Icon name="warning" size={13} />} {planStateInWords(state, hasFailed)}
      </p>
      {plan !== null && <Steps plan={plan} isOld={isOld} />}
      {remains.length > 0 && <Remains remains={remains} />}
    </section>
  )
}

/** What is to be done about the plan as it stands. */
function PlanAction() {
  const { searching, plan, failed, isOld } = useAnalysis((analysis) => analysis.plan)
  const { result, failed: why, retry } = useAnalysis()
  const isTried = useTrial(({ switched }) => plan?.mitigations.every((id) => switched?.get(id)) ?? false)
  if (result === null && why !== null) return <Action onClick={retry}>Try again</Action>
  if (plan === null || isOld || failed !== null)
    return searching ? null : (
      <Action icon="plan" disabled={result === null} onClick={() => execute(suggestPlan)}>
        {plan === null && !isOld ? 'Suggest a plan' : 'Seek again'}
      </Action>
    )
  if (plan.mitigations.length === 0) return null
  if (isTried) return <Badge icon="what-if">being tried</Badge>
  return <Action onClick={() => execute(tryPlan)}>Try this plan</Action>
}

function Action(props: { icon?: string; disabled?: boolean; onClick: () => void; children: string }) {
  const { icon, disabled = false, onClick, children } = props
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={icon !== undefined && <Icon name={icon} size={14} />}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </Button>
  )
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

/** The mitigations of the plan; an effort is told only where it is what the plan was reckoned with. */
function Steps({ plan, isOld }: { plan: Plan; isOld: boolean }) {
  const model = useBoard((board) => board.model)
  if (plan.mitigations.length === 0) return null
  const isSure = plan.minimal && !isOld
  return (
    <>
      <p>
        <Badge tone={isSure ? 'good' : 'plain'} icon={isSure ? 'check' : 'search'}>
          {isOld ? `was ${proofInWords(plan)}` : proofInWords(plan)}
        </Badge>
      </p>
      <ul className={css.changed} aria-label="Mitigations of the plan">
        {plan.mitigations.map((id) => {
          const mitigation = recordIn(model, 'mitigations', id)
          if (mitigation === undefined) return <li key={id}>A mitigation that is gone</li>
          return (
            <li key={id}>
              <button
                type="button"
                className={css.change}
                onClick={() => setView({ inspected: id, right: true })}
              >
                <span className={css.changedName}>{nameOf(model, id)}</span>
                {!isOld && <span className={css.quiet}>effort {mitigation.effort ?? 1}</span>}
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
