import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { BarePicker } from '../../ui/field-picker.tsx'
import type { CellField, Leave } from './column.ts'
import css from './registers.module.css'

type EditorProps<R> = Readonly<{ label: string; field: CellField<R>; row: R }>

/** A cell that is being edited: Enter and Tab commit, Escape takes the typing back, going elsewhere commits, too. */
export function CellEditor<R>(props: LeavingProps<R>) {
  const { find } = props.field
  return find === undefined ? <TextEditor {...props} /> : <PickEditor {...props} find={find} />
}

type LeavingProps<R> = EditorProps<R> & Readonly<{ onLeave: (leave: Leave) => void }>

function TextEditor<R>(props: LeavingProps<R>) {
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

/** Something that is found by typing: only picking it commits. */
function PickEditor<R>(props: LeavingProps<R> & Readonly<{ find: NonNullable<CellField<R>['find']> }>) {
  const { label, field, row, find, onLeave } = props
  const isLeft = useRef(false)
  const leave = (how: Leave) => {
    if (isLeft.current) return
    isLeft.current = true
    onLeave(how)
  }
  const chosen = field.read(row)
  const options = find([row], '').flatMap((group) => group.options)
  return (
    <div
      className={css.pickEditor}
      data-field
      onBlur={() => leave({ text: null, next: 'away' })}
      onKeyDownCapture={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') leave({ text: null, next: 'stay' })
        else if (event.key === 'Tab') leave({ text: null, next: event.shiftKey ? 'previous' : 'next' })
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <BarePicker
        label={label}
        value={options.find(({ value }) => value === chosen)?.label ?? ''}
        chosen={chosen}
        find={(query) => find([row], query)}
        atOnce="open"
        onPick={(text) => leave({ text, next: 'stay' })}
      />
    </div>
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
