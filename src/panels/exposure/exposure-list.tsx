import { type FocusEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { focusExposure } from '../../commands/exposure.ts'
import { execute } from '../../commands/execute.ts'
import { useBoard } from '../../state/board-store.ts'
import { nameOf } from '../../state/record-names.ts'
import { useSelection } from '../../state/selection-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RatingMark } from '../../ui/rating-mark.tsx'
import { useVirtualRows } from '../../ui/virtual-rows.ts'
import { EXPOSURE_WORDS, RATING_WORDS } from '../../ui/words.ts'
import { type Group, type Grouping, groupKeyOf, type Item, moveFor } from './exposure-groups.ts'
import classes from './exposure-list.module.css'
import { type Column, type ExposureRow, hopsInWords, keyOf } from './exposure-rows.ts'
import { setOpen, sortBy, useExposureView } from './exposure-view.ts'

const ROW_HEIGHT = 32

const COLUMNS: readonly Readonly<{ by: Column; label: string }>[] = [
  { by: 'rating', label: 'Rating' },
  { by: 'kind', label: 'Target is' },
  { by: 'risk', label: 'Risk' },
  { by: 'product', label: 'Product of' },
  { by: 'target', label: 'Target' },
  { by: 'hops', label: 'Hops' },
]

/** The exposures as a grid, in groups or not. Going to an exposure shows it alone; Escape shows all again. */
export function ExposureList(props: {
  items: readonly Item[]
  /** All rows that the filter leaves, in groups that are closed, too. */
  rows: readonly ExposureRow[]
  grouping: Grouping
}) {
  const { items, rows, grouping } = props
  const shown = useSelection(({ exposure }) => (exposure === null ? null : keyOf(exposure)))
  const chosen = items.findIndex(({ key }) => key === shown)
  /** The line that had the focus last: the head of a group has it without being chosen. */
  const [visited, setVisited] = useState<string | null>(null)
  const focused = items.findIndex(({ key }) => key === visited)
  const stop = Math.max(0, focused === -1 ? chosen : focused)
  const { scroller, onScroll, indexes, height, reveal } = useVirtualRows(items.length, ROW_HEIGHT, stop)
  const byKeyboard = useRef(false)

  useEffect(() => {
    if (shown === null) return
    setVisited(shown)
    // Whatever is chosen, here or on the canvas, can be seen in its group, until that is closed again.
    const row = grouping === 'none' ? undefined : rows.find(({ key }) => key === shown)
    if (row !== undefined) setOpen([groupKeyOf(row, grouping)], true)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the rows of the moment of choosing: later ones open nothing
  }, [shown, grouping])

  const revealed = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (byKeyboard.current && focused !== -1) {
      byKeyboard.current = false
      reveal(focused)
      scroller.current
        ?.querySelector<HTMLElement>(`[aria-rowindex="${focused + 2}"]`)
        ?.focus({ preventScroll: true })
    } else if (chosen !== -1 && revealed.current !== shown) reveal(chosen)
    if (shown === null || chosen !== -1) revealed.current = shown
  }, [focused, chosen, shown, reveal, scroller])

  const goTo = (at: number) => {
    const item = items[at]
    if (item === undefined) return
    setVisited(item.key)
    if (item.kind === 'group') return
    const { risk, target } = item.row.exposure
    execute(focusExposure, { risk, target })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const from = focused === -1 && chosen === -1 && grouping === 'none' ? -1 : stop
    const move = moveFor(items, from, event.key)
    if (event.key === 'Escape' && shown !== null) execute(focusExposure, null)
    else if (move === null) return
    else if ('to' in move) {
      byKeyboard.current = move.to !== focused
      goTo(move.to)
    } else setOpen([move.group], move.open)
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      className={classes.grid}
      role={grouping === 'none' ? 'grid' : 'treegrid'}
      aria-label="Exposures"
      aria-rowcount={items.length + 1}
    >
      <div role="rowgroup" className={classes.head}>
        <Heads />
      </div>
      <div role="rowgroup" ref={scroller} className={classes.body} onScroll={onScroll}>
        <div role="presentation" style={{ height }} className={classes.rows}>
          {indexes.map((at) => {
            const item = items[at] as Item
            const level = grouping === 'none' ? undefined : item.kind === 'group' ? 1 : item.level
            return (
              <div
                key={item.key}
                role="row"
                aria-rowindex={at + 2}
                aria-level={level}
                {...(item.kind === 'group'
                  ? { 'aria-expanded': item.open }
                  : { 'aria-selected': at === chosen })}
                tabIndex={at === stop ? 0 : -1}
                className={classes.row}
                data-group={item.kind === 'group' || undefined}
                style={{ top: at * ROW_HEIGHT, height: ROW_HEIGHT }}
                onClick={() => (item.kind === 'group' ? setOpen([item.key], !item.open) : goTo(at))}
                onFocus={(event: FocusEvent) => {
                  if (event.target === event.currentTarget && grouping !== 'none') setVisited(item.key)
                }}
                onKeyDown={onKeyDown}
              >
                {item.kind === 'group' ? (
                  <GroupHead group={item.group} open={item.open} grouping={grouping} />
                ) : (
                  <Cells row={item.row} />
                )}
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}

const NOBODY_WORDS: Readonly<Partial<Record<Grouping, string>>> = {
  vendor: 'No vendor given',
  segment: 'In no segment',
}

function GroupHead({ group, open, grouping }: { group: Group; open: boolean; grouping: Grouping }) {
  const { of, taken, reached, worst } = group
  const name = useBoard(({ model }) => (of === null ? NOBODY_WORDS[grouping] : nameOf(model, of)))
  return (
    <div role="gridcell" aria-colspan={COLUMNS.length} className={classes.groupHead} title={name}>
      <Icon name={open ? 'down' : 'right'} size={14} />
      <span className={classes.words}>{name}</span>
      <span className={classes.tally} data-of={taken > 0 ? 'taken' : undefined}>
        <Icon name="taken" size={14} /> {taken} taken
      </span>
      <span className={classes.tally} data-of={reached > 0 ? 'reached' : undefined}>
        <Icon name="reached" size={14} /> {reached} reached
      </span>
      <span className={classes.worst}>
        <span className={classes.quiet}>worst</span>
        <RatingMark rating={worst.rating} word={RATING_WORDS[worst.rating].label} />
      </span>
    </div>
  )
}

function Heads() {
  const { by, descending } = useExposureView((view) => view.sorting)
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
