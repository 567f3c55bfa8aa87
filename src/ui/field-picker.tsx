import { Combobox, useCombobox } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { describedBy, FieldRow, labelId, type RowProps } from './field-row.tsx'
import css from './field.module.css'
import { Icon } from './icon.tsx'

export type PickerOption = Readonly<{
  value: string
  label: string
  /** A second line: what it is, or what it does. */
  detail?: string | undefined
  /** A word at the right, such as an id. */
  mark?: string | undefined
}>
export type PickerGroup = Readonly<{ label: string | null; options: readonly PickerOption[] }>

type PickerProps = Readonly<{
  /** What to offer for a query; the whole where it is empty. Called only while the list is open. */
  find: (query: string) => readonly PickerGroup[]
  /** `query` is what had been typed when the option was picked. */
  onPick: (value: string, query: string) => void
  readOnly: boolean
  placeholder?: string
  /** Takes the focus when it appears, and opens or waits: for a picker that a button has called up. */
  atOnce?: 'open' | 'focus'
}>

/**
 * A value that is found by typing. Shows `value` until somebody types; Escape and blur take the typing back. `open` leads
 * to what the value stands for.
 */
export function FieldPicker({
  value,
  chosen = null,
  open = null,
  ...props
}: RowProps &
  PickerProps &
  Readonly<{
    value: string
    chosen?: string | null
    open?: Readonly<{ label: string; run: () => void }> | null
  }>) {
  const { label, hint, warning, stacked = false, ...picker } = props
  const id = useId()
  return (
    <FieldRow id={id} label={label} hint={hint} warning={warning} stacked={stacked}>
      <div className={css.withOpen}>
        <Picker
          {...picker}
          id={id}
          name={label}
          value={value}
          chosen={chosen}
          describedBy={describedBy(id, { hint, warning })}
        />
        {open !== null && (
          <button
            type="button"
            className={css.open}
            aria-label={open.label}
            title={open.label}
            onClick={open.run}
          >
            <Icon name="go" size={15} />
          </button>
        )}
      </div>
    </FieldRow>
  )
}

/** The same to add one thing to a list: empty again after each. */
export function AddPicker({ label, ...picker }: PickerProps & Readonly<{ label: string }>) {
  const id = useId()
  if (picker.readOnly) return null
  return <Picker {...picker} id={id} name={label} value="" chosen={null} adds />
}

/** The same without a label beside it. `value` stays as a hint while somebody searches for another. */
export function BarePicker(
  props: Pick<PickerProps, 'find' | 'onPick' | 'placeholder' | 'atOnce'> &
    Readonly<{ label: string; value: string; chosen: string | null }>,
) {
  const { label, ...picker } = props
  const id = useId()
  return <Picker {...picker} id={id} name={label} readOnly={false} named />
}

const MOST_SHOWN = 80

function Picker(
  props: PickerProps &
    Readonly<{
      id: string
      name: string
      value: string
      chosen: string | null
      adds?: boolean
      /** Has no label beside it. */
      named?: boolean
      describedBy?: string | undefined
    }>,
) {
  const { id, name, value, chosen, find, onPick, readOnly, placeholder, adds = false, describedBy } = props
  const named = adds || props.named === true
  const { atOnce } = props
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState<string | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { openDropdown, dropdownOpened: opened } = combobox
  useEffect(() => {
    if (atOnce === undefined) return
    input.current?.focus()
    if (atOnce === 'open') openDropdown()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it appears
  }, [])
  const groups = opened ? shorten(find(query ?? '')) : []
  const close = () => {
    combobox.closeDropdown()
    setQuery(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened) return
    event.stopPropagation()
    close()
  }
  if (readOnly) {
    return (
      <input
        id={id}
        className={css.input}
        readOnly
        value={value === '' ? '–' : value}
        aria-describedby={describedBy}
      />
    )
  }
  return (
    <div className={css.withIcon}>
      <Combobox
        store={combobox}
        size="xs"
        classNames={{ groupLabel: css.group ?? '' }}
        // Beside its control and not in a portal: what it offers stays inside the landmark of its panel.
        withinPortal={false}
        floatingStrategy="fixed"
        shadow="md"
        position="bottom-start"
        onOptionSubmit={(picked) => {
          const typed = query ?? ''
          close()
          onPick(picked, typed.trim())
        }}
      >
        <Combobox.Target withExpandedAttribute>
          <input
            id={id}
            ref={input}
            type="text"
            className={`${css.input} ${css.picker}`}
            value={query ?? value}
            // A hint of what is chosen stays while somebody searches for another.
            placeholder={query === '' && value !== '' ? value : placeholder}
            autoComplete="off"
            aria-autocomplete="list"
            spellCheck={false}
            aria-label={named ? name : undefined}
            aria-describedby={describedBy}
            onChange={(event) => {
              setQuery(event.currentTarget.value)
              combobox.openDropdown()
              combobox.updateSelectedOptionIndex(0)
            }}
            onFocus={(event) => event.currentTarget.select()}
            onClick={() => combobox.openDropdown()}
            onBlur={close}
            onKeyDown={onKeyDown}
          />
        </Combobox.Target>
        <Combobox.Dropdown miw={280} className={css.dropdown ?? ''}>
          <Combobox.Options
            id={`${id}-options`}
            mah={320}
            style={{ overflowY: 'auto' }}
            {...(opened ? labelling(id, name, named) : {})}
          >
            {opened && groups.length === 0 && (
              <Combobox.Option value="" disabled className={css.nothing ?? ''}>
                Nothing found
              </Combobox.Option>
            )}
            {groups.map((group) =>
              group.label === null ? (
                <Options key="" options={group.options} chosen={chosen} />
              ) : (
                <Combobox.Group key={group.label} label={group.label}>
                  <Options options={group.options} chosen={chosen} />
                </Combobox.Group>
              ),
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <Icon name={adds ? 'add' : 'down'} size={14} />
    </div>
  )
}

const labelling = (id: string, name: string, named: boolean) =>
  named ? { 'aria-label': name } : { labelledBy: labelId(id) }

function Options({ options, chosen }: { options: readonly PickerOption[]; chosen: string | null }) {
  return options.map(({ value, label, detail, mark }) => (
    <Combobox.Option key={value} value={value} active={value === chosen} aria-selected={value === chosen}>
      <span className={css.option}>
        <span>{label}</span>
        {mark !== undefined && <span className={css.optionMark}>{mark}</span>}
        {detail !== undefined && <small>{detail}</small>}
      </span>
    </Combobox.Option>
  ))
}

/** Long lists are for searching, not for scrolling through. */
function shorten(groups: readonly PickerGroup[]): PickerGroup[] {
  let room = MOST_SHOWN
  return groups.flatMap(({ label, options }) => {
    const shown = options.slice(0, room)
    room -= shown.length
    return shown.length === 0 ? [] : [{ label, options: shown }]
  })
}
