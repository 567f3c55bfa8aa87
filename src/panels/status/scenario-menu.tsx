import { Suspense, useRef, useState } from 'react'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { SCENARIO_WORDS } from '../../ui/words.ts'
import { late } from '../../ui/late.ts'
import classes from './status-bar.module.css'

const ScenarioChoices = late(async () => ({
  default: (await import('./scenario-choices.tsx')).ScenarioChoices,
}))

/** Which mitigations count (AN1): always in view, since every figure of the board hangs on it. */
export function ScenarioMenu() {
  const scenario = useBoard((board) => board.model.meta.policy.scenario)
  const editable = useConnection(mayEdit)
  const [asked, setAsked] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { label, means } = SCENARIO_WORDS[scenario]
  const words = (
    <>
      <span className={classes.quiet}>Scenario</span>
      <strong>{label}</strong>
      <span className={classes.means}>{means}</span>
    </>
  )
  if (!editable) return <span className={classes.scenario}>{words}</span>
  const opener = (
    <button
      ref={button}
      type="button"
      className={classes.scenario}
      title={means}
      aria-haspopup="menu"
      onClick={() => setAsked(true)}
    >
      {words}
      <Icon name="down" size={13} />
    </button>
  )
  if (!asked) return opener
  return (
    <Suspense fallback={opener}>
      <ScenarioChoices scenario={scenario} onClose={() => button.current?.focus()}>
        {opener}
      </ScenarioChoices>
    </Suspense>
  )
}
