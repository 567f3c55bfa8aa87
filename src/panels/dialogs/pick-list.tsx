import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import classes from './pick-list.module.css'
import { matching, type PickGroup } from './pick-options.ts'

type PickListProps = Readonly<{
  label: string
  placeholder: string
  groups: readonly PickGroup[]
  onPick: (value: string) => void
  /** Takes the place of another list in an open dialog, and so takes the focus; for the first one the dialog sees to that. */
  follows?: boolean
}>

/** A field to search with and the list beneath it: arrows go through the list, Enter picks. */
export function PickList({ label, placeholder, groups, onPick, follows = false }: PickListProps) {
  const id = useId()
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const shown = useMemo(() => matching(groups, query), [groups, query])
  const options = useMemo(() => shown.flatMap((group) => group.options), [shown])
  const active = Math.min(index, options.length - 1)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (follows) field.current?.focus()
  }, [follows])
  const optionId = (at: number) => `${id}-${at}`
  const activeId = active < 0 ? undefined : optionId(active)
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    const picked = options[active]
    if (step !== undefined) setIndex(Math.max(0, Math.min(options.length - 1, active + step)))
    else if (event.key === 'Enter' && picked !== undefined) onPick(picked.value)
    else return
    event.preventDefault()
  }
  let at = -1

  return (
    <div className={classes.pick}>
      <SearchField
        ref={field}
        label={label}
        placeholder={placeholder}
        value={query}
        inputProps={{
          'data-autofocus': true,
          role: 'combobox',
          'aria-expanded': true,
          'aria-autocomplete': 'list',
          'aria-controls': id,
          'aria-activedescendant': activeId,
        }}
        onChange={(typed) => {
          setQuery(typed)
          setIndex(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="rf-visually-hidden" role="status">
        {query === '' ? '' : options.length === 1 ? '1 found' : `${options.length} found`}
      </div>
      <div id={id} role="listbox" aria-label={label} className={classes.list} tabIndex={-1}>
        {shown.map((group) => (
          <div key={group.label} role="group" aria-label={group.label === '' ? undefined : group.label}>
            {group.label !== '' && (
              <div className={classes.heading} aria-hidden>
                {group.label}
              </div>
            )}
            {group.options.map(({ value, label: text, detail }) => {
              at++
              const own = at
              return (
                <div
                  key={value}
                  id={optionId(own)}
                  role="option"
                  aria-selected={own === active}
                  className={classes.option}
                  onMouseMove={() => own !== active && setIndex(own)}
                  onMouseDown={(event) => event.preventDefault()}
                  tabIndex={-1}
                  onClick={() => onPick(value)}
                  onKeyDown={onKeyDown}
                >
                  <span>{text}</span>
                  {detail !== '' && <span className={classes.detail}>{detail}</span>}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {options.length === 0 && <EmptyState icon="search" title="Nothing found" />}
    </div>
  )
}
