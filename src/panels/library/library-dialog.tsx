import { Modal } from '@mantine/core'
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { setView, useView } from '../../state/view-store.ts'
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

const KINDS = [
  { of: 'mitigation', label: 'Mitigations', narrow: 'Only what can cut' },
  { of: 'risk', label: 'Risks', narrow: 'Only what nothing here cuts' },
] as const

/** The mitigation library and the risk catalogue, with the team's own entries among them. */
export function LibraryDialog() {
  // Mounted open, a dialog would not know to whom it gives the focus back: it is mounted closed, and opens at once.
  const opened = useDeferredValue(
    useView((view) => view.dialog === 'library'),
    false,
  )
  return (
    <Modal
      opened={opened}
      onClose={() => setView({ dialog: null })}
      title="Library"
      size={1080}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Library />
    </Modal>
  )
}

function Library() {
  const entries = useBoard((board) => board.model.entries)
  const editable = useConnection(mayEdit)
  const [filter, setFilter] = useState<LibraryFilter>({
    of: 'mitigation',
    query: '',
    framework: null,
    narrow: false,
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const [isNew, setIsNew] = useState(false)
  const items = useMemo(() => libraryItems(entries), [entries])
  const found = useMemo(() => findItems(items, filter), [items, filter])
  const shown = found.find(({ key }) => key === chosen) ?? found[0]
  const kind = KINDS.find(({ of }) => of === filter.of) ?? KINDS[0]
  const change = (changed: Partial<LibraryFilter>) => {
    setFilter({ ...filter, ...changed })
    setIsNew(false)
  }
  return (
    <div className={css.library}>
      <div className={css.bar}>
        <div role="group" aria-label="What to list" className={css.kinds}>
          {KINDS.map(({ of, label }) => (
            <button
              key={of}
              type="button"
              className={css.button}
              aria-pressed={filter.of === of}
              onClick={() => change({ of, narrow: false })}
            >
              <Icon name={of} size={14} /> {label}
            </button>
          ))}
        </div>
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
            onChange={(event) => change({ narrow: event.currentTarget.checked })}
          />
          {kind.narrow}
        </label>
        <span className={css.counted} role="status">
          {found.length} {found.length === 1 ? 'entry' : 'entries'}
        </span>
        {editable && (
          <button type="button" className={css.button} onClick={() => setIsNew(true)}>
            <Icon name="add" size={14} /> Own {filter.of}
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
            setIsNew(false)
          }}
        />
        <div className={css.detail} role="region" aria-label="Details">
          {isNew ? (
            <EntryForm
              key={filter.of}
              of={filter.of}
              entry={null}
              onDone={(id) => {
                setIsNew(false)
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
    </div>
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
