import { useId } from 'react'
import { describedBy, FieldRow, type RowProps } from './field-row.tsx'
import css from './field.module.css'
import { Icon } from './icon.tsx'

type Choice<T extends string> = Readonly<{ value: T; label: string; means?: string }>

type ChoiceProps<T extends string> = RowProps &
  Readonly<{
    value: T | null
    choices: readonly Choice<T>[]
    readOnly: boolean
    /** What null is called, where it can be chosen: "From catalogue: critical". */
    none?: string
    /** Whether the line under the control says what the value means; on unless there is a hint. */
    explain?: boolean
    onChange: (value: T | null) => void
  }>

/** One of a few values, committed at once, with a line that says what it means. */
export function FieldChoice<T extends string>(props: ChoiceProps<T>) {
  const { value, choices, readOnly, none, explain = true, onChange, ...row } = props
  const id = useId()
  const chosen = choices.find((choice) => choice.value === value)
  const hint = row.hint ?? (explain ? chosen?.means : undefined)
  const common = { id, className: css.input, 'aria-describedby': describedBy(id, { ...row, hint }) }
  return (
    <FieldRow id={id} {...row} hint={hint}>
      {readOnly ? (
        <input {...common} readOnly value={chosen?.label ?? value ?? none ?? '–'} />
      ) : (
        <div className={css.withIcon}>
          <select
            {...common}
            value={value ?? ''}
            onChange={(event) => {
              const picked = choices.find((choice) => choice.value === event.currentTarget.value)
              onChange(picked?.value ?? null)
            }}
          >
            {none !== undefined && <option value="">{none}</option>}
            {value !== null && chosen === undefined && <option value={value}>{value}</option>}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon name="down" size={14} />
        </div>
      )}
    </FieldRow>
  )
}
