import { type ReactNode, useState } from 'react'
import { setView, useView } from '../../state/view-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import css from './registers.module.css'
import { filterRows, type Sort, type SortKey, sortRows } from './rows.ts'

export type Column<R> = Readonly<{
  id: string
  label: string
  cell: (row: R) => ReactNode
  sortBy?: (row: R) => SortKey
  /** Figures and ranks: the first click on the header brings the greatest to the top. */
  greatestFirst?: boolean
  /** What the label is short for. */
  longLabel?: string
  /** In pixels, or a share of the table; columns without one share what is left. */
  width?: number | `${number}%`
  /** Left out where the table is narrow. */
  spare?: boolean
}>

type TableProps<R> = Readonly<{
  /** What the rows are, as in "Risks". */
  name: string
  rows: readonly R[]
  /** The first one names the row, and opens its record. */
  columns: readonly Column<R>[]
  idOf: (row: R) => string
  textOf: (row: R) => string
  initial: Sort
  add: ReactNode
  remove: ((row: R) => Readonly<{ label: string; onRemove: () => void }>) | null
  empty: ReactNode
}>

const FIRST_SHOWN = 200

/** A compact table: sorted by any header, filtered by words, each row opens its record in the inspector. */
export function RegisterTable<R>(props: TableProps<R>) {
  const { name, rows, columns, textOf, initial, add, empty } = props
  const [query, setQuery] = useState('')
  const [sort, setSort] = useState(initial)
  const [most, setMost] = useState(FIRST_SHOWN)
  if (rows.length === 0) {
    return (
      <div className={css.nothing}>
        {empty}
        {add}
      </div>
    )
  }
  const key = columns.find(({ id }) => id === sort.column)?.sortBy
  const found = filterRows(rows, textOf, query)
  const sorted = key === undefined ? found : sortRows(found, key, sort.descending)
  return (
    <div className={css.register}>
      <div className={css.bar}>
        <SearchField
          className={css.filter}
          label={`Filter ${name.toLowerCase()}`}
          placeholder="Filter"
          value={query}
          onChange={setQuery}
        />
        <span className={css.counted} role="status">
          {found.length === rows.length ? `${rows.length}` : `${found.length} of ${rows.length}`}
        </span>
        {add}
      </div>
      <div className={css.scroller}>
        <table className={css.table} aria-label={name}>
          <Heads columns={columns} sort={sort} onSort={setSort} removable={props.remove !== null} />
          <tbody>
            {sorted.slice(0, most).map((row) => (
              <Row key={props.idOf(row)} {...props} row={row} />
            ))}
          </tbody>
        </table>
        {found.length === 0 && <p className={css.quiet}>Nothing holds all of these words.</p>}
        {sorted.length > most && (
          <button type="button" className={css.more} onClick={() => setMost(most + 5 * FIRST_SHOWN)}>
            Show {Math.min(5 * FIRST_SHOWN, sorted.length - most)} more of {sorted.length}
          </button>
        )}
      </div>
    </div>
  )
}

function Heads<R>(props: {
  columns: readonly Column<R>[]
  sort: Sort
  onSort: (sort: Sort) => void
  removable: boolean
}) {
  const { columns, sort, onSort, removable } = props
  return (
    <thead>
      <tr>
        {columns.map(({ id, label, sortBy, greatestFirst = false, width, spare, longLabel }) => {
          const shape = { style: { width }, 'data-spare': spare, title: longLabel }
          const sorted = sort.column === id
          const order = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'
          if (sortBy === undefined) {
            return (
              <th key={id} {...shape}>
                {label}
              </th>
            )
          }
          return (
            <th key={id} {...shape} aria-sort={order}>
              <button
                type="button"
                className={css.sort}
                onClick={() => onSort({ column: id, descending: sorted ? !sort.descending : greatestFirst })}
              >
                {label}
                {sorted && <Icon name={sort.descending ? 'descending' : 'ascending'} size={12} />}
              </button>
            </th>
          )
        })}
        {removable && (
          <th style={{ width: 40 }}>
            <span className="rf-visually-hidden">Delete</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

function Row<R>({ row, columns, idOf, remove }: TableProps<R> & Readonly<{ row: R }>) {
  const id = idOf(row)
  const open = useView((view) => view.inspected === id)
  const [first, ...others] = columns
  const removal = remove?.(row)
  return (
    <tr data-open={open || undefined}>
      <th scope="row">
        <button
          type="button"
          className={css.open}
          aria-pressed={open}
          onClick={() => setView({ inspected: id, right: true })}
        >
          {first?.cell(row)}
        </button>
      </th>
      {others.map((column) => (
        <Cell key={column.id} spare={column.spare}>
          {column.cell(row)}
        </Cell>
      ))}
      {removal !== undefined && (
        <td>
          <button type="button" className={css.remove} aria-label={removal.label} onClick={removal.onRemove}>
            <Icon name="delete" size={14} />
          </button>
        </td>
      )}
    </tr>
  )
}

/** A text that does not fit is whole in its tooltip. */
const Cell = ({ spare, children }: Readonly<{ spare: boolean | undefined; children: ReactNode }>) => (
  <td data-spare={spare} title={typeof children === 'string' ? children : undefined}>
    {children}
  </td>
)
