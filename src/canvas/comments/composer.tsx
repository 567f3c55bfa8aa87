import { type KeyboardEvent, useEffect, useRef } from 'react'
import { LONGEST_COMMENT } from '../../commands/threads.ts'
import { ariaKeys, formatKeys } from '../../commands/keys.ts'
import classes from './comments.module.css'

const SEND = ['Mod+Enter'] as const

/** Where somebody types: Mod+Enter sends. Escape cancels where there is something to cancel to, else it is not for here. */
export function Composer(props: {
  label: string
  placeholder: string
  send: string
  text: string
  focused?: boolean
  onType: (text: string) => void
  onSend: (text: string) => void
  onCancel?: () => void
}) {
  const { label, placeholder, send, text, focused = false, onType, onSend, onCancel } = props
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!focused) return
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [focused])
  const isEmpty = text.trim() === ''
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && onCancel !== undefined) {
      event.stopPropagation()
      return onCancel()
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    if (!isEmpty) onSend(text)
  }
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty) onSend(text)
      }}
    >
      <textarea
        ref={field}
        className={classes.field}
        aria-label={label}
        aria-keyshortcuts={ariaKeys(SEND)}
        placeholder={placeholder}
        rows={1}
        maxLength={LONGEST_COMMENT}
        value={text}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.sending}>
        <span className={classes.hint}>{formatKeys(SEND)} sends</span>
        {onCancel !== undefined && (
          <button type="button" className={classes.plain} onClick={onCancel}>
            Cancel
          </button>
        )}
        <button type="submit" className={classes.send} disabled={isEmpty}>
          {send}
        </button>
      </div>
    </form>
  )
}
