import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { signOff } from '../../commands/sign-off.ts'
import { prepareContent } from '../../core/analysis/review/content.ts'
import type { ReviewScope } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { scopeInWords } from '../../state/review-scope.ts'
import { askSignOff } from '../../state/review-store.ts'
import { useSession } from '../../state/session-store.ts'
import { inSteps } from './in-steps.ts'
import css from './review.module.css'
import { factsFor, outcomeFor } from './use-since.ts'

/** What a reviewer says with a sign-off; Escape leaves it. */
export function SignOffForm({ scope }: { scope: ReviewScope | null }) {
  const model = useBoard((board) => board.model)
  const name = useSession((session) => session.me.name)
  const editable = useConnection(mayEdit)
  const analysis = useAnalysis()
  const outcome = useMemo(() => outcomeFor(scope, analysis), [scope, analysis])
  const [statement, setStatement] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  const facts = useMemo(() => factsFor(scope, analysis), [scope, analysis])
  // While somebody writes the statement, so that the click that signs does not keep the page waiting.
  useEffect(
    () => (facts === undefined ? undefined : inSteps(prepareContent(model, scope, facts))),
    [model, scope, facts],
  )
  if (!editable) return null
  const isGone = scope !== null && 'risk' in scope && facts === null
  const isSaid = statement.trim() !== ''
  const why =
    name.trim() === ''
      ? 'Choose a name first: a sign-off says who gave it.'
      : isGone
        ? 'This exposure is not there now: sign off its risk with the board.'
        : null
  const send = () => {
    if (facts !== undefined && outcome !== undefined && why === null && isSaid)
      execute(signOff, { scope, facts, outcome, statement })
  }
  return (
    <form
      className={css.form}
      aria-label={`Sign off ${scopeInWords(model, scope)}`}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <p className={css.formTitle}>
        Sign off {scopeInWords(model, scope)}
        {name.trim() !== '' && ` as ${name}`}
      </p>
      <label className={css.label} htmlFor={id}>
        What you agree to
      </label>
      <textarea
        ref={field}
        id={id}
        className={css.field}
        rows={2}
        maxLength={5000}
        value={statement}
        onChange={(event) => setStatement(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') askSignOff(null)
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      {why !== null && <p className={css.warning}>{why}</p>}
      {why === null && !isSaid && <p className={css.muted}>Say it in words: they stand in the record.</p>}
      <div className={css.actions}>
        <button
          type="submit"
          className={css.action}
          data-primary
          disabled={why !== null || !isSaid || facts === undefined || outcome === undefined}
        >
          Sign off
        </button>
        <button type="button" className={css.action} onClick={() => askSignOff(null)}>
          Cancel
        </button>
      </div>
    </form>
  )
}
