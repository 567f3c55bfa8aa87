import { useEffect, useId, useRef, useState } from 'react'
import { execute } from '../../commands/execute.ts'
import { recordThreat } from '../../commands/decide-threats.ts'
import type { Suggestion } from '../../core/analysis/threats/suggestion.ts'
import type { CommentSubject } from '../../core/model/records.ts'
import { Badge } from '../../ui/badge.tsx'
import css from './threats.module.css'

type Props = Readonly<{ on: CommentSubject; suggestion: Suggestion; onDone: () => void }>

/** One proposal: what it is, what brings it, and the two answers to it. */
export function SuggestionItem({ on, suggestion, onDone }: Props) {
  const [dismissing, setDismissing] = useState(false)
  const answers = useRef<HTMLDivElement>(null)
  const { technique, title, why, url, status, of } = suggestion
  const record = (decision: 'open' | 'dismissed', rationale: string) => {
    onDone()
    execute(recordThreat, { on, technique, title, decision, rationale })
  }
  return (
    <li className={css.item} data-technique={technique}>
      <div className={css.what}>
        <span className={css.title}>
          {of !== 'stride' && (
            <>
              {url === null ? (
                technique
              ) : (
                <a className={css.link} href={url} target="_blank" rel="noreferrer">
                  {technique}
                </a>
              )}{' '}
            </>
          )}
          {title}
        </span>
        <span className={css.why}>{why}</span>
      </div>
      {status !== null && <Badge title="How FiGHT rates it">{status}</Badge>}
      {!dismissing && (
        <div className={css.answers} ref={answers}>
          <button
            type="button"
            className={css.action}
            aria-label={`Add ${title}`}
            onClick={() => record('open', '')}
          >
            Add
          </button>
          <button
            type="button"
            className={css.action}
            aria-label={`Dismiss ${title}`}
            onClick={() => setDismissing(true)}
          >
            Dismiss…
          </button>
        </div>
      )}
      {dismissing && (
        <Dismissal
          onCancel={() => {
            setDismissing(false)
            requestAnimationFrame(() =>
              answers.current?.querySelector<HTMLElement>('button:last-child')?.focus(),
            )
          }}
          onDismiss={(rationale) => record('dismissed', rationale)}
        />
      )}
    </li>
  )
}

function Dismissal(props: { onCancel: () => void; onDismiss: (rationale: string) => void }) {
  const [reason, setReason] = useState('')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  // The button that had the focus has become this field.
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className={css.dismissal}
      onSubmit={(event) => {
        event.preventDefault()
        props.onDismiss(reason)
      }}
    >
      <label htmlFor={id}>Why is it no threat here?</label>
      <input
        id={id}
        className={css.input}
        ref={field}
        data-mantine-stop-propagation
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          props.onCancel()
        }}
      />
      <button type="submit" className={css.action} data-primary>
        Dismiss
      </button>
      <button type="button" className={css.action} onClick={props.onCancel}>
        Cancel
      </button>
      <p className={css.quiet}>Your name and the time are noted with it. It is not proposed here again.</p>
    </form>
  )
}
