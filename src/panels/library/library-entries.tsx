import { type KeyboardEvent, useMemo, useState } from 'react'
import type { Entry } from '../../core/model/records.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { EntryForm } from './entry-form.tsx'
import { type Framework, FRAMEWORK_WORDS, FRAMEWORKS } from './frameworks.ts'
import { ItemDetail } from './item-detail.tsx'
import { findItems, isUncut, libraryItems, type LibraryFilter, type LibraryItem } from './library-items.ts'
import css from './library.module.css'
import { Transfer } from './transfer.tsx'

const NARROW = { mitigation: 'Only what can cut', risk: 'Only what nothing here cuts' } as const

/** The mitigations or the risks of the library, the team's own among them, and all that is known of the chosen one. */
export function LibraryEntries({ of }: { of: Entry['of'] }) {
  const entries = useBoard((board) => board.model.entries)
  const editable = useConnection(mayEdit)
  const [asked, setAsked] = useState<Omit<LibraryFilter, 'of' | 'narrow'>>({ query: '', framework: null })
  // What is narrowed, and what is being made, is of one kind: the other has neither.
  const [narrowed, setNarrowed] = useState<Entry['of'] | null>(null)
  const [making, setMaking] = useState<Entry['of'] | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const filter = useMemo(() => ({ ...asked, of, narrow: narrowed === of }), [asked, of, narrowed])
  const isNew = making === of
  const items = useMemo(() => libraryItems(entries), [entries])
  const found = useMemo(() => findItems(items, filter), [items, filter])
  const shown = found.find(({ key }) => key === chosen) ?? found[0]
  const change = (changed: Partial<typeof asked>) => {
    setAsked({ ...asked, ...changed })
    setMaking(null)
  }
  return (
    <>
      <div className={css.bar}>
        <SearchField
          className={css.search}
          label="Search the library"
          placeholder="Words, sources, references"
          value={filter.query}
          onChange={(query) => change({ query })}
        />
        <select
          className={css.select}
          aria-label="Refers to"
          value={filter.framework ?? ''}
          onChange={(event) =>
            change({ framework: FRAMEWORKS.find((each) => each === event.currentTarget.value) ?? null })
          }
        >
          <option value="">Any framework</option>
          {FRAMEWORKS.map((framework: Framework) => (
            <option key={framework} value={framework}>
              {FRAMEWORK_WORDS[framework]}
            </option>
          ))}
        </select>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={filter.narrow}
            onChange={(event) => {
              setNarrowed(event.currentTarget.checked ? of : null)
              setMaking(null)
            }}
          />
          {NARROW[of]}
        </label>
        <span className={css.counted} role="status">
          {found.length} {found.length === 1 ? 'entry' : 'entries'}
        </span>
        {editable && (
          <button type="button" className={css.button} onClick={() => setMaking(of)}>
            <Icon name="add" size={14} /> Own {of}
          </button>
        )}
        <Transfer entries={entries} editable={editable} />
      </div>
      <div className={css.halves}>
        <List
          items={found}
          shown={isNew ? null : (shown?.key ?? null)}
          onShow={(key) => {
            setChosen(key)
            setMaking(null)
          }}
        />
        <div className={css.detail} role="region" aria-label="Details">
          {isNew ? (
            <EntryForm
              key={of}
              of={of}
              entry={null}
              onDone={(id) => {
                setMaking(null)
                if (id !== null) setChosen(id)
              }}
            />
          ) : shown === undefined ? (
            <EmptyState icon="search" title="Nothing found">
              <p>Nothing in the library holds all of these words.</p>
            </EmptyState>
          ) : (
            <ItemDetail key={shown.key} item={shown} editable={editable} />
          )}
        </div>
      </div>
    </>
  )
}

function List(props: { items: readonly LibraryItem[]; shown: string | null; onShow: (key: string) => void }) {
  const { items, shown, onShow } = props
  const at = Math.max(
    0,
    items.findIndex(({ key }) => key === shown),
  )
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
    const item = to === undefined ? undefined : items[to]
    if (item === undefined) return
    event.preventDefault()
    onShow(item.key)
    event.currentTarget.querySelectorAll<HTMLElement>('[role="option"]')[to ?? 0]?.focus()
  }
  return (
    <div role="listbox" tabIndex={-1} aria-label="Library" className={css.list} onKeyDown={onKeyDown}>
      {items.map((item, index) => (
        <div
          key={item.key}
          role="option"
          aria-selected={item.key === shown}
          tabIndex={index === at ? 0 : -1}
          className={css.item}
          onClick={() => onShow(item.key)}
          onKeyDown={(event) => event.key === ' ' && onShow(item.key)}
        >
          <span className={css.title}>{item.title}</span>
          {item.own !== null && <Badge icon="people">own</Badge>}
          {isUncut(item) && (
            <Badge icon="warning" tone="warning">
              nothing cuts it
            </Badge>
          )}
        </div>
      ))}
    </div>
  )
}
