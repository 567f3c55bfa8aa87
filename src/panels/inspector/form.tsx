import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import css from './inspector.module.css'

/** A small form behind a button, which takes the focus back when the form closes. */
export type FormState = Readonly<{ open: boolean; closed: boolean; show: () => void; hide: () => void }>

export function useForm(): FormState {
  const [state, setState] = useState<'unopened' | 'open' | 'closed'>('unopened')
  return {
    open: state === 'open',
    closed: state === 'closed',
    show: () => setState('open'),
    hide: () => setState('closed'),
  }
}

export function FormButton({ form, label }: { form: FormState; label: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const { closed, show } = form
  useEffect(() => {
    if (closed) button.current?.focus()
  }, [closed])
  return (
    <button type="button" ref={button} className={css.action} onClick={show}>
      <Icon name="add" size={14} /> {label}
    </button>
  )
}

/** `submit` is null for a form that ends with a pick; its button is off while `submit.run` is null. */
export function Form({
  form,
  label,
  submit = null,
  children,
}: Readonly<{
  form: FormState
  label: string
  submit?: Readonly<{ label: string; run: (() => void) | null }> | null
  children: ReactNode
}>) {
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => {
    group.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves a form from any control in it
    <div
      ref={group}
      className={css.form}
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        form.hide()
      }}
    >
      <p className={css.formTitle}>{label}</p>
      {children}
      <div className={css.actions}>
        {submit !== null && (
          <button
            type="button"
            className={css.action}
            data-primary
            disabled={submit.run === null}
            onClick={() => submit.run?.()}
          >
            {submit.label}
          </button>
        )}
        <button type="button" className={css.action} onClick={form.hide}>
          Cancel
        </button>
      </div>
    </div>
  )
}
