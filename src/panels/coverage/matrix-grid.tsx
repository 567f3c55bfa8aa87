import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Cell, CoverageMatrix, MatrixOf } from '../../core/analysis/coverage-matrix.ts'
import { riskById } from '../../core/catalogue/risks.ts'
import type { Model } from '../../core/model/records.ts'
import { onDay } from '../../state/day-words.ts'
import { nameOf } from '../../state/record-names.ts'
import { CoverageMark } from '../../ui/coverage-mark.tsx'
import { COVERAGE_WORDS } from '../../ui/record-words.ts'
import { scrollToShow, useVirtualRows, visibleSpan } from '../../ui/virtual-rows.ts'
import css from './coverage.module.css'
import { openCell } from './open-cell.ts'
import {
  entriesOf,
  type Entry,
  inOrder,
  type Line,
  linesOf,
  type Order,
  type RowGrouping,
} from './matrix-order.ts'

const ROW = 30
const COLUMN = 96
/** Name and total of a row, which stay in view. */
const HEAD = 300
const HEADER_ROWS = 2

type Props = Readonly<{
  of: MatrixOf
  label: string
  matrix: CoverageMatrix
  model: Model
  order: Order
  grouping: RowGrouping
  /** The board is moved to it; null is today. */
  day: string | null
}>

/** Rows and columns are drawn as far as they are in view. Column 0 is the name, 1 the total, then the cells. */
export function MatrixGrid({ of, label, matrix, model, order, grouping, day }: Props) {
  const lines = useMemo(
    () => linesOf(matrix, of, model, order, grouping),
    [matrix, of, model, order, grouping],
  )
  const columns = useMemo(() => {
    const nameBy = (id: string) =>
      of === 'vendors-categories' ? (riskById(id)?.title ?? (id || 'Other')) : nameOf(model, id)
    return inOrder(entriesOf(matrix.columns, matrix.columnTotals, nameBy), order)
  }, [matrix, of, model, order])
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const [row, column] = [Math.min(at[0], lines.length - 1), Math.min(at[1], columns.length + 1)]
  const { scroller, onScroll, indexes, height, reveal } = useVirtualRows(lines.length, ROW, row)
  const [across, setAcross] = useState(() => visibleSpan(0, 1200, COLUMN, columns.length))
  const moved = useRef(false)

  const scroll = () => {
    onScroll()
    const box = scroller.current
    if (box === null) return
    const next = visibleSpan(box.scrollLeft, box.clientWidth - HEAD, COLUMN, columns.length)
    setAcross((span) => (span.first === next.first && span.end === next.end ? span : next))
  }
  /** Out of view, but drawn, so that the focus in it survives scrolling. */
  const kept = column - 2 >= across.first && column - 2 < across.end ? -1 : column - 2
  const drawn = useMemo(() => {
    const inView = columns
      .slice(across.first, across.end)
      .map((each, index) => ({ ...each, index: across.first + index }))
    const further = columns[kept]
    return further === undefined ? inView : [...inView, { ...further, index: kept }]
  }, [columns, across, kept])

  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    const box = scroller.current
    if (box === null) return
    reveal(row)
    if (column > 1)
      box.scrollTo({ left: scrollToShow(column - 2, box.scrollLeft, box.clientWidth - HEAD, COLUMN) })
    box.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus({ preventScroll: true })
  }, [row, column, reveal, scroller])

  const open = useCallback(
    (line: number, over: number) => {
      setAt([line, over])
      const told = lines[line]
      if (told === undefined) return
      openCell(of, model, told.kind === 'group' ? null : told.id, columns[over - 2]?.id ?? null)
    },
    [of, model, lines, columns],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      open(row, column)
      return
    }
    const to = movedBy(event, [row, column], [lines.length - 1, columns.length + 1])
    if (to === null) return
    event.preventDefault()
    moved.current = true
    setAt(to)
  }
  const width = HEAD + columns.length * COLUMN
  return (
    <div ref={scroller} className={css.scroller} onScroll={scroll}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is with its cells */}
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={lines.length + HEADER_ROWS}
        aria-colcount={columns.length + 2}
        style={{ width }}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className={css.header}>
          <HeaderRow index={1} first="Name" second="Total">
            {drawn.map(({ id, name, index }) => (
              <span
                key={id}
                role="columnheader"
                aria-colindex={index + 3}
                className={css.columnHead}
                style={{ left: HEAD + index * COLUMN }}
                title={name}
              >
                {name}
              </span>
            ))}
          </HeaderRow>
          <HeaderRow index={2} first="All" second={shareInWords(matrix.total)}>
            {drawn.map(({ id, total, index }) => (
              <span
                key={id}
                role="gridcell"
                aria-colindex={index + 3}
                className={css.cell}
                style={{ left: HEAD + index * COLUMN }}
              >
                {shareInWords(total)}
              </span>
            ))}
          </HeaderRow>
        </div>
        <div role="rowgroup" className={css.body} style={{ height }}>
          {indexes.map((index) => {
            const line = lines[index]
            if (line === undefined) return null
            return (
              <MatrixRow
                key={line.kind === 'group' ? `group ${line.id}` : line.id}
                index={index}
                line={line}
                columns={drawn}
                colCount={columns.length + 2}
                cellOf={matrix.cell}
                day={day}
                focused={index === row ? column : null}
                onOpen={open}
                onFocus={setAt}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

type RowProps = Readonly<{
  index: number
  line: Line
  columns: readonly (Entry & { index: number })[]
  colCount: number
  cellOf: CoverageMatrix['cell']
  day: string | null
  /** The column of the cell that has the tab stop, where it is in this row. */
  focused: number | null
  onOpen: (line: number, column: number) => void
  onFocus: (at: readonly [number, number]) => void
}>

/** Drawn again only when something in it has changed: a scroll changes none of those that stay in view. */
const MatrixRow = memo(function MatrixRow(props: RowProps) {
  const { index, line, columns, colCount, cellOf, day, focused, onOpen, onFocus } = props
  const stop = (over: number) => ({
    'data-cell': `${index}-${over}`,
    tabIndex: over === focused ? 0 : -1,
    'aria-colindex': over + 1,
    onClick: () => onOpen(index, over),
    onFocus: () => onFocus([index, over]),
  })
  const style = { top: index * ROW, height: ROW }
  if (line.kind === 'group')
    return (
      <div role="row" aria-rowindex={index + HEADER_ROWS + 1} className={css.group} style={style}>
        <span role="gridcell" aria-colspan={colCount} {...stop(0)} className={css.groupName}>
          {line.name} <span className={css.quiet}>{line.count}</span>
        </span>
      </div>
    )
  return (
    <div role="row" aria-rowindex={index + HEADER_ROWS + 1} className={css.row} style={style}>
      <span role="rowheader" {...stop(0)} className={css.name} title={line.name}>
        {line.name}
      </span>
      <span role="gridcell" {...stop(1)} className={css.rowTotal}>
        {shareInWords(line.total)}
      </span>
      {columns.map(({ id, place, index: over }) => {
        const cell = cellOf(line.place, place)
        return (
          <span
            key={id}
            role="gridcell"
            aria-label={cell === null ? 'Blank' : undefined}
            {...stop(over + 2)}
            className={css.cell}
            style={{ left: HEAD + over * COLUMN }}
          >
            {cell !== null && <CellWords cell={cell} day={day} />}
          </span>
        )
      })}
    </div>
  )
})

function HeaderRow(props: { index: number; first: string; second: string; children: ReactNode }) {
  const { index, first, second, children } = props
  return (
    <div role="row" aria-rowindex={index} className={css.headRow}>
      <span role="columnheader" aria-colindex={1} className={css.name}>
        {first}
      </span>
      <span role="columnheader" aria-colindex={2} className={css.rowTotal}>
        {second}
      </span>
      {children}
    </div>
  )
}

function CellWords({ cell, day }: { cell: Cell; day: string | null }) {
  const { worst, covered, counted } = cell
  if (worst === null) return null
  const words = onDay(COVERAGE_WORDS[worst].label, day)
  return (
    <span className={css.state} title={words}>
      <CoverageMark state={worst} />
      <span className="rf-visually-hidden">{words}</span>
      {counted > 1 && <span className={css.figures}>{`${covered}/${counted}`}</span>}
    </span>
  )
}

/** Blank where nothing is to be covered. */
const shareInWords = ({ covered, counted }: Cell): string => (counted === 0 ? '' : `${covered} of ${counted}`)

const PAGE = 10

function movedBy(
  { key, ctrlKey }: KeyboardEvent,
  [row, column]: readonly [number, number],
  [last, right]: readonly [number, number],
): readonly [number, number] | null {
  const within = (place: number, most: number) => Math.min(Math.max(place, 0), most)
  switch (key) {
    case 'ArrowUp':
      return [within(row - 1, last), column]
    case 'ArrowDown':
      return [within(row + 1, last), column]
    case 'ArrowLeft':
      return [row, within(column - 1, right)]
    case 'ArrowRight':
      return [row, within(column + 1, right)]
    case 'PageUp':
      return [within(row - PAGE, last), column]
    case 'PageDown':
      return [within(row + PAGE, last), column]
    case 'Home':
      return [ctrlKey ? 0 : row, 0]
    case 'End':
      return [ctrlKey ? last : row, right]
    default:
      return null
  }
}
