import { useState } from 'react'
import { BarePicker, type PickerGroup } from '../../ui/field-picker.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Column } from './column.ts'
import css from './registers.module.css'

/** What no choice is called. */
const UNCHOSEN = '…'

const optionsOf = (groups: readonly PickerGroup[]) => groups.flatMap(({ options }) => options)

/** What can be done to all rows that are selected, each as one step of undo. */
export function MultiEdit<R>(props: {
  rows: readonly R[]
  columns: readonly Column<R>[]
  onSet: (column: Column<R>, text: string) => void
  onDelete: () => void
  onNone: () => void
}) {
  const { rows, onSet, onDelete, onNone } = props
  const count = rows.length
  const columns = props.columns.filter(({ edit }) => edit?.many === true)
  const [of, setOf] = useState(columns[0]?.id)
  const [text, setText] = useState<string | null>(null)
  const column = columns.find(({ id }) => id === of)
  const { as, choices, find } = column?.edit ?? {}
  // Nothing is set that nobody has chosen; an empty text says that there is none.
  const value = text ?? (choices === undefined && find === undefined ? '' : null)
  const caution = value === null ? undefined : column?.edit?.caution?.(value)
  return (
    <form
      className={css.several}
      aria-label="Selected rows"
      onSubmit={(event) => {
        event.preventDefault()
        if (column !== undefined && value !== null) onSet(column, value)
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
                setText(null)
              }}
            >
              {columns.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label.toLowerCase()}
                </option>
              ))}
            </select>
          </label>
          {find !== undefined && (
            <div className={css.find}>
              <BarePicker
                key={column.id}
                label={`New ${column.label.toLowerCase()}`}
                value={optionsOf(find(rows, '')).find((option) => option.value === text)?.label ?? ''}
                chosen={text}
                placeholder="Search"
                find={(query) => find(rows, query)}
                onPick={setText}
              />
            </div>
          )}
          {find === undefined && choices === undefined && (
            <input
              type={as === 'day' ? 'date' : 'text'}
              aria-label={`New ${column.label.toLowerCase()}`}
              value={text ?? ''}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          {choices !== undefined && (
            <select
              aria-label={`New ${column.label.toLowerCase()}`}
              value={value ?? UNCHOSEN}
              onChange={(event) => setText(event.currentTarget.value)}
            >
              {value === null && (
                <option value={UNCHOSEN} disabled>
                  Choose…
                </option>
              )}
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
          )}
          <button type="submit" className={css.add} disabled={value === null}>
            Set for {count}
          </button>
        </>
      )}
      {caution !== undefined && <span className={css.caution}>{caution}</span>}
      <button type="button" className={css.add} onClick={onDelete}>
        <Icon name="delete" size={14} /> Delete
      </button>
      <button type="button" className={css.add} onClick={onNone}>
        Select none
      </button>
    </form>
  )
}
