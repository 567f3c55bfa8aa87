import { type DragEvent, type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { mayComment, mayEdit, useConnection } from '../../state/connection-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Tree } from '../../ui/tree.tsx'
import { addItem } from './add-item.ts'
import { countInWords, DRAG_TYPE, paletteRows, type PaletteRow, payloadOf } from './palette-items.ts'
import classes from './palette-panel.module.css'
import { PaletteRowView } from './palette-row.tsx'
import { openGroups, usePalette } from './palette-store.ts'

const ROW_HEIGHT = 30

/** Everything that can be put on the board: by group, or by any of its names. */
export function PalettePanel() {
  const editable = useConnection(mayEdit)
  const commenting = useConnection(mayComment)
  const [query, setQuery] = useState('')
  const open = usePalette((palette) => palette.open)
  const sought = useDeferredValue(query)
  const rows = useMemo(() => paletteRows(sought, new Set(open)), [sought, open])
  const list = useRef<HTMLDivElement>(null)
  const count = countInWords(rows, sought)

  const activate = (row: PaletteRow) => {
    if (row.item === null) openGroups([row.key], row.open === false)
    else addItem(row.item, row.label)
  }
  const onSearchKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const [first] = rows
    if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    else if (event.key === 'Enter' && sought === query && sought.trim() !== '' && first !== undefined)
      activate(first)
    else return
    event.preventDefault()
  }

  return (
    <div className={classes.panel}>
      <SearchField
        className={classes.search}
        label="Search the palette"
        placeholder="Search by any name"
        value={query}
        onChange={setQuery}
        onKeyDown={onSearchKey}
      />
      <div role="status" className={count === '' ? 'rf-visually-hidden' : classes.count}>
        {count}
      </div>
      {rows.length === 0 ? (
        <EmptyState icon="search" title="No entry has that name">
          <p>Add a component of your own instead: clear the search and open “Of your own”.</p>
        </EmptyState>
      ) : (
        <div ref={list} className={classes.list}>
          <Tree
            label="Palette"
            rows={rows}
            rowHeight={ROW_HEIGHT}
            indent={0}
            onActivate={activate}
            onToggle={openGroups}
            rowProps={(row) => rowProps(row, editable)}
          >
            {(row) => <PaletteRowView row={row} />}
          </Tree>
        </div>
      )}
      <p className={classes.hint}>
        {editable
          ? 'Drag onto the canvas, or press Enter.'
          : `You may look${commenting ? ' and comment' : ''}, not change.`}
      </p>
    </div>
  )
}

function rowProps(row: PaletteRow, editable: boolean) {
  const { item } = row
  if (item === null) return { className: classes.group ?? '' }
  return {
    className: classes.entry ?? '',
    draggable: editable,
    'aria-disabled': editable ? undefined : true,
    'data-entry': payloadOf(item),
    onDragStart: (event: DragEvent<HTMLDivElement>) => {
      event.dataTransfer.setData(DRAG_TYPE, payloadOf(item))
      event.dataTransfer.effectAllowed = 'copy'
    },
  }
}
