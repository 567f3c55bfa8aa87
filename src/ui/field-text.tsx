import { type ComponentProps, type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react'
import { describedBy, FieldRow, type RowProps } from './field-row.tsx'
import css from './field.module.css'
import { useDraft } from './use-draft.ts'

type TextProps = Readonly<{
  value: string
  onCommit: (text: string) => void
  readOnly: boolean
  placeholder?: string
}>

/** A text with its label. Blur and Enter commit what was typed, Escape takes it back. */
export function FieldText({
  value,
  onCommit,
  readOnly,
  placeholder,
  type = 'text',
  read = trimmed,
  suggestions = NONE,
  ...row
}: RowProps &
  TextProps &
  Readonly<{
    type?: 'text' | 'date' | 'number'
    read?: (typed: string) => string | null
    /** Texts that the browser offers while somebody types. */
    suggestions?: readonly string[]
  }>) {
  const id = useId()
  const listId = `${id}-suggestions`
  const draft = useDraft(value, onCommit, { read })
  const shown = readOnly && draft.text === '' ? '–' : draft.text
  return (
    <FieldRow id={id} {...row}>
      <input
        id={id}
        type={readOnly ? 'text' : type}
        className={css.input}
        value={shown}
        readOnly={readOnly}
        placeholder={placeholder}
        aria-describedby={describedBy(id, row)}
        list={suggestions.length === 0 ? undefined : listId}
        onChange={(event) => {
          const text = event.currentTarget.value
          if (type === 'date' && isWholeDate(text)) draft.commit(text)
          else draft.type(text)
        }}
        onBlur={() => draft.commit()}
        onKeyDown={(event) => onKey(event, draft, event.key === 'Enter')}
      />
      <Suggestions id={listId} texts={suggestions} />
    </FieldRow>
  )
}

/** A text of many lines in which others may type, too. Mod+Enter and blur commit. */
export function FieldLongText({
  value,
  onCommit,
  readOnly,
  placeholder,
  minRows = 2,
  ...row
}: RowProps & TextProps & Readonly<{ minRows?: number }>) {
  const id = useId()
  const draft = useDraft(value, onCommit, { merge: true })
  return (
    <FieldRow id={id} stacked {...row}>
      <GrowingText
        id={id}
        className={css.input}
        rows={readOnly ? 1 : minRows}
        value={readOnly && draft.text === '' ? '–' : draft.text}
        readOnly={readOnly}
        placeholder={placeholder}
        aria-describedby={describedBy(id, row)}
        onChange={(event) => draft.type(event.currentTarget.value)}
        onBlur={() => draft.commit()}
        onKeyDown={(event) => onKey(event, draft, event.key === 'Enter' && (event.ctrlKey || event.metaKey))}
      />
    </FieldRow>
  )
}

/** The name of what is shown, as a heading that can be typed into. Emptied, it takes the old one back unless it may be empty. */
export function FieldTitle({
  label,
  value,
  onCommit,
  readOnly,
  placeholder,
  suggestions = NONE,
  mayEmpty = false,
}: TextProps & Readonly<{ label: string; suggestions?: readonly string[]; mayEmpty?: boolean }>) {
  const listId = useId()
  const draft = useDraft(value, onCommit, { read: mayEmpty ? trimmed : unlessEmpty })
  const shared = {
    'aria-label': label,
    className: `${css.input} ${css.title}`,
    value: draft.text,
    readOnly,
    placeholder,
    onBlur: () => draft.commit(),
  }
  if (suggestions.length > 0) {
    return (
      <>
        <input
          {...shared}
          list={listId}
          onChange={(event) => draft.type(event.currentTarget.value)}
          onKeyDown={(event) => onKey(event, draft, event.key === 'Enter')}
        />
        <Suggestions id={listId} texts={suggestions} />
      </>
    )
  }
  return (
    <GrowingText
      {...shared}
      rows={1}
      onChange={(event) => draft.type(event.currentTarget.value.replaceAll('\n', ' '))}
      onKeyDown={(event) => {
        // A long title wraps, but is one line.
        if (event.key === 'Enter') event.preventDefault()
        onKey(event, draft, event.key === 'Enter')
      }}
    />
  )
}

/** A text area as high as its text. */
function GrowingText(props: ComponentProps<'textarea'>) {
  const area = useRef<HTMLTextAreaElement>(null)
  const { value } = props
  useLayoutEffect(() => fitHeight(area.current, value), [value])
  return <textarea ref={area} {...props} />
}

/** To ask how high a text is has the whole page laid out, so it is not asked of an empty one. */
function fitHeight(area: HTMLTextAreaElement | null, text: ComponentProps<'textarea'>['value']): void {
  if (area === null) return
  area.style.height = 'auto'
  if (text === '') return
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}

function Suggestions({ id, texts }: { id: string; texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <datalist id={id}>
      {texts.map((text) => (
        <option key={text} value={text}>
          {text}
        </option>
      ))}
    </datalist>
  )
}

/** A day picked or typed to the end; while a year is being typed a browser gives days of the first centuries. */
const isWholeDate = (text: string): boolean => /^(19|[2-9]\d)\d\d-/.test(text)

const NONE: readonly string[] = []
const trimmed = (typed: string): string => typed.trim()
const unlessEmpty = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

function onKey(
  event: KeyboardEvent,
  draft: { typed: boolean; commit: () => void; revert: () => void },
  commits: boolean,
): void {
  // Enter and Escape of an input method choose a word there, and mean nothing here.
  if (event.nativeEvent.isComposing) return
  if (commits) draft.commit()
  else if (event.key === 'Escape' && draft.typed) {
    event.stopPropagation()
    draft.revert()
  }
}
