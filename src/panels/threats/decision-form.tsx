import { NativeSelect, Textarea } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { decideThreat } from '../../commands/decide-threats.ts'
import type { Threat } from '../../core/model/records.ts'
import { useSession } from '../../state/session-store.ts'
import { THREAT_DECISION_WORDS } from '../../ui/record-words.ts'
import { choicesOf } from '../../ui/words.ts'
import css from './threats.module.css'

const DECISIONS = choicesOf(THREAT_DECISION_WORDS)

/** A decision with its reason, written as one step. */
export function DecisionForm(props: Readonly<{ threat: Threat; label: string; onDone: () => void }>) {
  const { threat, label, onDone } = props
  const [decision, setDecision] = useState(threat.decision)
  const [rationale, setRationale] = useState(threat.rationale)
  const me = useSession((session) => session.me.name)
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const save = () => {
    execute(decideThreat, { id: threat.id, decision, rationale })
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onDone()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
  }
  return (
    <form
      className={css.form}
      aria-label={`Decide on ${label}`}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <NativeSelect
        ref={first}
        onKeyDown={onKeyDown}
        size="xs"
        label="Decision"
        description={THREAT_DECISION_WORDS[decision].means}
        inputWrapperOrder={['label', 'input', 'description']}
        className={css.formDecision}
        value={decision}
        data={DECISIONS}
        onChange={(event) => {
          const picked = DECISIONS.find(({ value }) => value === event.currentTarget.value)
          if (picked !== undefined) setDecision(picked.value)
        }}
      />
      <Textarea
        size="xs"
        label="Rationale"
        description={`Noted with your name, ${me}, and the time.`}
        inputWrapperOrder={['label', 'input', 'description']}
        className={css.formReason}
        onKeyDown={onKeyDown}
        autosize
        minRows={1}
        maxRows={6}
        value={rationale}
        onChange={(event) => setRationale(event.currentTarget.value)}
      />
      <div className={css.answers}>
        <button type="submit" className={css.action} data-primary>
          Save decision
        </button>
        <button type="button" className={css.action} onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  )
}
