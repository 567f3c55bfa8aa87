import { useId } from 'react'
import { FieldRow, hintId, labelId } from './field-row.tsx'
import css from './field.module.css'

/** One to five, each step with a word. Committed at once. */
export function FieldScale({
  label,
  value,
  words,
  readOnly,
  onChange,
}: Readonly<{
  label: string
  value: number
  words: readonly string[]
  readOnly: boolean
  onChange: (value: number) => void
}>) {
  const id = useId()
  const meaning = words[value - 1]
  return (
    <FieldRow
      id={id}
      group
      label={label}
      hint={meaning === undefined ? undefined : `${value} of ${words.length}: ${meaning}`}
    >
      <div
        className={css.scale}
        role="radiogroup"
        aria-labelledby={labelId(id)}
        aria-describedby={hintId(id)}
      >
        {words.map((word, index) => (
          <label key={word} className={css.step} title={word}>
            <input
              type="radio"
              name={id}
              value={index + 1}
              aria-label={`${index + 1}, ${word}`}
              checked={value === index + 1}
              disabled={readOnly && value !== index + 1}
              onChange={() => onChange(index + 1)}
            />
            {index + 1}
          </label>
        ))}
      </div>
    </FieldRow>
  )
}
