import { Icon } from '../../ui/icon.tsx'
import type { Column } from './column.ts'
import css from './registers.module.css'
import type { Sort } from './rows.ts'

/** The row of headers: each sorts, the first selects all rows that the filters leave. `all` is null for a viewer. */
export function GridHeads<R>(props: {
  columns: readonly Column<R>[]
  sort: Sort
  onSort: (sort: Sort) => void
  all: boolean | null
  onAll: (all: boolean) => void
}) {
  const { columns, sort, onSort, all, onAll } = props
  return (
    <div role="rowgroup" className={css.head}>
      <div role="row" aria-rowindex={1} className={css.row}>
        <div role="columnheader" aria-colindex={1} className={css.pick}>
          {all === null ? (
            <span className="rf-visually-hidden">Selected</span>
          ) : (
            <input
              type="checkbox"
              aria-label="Select all rows"
              checked={all}
              onChange={(event) => onAll(event.currentTarget.checked)}
            />
          )}
        </div>
        {columns.map(({ id, label, sortBy, greatestFirst = false, longLabel }, index) => {
          const sorted = sort.column === id
          const order = sort.descending ? 'descending' : 'ascending'
          return (
            <div
              key={id}
              role="columnheader"
              aria-colindex={index + 2}
              aria-sort={sorted ? order : 'none'}
              className={css.cell}
              title={longLabel}
            >
              {sortBy === undefined ? (
                label
              ) : (
                <button
                  type="button"
                  className={css.sort}
                  onClick={() =>
                    onSort({ column: id, descending: sorted ? !sort.descending : greatestFirst })
                  }
                >
                  {label}
                  {sorted && <Icon name={order} size={12} />}
                </button>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
