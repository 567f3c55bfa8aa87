import type { AriaAttributes, KeyboardEvent, Ref } from 'react'
import { Icon } from './icon.tsx'
import classes from './search-field.module.css'

type SearchFieldProps = Readonly<{
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  className?: string | undefined
  /** Attributes of a field that controls a list: role, expanded, active descendant. */
  inputProps?: AriaAttributes & { role: string; 'data-autofocus'?: true }
  ref?: Ref<HTMLInputElement>
}>

/** What narrows a list by typing. Escape empties it before it does anything else. */
export function SearchField({ label, value, onChange, onKeyDown, ref, ...props }: SearchFieldProps) {
  return (
    <div className={`${classes.field} ${props.className ?? ''}`}>
      <Icon name="search" size={14} />
      <input
        ref={ref}
        type="search"
        className={classes.input}
        aria-label={label}
        placeholder={props.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={value}
        // A dialog around the field closes at the next Escape.
        data-mantine-stop-propagation={value !== ''}
        {...props.inputProps}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault()
            event.stopPropagation()
            onChange('')
          } else onKeyDown?.(event)
        }}
      />
      {value !== '' && (
        <button
          type="button"
          className={classes.clear}
          aria-label="Clear the search"
          onClick={() => onChange('')}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  )
}
