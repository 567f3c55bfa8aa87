import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { focusExposure } from '../../commands/exposure.ts'
import { execute } from '../../commands/execute.ts'
import { useSelection } from '../../state/selection-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RatingMark } from '../../ui/rating-mark.tsx'
import { useVirtualRows } from '../../ui/virtual-rows.ts'
import { EXPOSURE_WORDS, RATING_WORDS } from '../../ui/words.ts'
import { sortBy, useExposureFilter } from './exposure-filter.ts'
import classes from './exposure-list.module.css'
import { type Column, type ExposureRow, hopsInWords, keyOf } from './exposure-rows.ts'

const ROW_HEIGHT = 32
const PAGE = 8

const COLUMNS: readonly Readonly<{ by: Column; label: string }>[] = [
  { by: 'rating', label: 'Rating' },
  { by: 'kind', label: 'Target is' },
  { by: 'risk', label: 'Risk' },
  { by: 'product', label: 'Product of' },
  { by: 'target', label: 'Target' },
  { by: 'hops', label: 'Hops' },
]

/** The exposures as a grid. Going to a row shows that exposure alone; Escape shows all again. */
export function ExposureList({ rows }: { rows: readonly ExposureRow[] }) {
  const shown = useSelection(({ exposure }) => (exposure === null ? null : keyOf(exposure)))
  const index = rows.findIndex(({ key }) => key === shown)
  const stop = index === -1 ? 0 : index
  const { scroller, onScroll, indexes, height, reveal } = useVirtualRows(rows.length, ROW_HEIGHT, stop)
  const byKeyboard = useRef(false)

  useLayoutEffect(() => {
    if (index === -1) return
    reveal(index)
    if (!byKeyboard.current) return
    byKeyboard.current = false
    scroller.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true })
  }, [index, reveal, scroller])

  const choose = (at: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, at))]
    if (row === undefined) return
    const { risk, target } = row.exposure
    execute(focusExposure, { risk, target })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const to = goalOf(event.key, index, rows.length)
    if (event.key === 'Escape' && shown !== null) execute(focusExposure, null)
    else if (to === null) return
    else {
      byKeyboard.current = true
      choose(to)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={classes.grid} role="grid" aria-label="Exposures" aria-rowcount={rows.length + 1}>
      <div role="rowgroup" className={classes.head}>
        <Heads />
      </div>
      <div role="rowgroup" ref={scroller} className={classes.body} onScroll={onScroll}>
        <div role="presentation" style={{ height }} className={classes.rows}>
          {indexes.map((at) => {
            const row = rows[at] as ExposureRow
            return (
              <div
                key={row.key}
                role="row"
                aria-rowindex={at + 2}
                aria-selected={at === index}
                tabIndex={at === stop ? 0 : -1}
                className={classes.row}
                style={{ top: at * ROW_HEIGHT, height: ROW_HEIGHT }}
                onClick={() => choose(at)}
                onKeyDown={onKeyDown}
              >
                <Cells row={row} />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** The row that a key goes to; null for a key that means nothing here. Before anything is chosen, the first. */
function goalOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + PAGE
    case 'PageUp':
      return at - PAGE
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Enter':
    case ' ':
      return at
    default:
      return null
  }
}

function Heads() {
  const { by, descending } = useExposureFilter((filter) => filter.sorting)
  return (
    <div role="row" aria-rowindex={1} className={classes.row}>
      {COLUMNS.map((column) => {
        const sorted = column.by === by
        const direction = descending ? 'descending' : 'ascending'
        return (
          <div
            key={column.by}
            role="columnheader"
            aria-sort={sorted ? direction : 'none'}
            className={classes.cell}
            data-column={column.by}
          >
            <button type="button" className={classes.sort} onClick={() => sortBy(column.by)}>
              {column.label}
              {sorted && <Icon name={direction} size={12} />}
            </button>
          </div>
        )
      })}
    </div>
  )
}

function Cells({ row: { exposure, risk, product, source, target } }: { row: ExposureRow }) {
  const { rating, kind, hops, accepted } = exposure
  return (
    <>
      <div role="gridcell" className={classes.cell} data-column="rating">
        <RatingMark rating={rating} word={RATING_WORDS[rating].label} />
      </div>
      <div role="gridcell" className={classes.cell} data-column="kind">
        <Badge tone={kind} icon={kind} title={EXPOSURE_WORDS[kind].means}>
          {EXPOSURE_WORDS[kind].label.toLowerCase()}
        </Badge>
      </div>
      <div role="gridcell" className={classes.cell} data-column="risk" title={risk}>
        <span className={classes.words}>{risk}</span>
        {accepted && (
          <Badge icon="accepted" title="The risk is accepted; it stays in the analysis">
            accepted
          </Badge>
        )}
      </div>
      <div role="gridcell" className={classes.cell} data-column="product" title={`${product}, at ${source}`}>
        <span className={classes.words}>{product}</span>
      </div>
      <div role="gridcell" className={classes.cell} data-column="target" title={target}>
        <span className={classes.words}>{target}</span>
      </div>
      <div role="gridcell" className={classes.cell} data-column="hops" title={hopsInWords(hops)}>
        {hops}
      </div>
    </>
  )
}
