import { useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import type { Column } from './column.ts'
import css from './registers.module.css'

/** What can be done to all rows that are selected, each as one step of undo. */
export function MultiEdit<R>(props: {
  count: number
  columns: readonly Column<R>[]
  onSet: (column: Column<R>, text: string) => void
  onDelete: () => void
  onNone: () => void
}) {
  const { count, onSet, onDelete, onNone } = props
  const columns = props.columns.filter(({ edit }) => edit?.many === true)
  const [of, setOf] = useState(columns[0]?.id)
  const [text, setText] = useState('')
  const column = columns.find(({ id }) => id === of)
  const choices = column?.edit?.choices
  const value =
    choices === undefined ? text : (choices.find((each) => each.value === text) ?? choices[0])?.value
  return (
    <form
      className={css.several}
      aria-label="Selected rows"
      onSubmit={(event) => {
        event.preventDefault()
        if (column !== undefined && value !== undefined) onSet(column, value)
      }}
    >
      <strong role="status">{count} selected</strong>
      {column !== undefined && (
        <>
          <label className={css.what}>
            Set
            <select
              aria-label="Field to set"
              value={of}
              onChange={(event) => {
                setOf(event.currentTarget.value)
                setText('')
              }}
            >
              {columns.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label.toLowerCase()}
                </option>
              ))}
            </select>
          </label>
          {choices === undefined ? (
            <input
              type={column.edit?.as === 'day' ? 'date' : 'text'}
              aria-label={`New ${column.label.toLowerCase()}`}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          ) : (
            <select
              aria-label={`New ${column.label.toLowerCase()}`}
              value={value}
              onChange={(event) => setText(event.currentTarget.value)}
            >
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          )}
          <button type="submit" className={css.add}>
            Set for {count}
          </button>
        </>
      )}
      <button type="button" className={css.add} onClick={onDelete}>
        <Icon name="delete" size={14} /> Delete
      </button>
      <button type="button" className={css.add} onClick={onNone}>
        Select none
      </button>
    </form>
  )
}
