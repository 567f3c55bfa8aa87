import { ActionIcon } from '@mantine/core'
import css from './field.module.css'
import { Icon } from './icon.tsx'
import { useDraft } from './use-draft.ts'

/** A list of short texts, one a line, and an empty line to add another. An emptied line goes away. */
export function FieldLines({
  label,
  lines,
  readOnly,
  placeholder,
  onChange,
}: Readonly<{
  label: string
  lines: readonly string[]
  readOnly: boolean
  placeholder?: string
  onChange: (lines: readonly string[]) => void
}>) {
  const replace = (index: number, text: string) =>
    onChange(text === '' ? lines.toSpliced(index, 1) : lines.with(index, text))
  return (
    <ul className={css.lines} aria-label={label}>
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
        <li key={index} className={css.line}>
          <Line
            label={`${label}, line ${index + 1}`}
            value={line}
            readOnly={readOnly}
            onCommit={(text) => replace(index, text)}
          />
          {!readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={`Remove line ${index + 1}`}
              onClick={() => replace(index, '')}
            >
              <Icon name="close" size={14} />
            </ActionIcon>
          )}
        </li>
      ))}
      {!readOnly && (
        <li key="new" className={css.line}>
          <Line
            label={`${label}, new line`}
            value=""
            readOnly={false}
            placeholder={placeholder ?? ''}
            onCommit={(text) => onChange([...lines, text])}
          />
        </li>
      )}
    </ul>
  )
}

function Line(props: {
  label: string
  value: string
  readOnly: boolean
  placeholder?: string
  onCommit: (text: string) => void
}) {
  const draft = useDraft(props.value, props.onCommit, { read: (typed) => typed.trim() })
  return (
    <input
      className={css.input}
      aria-label={props.label}
      value={draft.text}
      readOnly={props.readOnly}
      placeholder={props.placeholder ?? ''}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onBlur={() => draft.commit()}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') draft.commit()
        if (event.key === 'Escape' && draft.typed) {
          event.stopPropagation()
          draft.revert()
        }
      }}
    />
  )
}
