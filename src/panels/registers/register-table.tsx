import { type ReactNode, useMemo, useState } from 'react'
import { setFieldsOfEach } from '../../commands/edit-fields.ts'
import { execute } from '../../commands/execute.ts'
import { removeRecords } from '../../commands/remove.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { type RegisterName, setRegister, UNFOLDED, useRegisters } from '../../state/register-store.ts'
import { SearchField } from '../../ui/search-field.tsx'
import type { Column } from './column.ts'
import { CopyViewLink } from './copy-view-link.tsx'
import { FacetMenus } from './facet-menus.tsx'
import { GroupMenu } from './group-menu.tsx'
import { type Grouping, linesOf, toggled } from './groups.ts'
import { rowKeeper } from './keep-rows.ts'
import { MultiEdit } from './multi-edit.tsx'
import { RegisterGrid } from './register-grid.tsx'
import css from './registers.module.css'
import type { Sort } from './rows.ts'
import { useRows } from './use-rows.ts'

type TableProps<R> = Readonly<{
  /** What the rows are: the kind of their records, and the name of the table. */
  kind: RegisterName
  name: string
  rows: readonly R[]
  /** The first one names the row, and opens its record. */
  columns: readonly Column<R>[]
  groupings: readonly Grouping<R>[]
  idOf: (row: R) => string
  textOf: (row: R) => string
  initial: Sort
  add: ReactNode
  /** The record that is looked at, and bringing one into the inspector. */
  opened: string | null
  onOpen: (id: string) => void
  empty: ReactNode
}>

/** A register: sorted by any header, filtered by words and values, grouped, edited in its cells, one row or many at a time. */
export function RegisterTable<R extends object>(props: TableProps<R>) {
  const { kind, name, columns, groupings, idOf, textOf, initial, add, empty } = props
  const [keep] = useState(() => rowKeeper(idOf))
  const rows = useMemo(() => keep(props.rows), [keep, props.rows])
  const view = useRegisters((views) => views[kind])
  const editable = useConnection(mayEdit)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const sort = view.sort ?? initial
  const { shown, valuesOf } = useRows(rows, columns, textOf, view, sort)
  const grouping = groupings.find(({ id }) => id === view.group) ?? null
  const lines = useMemo(() => linesOf(shown, grouping, view.fold), [shown, grouping, view.fold])
  const selected = useMemo(() => shown.filter((row) => picked.has(idOf(row))), [shown, picked, idOf])
  if (rows.length === 0) {
    return (
      <div className={css.nothing}>
        {empty}
        {add}
      </div>
    )
  }

  const change = (changed: readonly R[], column: Column<R>, text: string) => {
    const { edit } = column
    if (edit === undefined) return
    const different = changed.filter((row) => edit.read(row) !== text)
    if (different.length === 0) return
    if (edit.run !== undefined) return edit.run(different, text)
    const fields = edit.write(text)
    if (fields === null) return
    const [only] = different
    const what =
      different.length === 1 && only !== undefined
        ? nameIn(columns, only)
        : `${different.length} ${name.toLowerCase()}`
    execute(setFieldsOfEach, {
      changes: different.map((row) => ({ kind, id: idOf(row), fields })),
      label: `Set ${column.label.toLowerCase()} of ${what}`,
    })
  }
  const remove = (doomed: readonly R[]) => execute(removeRecords, { ids: doomed.map(idOf) })

  return (
    <div className={css.register}>
      <div className={css.bar}>
        <SearchField
          className={css.filter}
          label={`Filter ${name.toLowerCase()}`}
          placeholder="Filter"
          value={view.query}
          onChange={(query) => setRegister(kind, { query })}
        />
        <FacetMenus
          rows={rows}
          columns={columns}
          valuesOf={valuesOf}
          picked={view.facets}
          onPick={(column, values) => setRegister(kind, { facets: { ...view.facets, [column]: values } })}
        />
        <GroupMenu
          groupings={groupings}
          chosen={grouping}
          onGroup={(group) => setRegister(kind, { group, fold: UNFOLDED })}
          onFold={(fold) => setRegister(kind, { fold })}
        />
        <span className={css.counted} role="status">
          {shown.length === rows.length ? `${rows.length}` : `${shown.length} of ${rows.length}`}
        </span>
        <CopyViewLink register={kind} />
        {add}
      </div>
      {editable && selected.length > 0 && (
        <MultiEdit
          rows={selected}
          columns={columns}
          onSet={(column, text) => change(selected, column, text)}
          onDelete={() => remove(selected)}
          onNone={() => setPicked(new Set())}
        />
      )}
      <RegisterGrid
        name={name}
        rows={shown}
        lines={lines}
        onFold={(value) => setRegister(kind, { fold: toggled(view.fold, value) })}
        columns={columns}
        idOf={idOf}
        sort={sort}
        onSort={(next) => setRegister(kind, { sort: next })}
        editable={editable}
        picked={picked}
        onPick={setPicked}
        opened={props.opened}
        onOpen={props.onOpen}
        onChange={(row, column, text) => change([row], column, text)}
        onDelete={remove}
      />
      {shown.length === 0 && <p className={css.quiet}>Nothing passes these filters.</p>}
    </div>
  )
}

function nameIn<R>(columns: readonly Column<R>[], row: R): string {
  const [first] = columns
  return String(first?.sortBy?.(row) ?? '')
}
