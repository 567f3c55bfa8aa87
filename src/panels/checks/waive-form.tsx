import { type FormEvent, useEffect, useRef, useState } from 'react'
import { waiveFinding } from '../../commands/checks.ts'
import { execute } from '../../commands/execute.ts'
import type { Finding } from '../../core/analysis/checks/findings.ts'
import { useSession } from '../../state/session-store.ts'
import css from './checks.module.css'

/** A reason and a person are needed; without a last day the waiver holds until it is lifted. Escape leaves it. */
export function WaiveForm({ finding, onDone }: Readonly<{ finding: Finding; onDone: () => void }>) {
  const me = useSession((session) => session.me.name)
  const [reason, setReason] = useState('')
  const [by, setBy] = useState(me)
  const [until, setUntil] = useState('')
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const isComplete = reason.trim() !== '' && by.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isComplete) return
    execute(waiveFinding, { finding, reason, by, until: until === '' ? null : until })
    onDone()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves a form from any control in it
    <form
      className={css.form}
      aria-label="Waive this finding"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onDone()
      }}
    >
      <label className={css.wide}>
        Reason
        <input
          ref={first}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <label>
        Person
        <input required value={by} onChange={(event) => setBy(event.currentTarget.value)} />
      </label>
      <label>
        Until, at the latest
        <input type="date" value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
      </label>
      {until === '' && <p className={css.warning}>Without a day it is waived for good.</p>}
      <button type="submit" className={css.action} disabled={!isComplete}>
        Waive
      </button>
      <button type="button" className={css.action} onClick={onDone}>
        Cancel
      </button>
    </form>
  )
}
