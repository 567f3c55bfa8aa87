import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useVirtualRows } from '../../ui/virtual-rows.ts'
import { type Column, type Leave, tracksOf } from './column.ts'
import { foldsBy, moveInGrid, nextEditable, type Place, rangeOf } from './grid-keys.ts'
import { GridHeads } from './grid-heads.tsx'
import { followAside, placeOf, showWhole } from './grid-cells.ts'
import { GridRow } from './grid-row.tsx'
import { GroupRow } from './group-row.tsx'
import type { Line } from './groups.ts'
import css from './registers.module.css'
import type { Sort } from './rows.ts'

const ROW_HEIGHT = 32
const HEAD_HEIGHT = 30

type GridProps<R> = Readonly<{
  name: string
  /** All rows that the filters leave, and what is drawn of them, line by line. */
  rows: readonly R[]
  lines: readonly Line<R>[]
  onFold: (value: string) => void
  columns: readonly Column<R>[]
  idOf: (row: R) => string
  sort: Sort
  onSort: (sort: Sort) => void
  editable: boolean
  picked: ReadonlySet<string>
  onPick: (ids: ReadonlySet<string>) => void
  opened: string | null
  onOpen: (id: string) => void
  onChange: (row: R, column: Column<R>, text: string) => void
  onDelete: (rows: readonly R[]) => void
}>

/** Stands for the head of a group where an id is asked for. */
const headId = (value: string) => `group ${value}`

/** Rows as a grid with one tab stop, of which only those in view are drawn. Column 0 is the box to select by. */
export function RegisterGrid<R extends object>(props: GridProps<R>) {
  const { name, rows, lines, columns, idOf, sort, onSort, editable, picked, onPick, opened } = props
  const [at, setAt] = useState<Readonly<{ id: string; column: number }> | null>(null)
  const [editing, setEditing] = useState(false)
  const wantsFocus = useRef(false)
  const anchor = useRef<string | null>(null)
  const ids = useMemo(
    () => lines.map(({ row, head }) => (head === null ? idOf(row) : headId(head.value))),
    [lines, idOf],
  )
  const indexOf = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids])
  const place: Place = { row: at === null ? 0 : (indexOf.get(at.id) ?? 0), column: at?.column ?? 1 }
  const style = useMemo(() => {
    const { tracks, least, kept } = tracksOf(columns)
    return { '--tracks': tracks, '--least': least, '--kept': kept } as CSSProperties
  }, [columns])

  const { scroller, onScroll, indexes, height, reveal } = useVirtualRows(
    lines.length,
    ROW_HEIGHT,
    place.row,
    HEAD_HEIGHT,
  )

  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return
    wantsFocus.current = false
    reveal(place.row)
    // In the head of a group its one cell stands for all.
    const cells = [`[aria-colindex="${place.column + 1}"]`, '[aria-expanded]']
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[aria-rowindex="${place.row + 2}"] > :is(${cells.join()})`,
    )
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const goTo = ({ row, column }: Place) => {
    const id = ids[row]
    if (id === undefined) return
    wantsFocus.current = true
    setAt({ id, column })
  }
  const canEdit = (column: number) => editable && columns[column - 1]?.edit !== undefined
  const toggle = (id: string) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    anchor.current = id
    onPick(next)
  }
  const extend = (id: string) => {
    const range = rangeOf(ids, anchor.current ?? ids[place.row] ?? null, id).filter(
      (each) => lines[indexOf.get(each) ?? -1]?.head === null,
    )
    anchor.current ??= ids[place.row] ?? null
    onPick(new Set([...picked, ...range]))
  }
  const begin = (column: number): boolean => {
    if (!canEdit(column)) return false
    setEditing(true)
    return true
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const cell = event.target as HTMLElement
    // What is worked inside a cell has its own keys.
    if (cell.getAttribute('aria-colindex') === null || event.altKey || event.nativeEvent.isComposing) return
    const mod = event.ctrlKey || event.metaKey
    const id = ids[place.row]
    const line = lines[place.row]
    if (id === undefined || line === undefined) return
    const { row, head } = line
    const move = moveInGrid(place, event.key, mod, { rows: lines.length, columns: columns.length + 1 })
    if (head !== null && foldsBy(event.key, head.open)) props.onFold(head.value)
    else if (move !== null) {
      goTo(move)
      if (event.shiftKey && editable) extend(ids[move.row] ?? id)
    } else if (event.key === 'a' && mod && editable) onPick(new Set(rows.map(idOf)))
    else if (event.key === 'Escape' && picked.size > 0) onPick(new Set())
    else if (row === null) return
    else if (event.key === ' ' && editable) {
      if (event.shiftKey) extend(id)
      else toggle(id)
    } else if (event.key === 'Enter' && place.column === 1) props.onOpen(id)
    else if (event.key === 'Enter' || event.key === 'F2') {
      if (!begin(place.column)) props.onOpen(id)
    } else if (event.key === 'Delete' && editable && !mod)
      props.onDelete(picked.has(id) ? rows.filter((each) => picked.has(idOf(each))) : [row])
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const onClick = (event: MouseEvent) => {
    const clicked = placeOf(event.target)
    const id = clicked === null ? undefined : ids[clicked.row]
    if (clicked === null || id === undefined || (event.target as HTMLElement).closest('[data-field]')) return
    goTo(clicked)
    const head = lines[clicked.row]?.head ?? null
    if (head !== null) props.onFold(head.value)
    else if (editable && event.shiftKey) extend(id)
    else if (editable && (event.ctrlKey || event.metaKey || clicked.column === 0)) toggle(id)
    else props.onOpen(id)
  }
  const onDoubleClick = (event: MouseEvent) => {
    const clicked = placeOf(event.target)
    if (clicked !== null && lines[clicked.row]?.head === null && begin(clicked.column)) goTo(clicked)
  }
  const onLeave = (leave: Leave) => {
    const row = lines[place.row]?.row ?? null
    const column = columns[place.column - 1]
    if (leave.text !== null && row !== null && column !== undefined) props.onChange(row, column, leave.text)
    if (leave.next === 'away') return setEditing(false)
    wantsFocus.current = true
    const editables = columns.flatMap(({ edit }, index) => (edit === undefined ? [] : [index + 1]))
    const next =
      leave.next === 'stay'
        ? null
        : nextEditable(place, leave.next === 'next' ? 1 : -1, editables, (line) => {
            const there = lines[line]
            return there === undefined ? undefined : there.head === null
          })
    setEditing(next !== null)
    if (next !== null) goTo(next)
  }
  // Rows are drawn anew only when something of theirs changes, so what they call must not.
  const leaving = useRef(onLeave)
  const changing = useRef(props.onChange)
  useLayoutEffect(() => {
    leaving.current = onLeave
    changing.current = props.onChange
  })
  const [calls] = useState(() => ({
    onLeave: (leave: Leave) => leaving.current(leave),
    onChange: (row: R, column: Column<R>, text: string) => changing.current(row, column, text),
  }))

  return (
    <div
      ref={scroller}
      className={css.grid}
      role="grid"
      aria-label={name}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable={editable}
      aria-readonly={!editable}
      onScroll={({ currentTarget }) => {
        followAside(currentTarget)
        onScroll()
      }}
      style={style}
    >
      <GridHeads
        columns={columns}
        sort={sort}
        onSort={onSort}
        all={!editable ? null : rows.length > 0 && rows.every((row) => picked.has(idOf(row)))}
        onAll={(all) => onPick(new Set(all ? rows.map(idOf) : []))}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its cells have the focus, it hears their keys */}
      <div
        role="rowgroup"
        className={css.rows}
        style={{ height }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onMouseOver={showWhole}
        onFocus={showWhole}
      >
        {indexes.map((index) => {
          const line = lines[index]
          const id = ids[index]
          if (line === undefined || id === undefined) return null
          const { row, head } = line
          if (head !== null)
            return (
              <GroupRow
                key={id}
                {...head}
                index={index}
                top={index * ROW_HEIGHT}
                columns={columns.length + 1}
                hasStop={index === place.row}
              />
            )
          return (
            <GridRow
              key={id}
              row={row}
              index={index}
              top={index * ROW_HEIGHT}
              columns={columns}
              stop={index === place.row ? place.column : null}
              editing={editing && index === place.row}
              editable={editable}
              picked={picked.has(id)}
              opened={opened === id}
              {...calls}
            />
          )
        })}
      </div>
    </div>
  )
}
