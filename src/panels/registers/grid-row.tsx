import { memo } from 'react'
import type { Column, Leave } from './column.ts'
import { CellEditor, LiveChoice } from './cell-editor.tsx'
import css from './registers.module.css'

type RowProps<R> = Readonly<{
  row: R
  index: number
  /** Pixels from the first row. */
  top: number
  columns: readonly Column<R>[]
  /** The column that has the tab stop, null in all rows but one. */
  stop: number | null
  editing: boolean
  editable: boolean
  picked: boolean
  opened: boolean
  onLeave: (leave: Leave) => void
  onChange: (row: R, column: Column<R>, text: string) => void
}>

function Row<R>(props: RowProps<R>) {
  const { row, index, top, columns, stop, editing, editable, picked, opened } = props
  const title = String(columns[0]?.sortBy?.(row) ?? '')
  const tab = (column: number) => (stop === column ? 0 : undefined)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={picked}
      className={css.row}
      data-open={opened || undefined}
      style={{ top }}
    >
      <div role="gridcell" aria-colindex={1} tabIndex={tab(0)} className={css.pick}>
        {editable && (
          <input type="checkbox" tabIndex={-1} readOnly checked={picked} aria-label={`Select ${title}`} />
        )}
      </div>
      {columns.map((column, at) => {
        const isEdited = editing && stop === at + 1
        const content = isEdited ? null : column.cell(row)
        return (
          <div
            key={column.id}
            role={at === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 2}
            aria-readonly={(at > 0 && editable && column.edit === undefined) || undefined}
            tabIndex={tab(at + 1)}
            className={css.cell}
          >
            {isEdited && column.edit !== undefined ? (
              <CellEditor
                label={`${column.label} of ${title}`}
                field={column.edit}
                row={row}
                onLeave={props.onLeave}
              />
            ) : column.edit?.live === true && editable ? (
              <LiveChoice
                label={`${column.label} of ${title}`}
                field={column.edit}
                row={row}
                onCommit={(text) => props.onChange(row, column, text)}
              />
            ) : at === 0 ? (
              <button type="button" tabIndex={-1} className={css.open} aria-pressed={opened}>
                {content}
              </button>
            ) : (
              content
            )}
          </div>
        )
      })}
    </div>
  )
}

/** One row of a register. It is drawn anew only when something of it changes: scrolling moves hundreds. */
export const GridRow = memo(Row) as typeof Row
