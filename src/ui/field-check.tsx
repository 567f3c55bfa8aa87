import { useId } from 'react'
import { describedBy, FieldRow } from './field-row.tsx'
import css from './field.module.css'

/** A fact that holds or does not, in words beside the box. */
export function FieldCheck({
  label,
  says,
  hint,
  checked,
  readOnly,
  onChange,
}: Readonly<{
  label: string
  says: string
  hint?: string
  checked: boolean
  readOnly: boolean
  onChange: (checked: boolean) => void
}>) {
  const id = useId()
  return (
    <FieldRow id={id} group label={label} hint={hint}>
      <label className={css.check}>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          disabled={readOnly}
          aria-describedby={describedBy(id, { hint })}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{says}</span>
      </label>
    </FieldRow>
  )
}
