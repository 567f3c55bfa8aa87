import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CellField, Leave } from './column.ts'
import css from './registers.module.css'

type EditorProps<R> = Readonly<{ label: string; field: CellField<R>; row: R }>

/** A cell that is being edited: Enter and Tab commit, Escape takes the typing back, going elsewhere commits, too. */
export function CellEditor<R>(props: EditorProps<R> & Readonly<{ onLeave: (leave: Leave) => void }>) {
  const { label, field, row, onLeave } = props
  const [text, setText] = useState(() => field.read(row))
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const isLeft = useRef(false)
  useEffect(() => {
    control.current?.focus()
    if (field.as === 'text') control.current?.select()
  }, [field.as])
  const leave = (how: Leave) => {
    if (isLeft.current) return
    isLeft.current = true
    onLeave(how)
  }
  const shared = {
    ref: control,
    className: css.editor,
    'aria-label': label,
    'data-field': true,
    value: text,
    onBlur: () => leave({ text, next: 'away' }),
    onKeyDown: (event: KeyboardEvent) => {
      event.stopPropagation()
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter') leave({ text, next: 'stay' })
      else if (event.key === 'Escape') leave({ text: null, next: 'stay' })
      else if (event.key === 'Tab') leave({ text, next: event.shiftKey ? 'previous' : 'next' })
      else return
      event.preventDefault()
    },
  }
  if (field.choices === undefined) {
    return (
      <input
        {...shared}
        type={field.as === 'day' ? 'date' : 'text'}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    )
  }
  return (
    <select {...shared} onChange={(event) => setText(event.currentTarget.value)}>
      <Options field={field} value={text} />
    </select>
  )
}

/** A choice that is at hand all the time: the main gesture of a workshop, and the canvas answers at once. */
export function LiveChoice<R>(props: EditorProps<R> & Readonly<{ onCommit: (text: string) => void }>) {
  const { label, field, row, onCommit } = props
  const value = field.read(row)
  return (
    <select
      className={css.editor}
      tabIndex={-1}
      aria-label={label}
      data-field
      value={value}
      onChange={(event) => onCommit(event.currentTarget.value)}
    >
      <Options field={field} value={value} />
    </select>
  )
}

function Options<R>({ field, value }: Readonly<{ field: CellField<R>; value: string }>) {
  const choices = field.choices ?? []
  return (
    <>
      {!choices.some((choice) => choice.value === value) && <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </>
  )
}
