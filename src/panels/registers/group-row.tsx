import { memo } from 'react'
import { Icon } from '../../ui/icon.tsx'
import css from './registers.module.css'

/** The head of a group: one cell over all columns that folds its rows away. */
export const GroupRow = memo(function GroupRow(props: {
  value: string
  count: number
  open: boolean
  index: number
  /** Pixels from the first row. */
  top: number
  columns: number
  hasStop: boolean
}) {
  const { value, count, open, index, top, columns, hasStop } = props
  return (
    <div role="row" aria-rowindex={index + 2} className={css.row} data-group style={{ top }}>
      <div
        role="rowheader"
        aria-colindex={1}
        aria-colspan={columns}
        aria-expanded={open}
        tabIndex={hasStop ? 0 : undefined}
        className={css.group}
      >
        <Icon name={open ? 'down' : 'right'} size={14} />
        <span>{value === '' ? 'None given' : value}</span>
        <span className={css.count}>{count}</span>
        <span className="rf-visually-hidden">{count === 1 ? 'row' : 'rows'}</span>
      </div>
    </div>
  )
})
