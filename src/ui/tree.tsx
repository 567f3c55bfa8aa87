import {
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Icon } from './icon.tsx'
import { placesOf, treeMove, type TreeRow, typeAhead } from './tree-keys.ts'
import classes from './tree.module.css'
import { useVirtualRows } from './virtual-rows.ts'

type TreeProps<Row extends TreeRow> = Readonly<{
  label: string
  rows: readonly Row[]
  /** Pixels, the same for every row. */
  rowHeight: number
  /** Pixels by which each level stands further in. */
  indent?: number
  selected?: (row: Row) => boolean
  /** Enter, Space or a click. */
  onActivate: (row: Row, event: Readonly<{ shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }>) => void
  onToggle: (keys: readonly string[], open: boolean) => void
  /** Hears keys first; true means that it has dealt with this one. */
  onKey?: (row: Row, event: KeyboardEvent) => boolean
  onFocusRow?: (row: Row) => void
  /** A row that comes into view when it changes: where a selection made elsewhere is shown. */
  revealed?: string | null
  rowProps?: (
    row: Row,
  ) => HTMLAttributes<HTMLDivElement> & Readonly<Record<`data-${string}`, string | undefined>>
  children: (row: Row) => ReactNode
}>

const TYPE_AHEAD_MS = 600

/** A tree by the WAI-ARIA pattern, one tab stop, that draws only the rows in view. */
export function Tree<Row extends TreeRow>({ rows, rowHeight, indent = 16, ...props }: TreeProps<Row>) {
  const [focused, setFocused] = useState<Readonly<{ key: string; index: number }> | null>(null)
  const focusWanted = useRef(false)
  const typed = useRef({ text: '', at: 0 })
  const places = useMemo(() => placesOf(rows), [rows])
  const indexOf = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows])

  // Where the focused row is gone (deleted, folded away), its neighbour is the way in.
  const known = focused === null ? undefined : indexOf.get(focused.key)
  const stop = rows.length === 0 ? null : (known ?? Math.min(focused?.index ?? 0, rows.length - 1))
  const { scroller, onScroll, indexes, height, reveal } = useVirtualRows(rows.length, rowHeight, stop)

  const revealedIndex =
    props.revealed === undefined || props.revealed === null ? undefined : indexOf.get(props.revealed)
  useLayoutEffect(() => {
    if (revealedIndex !== undefined && !scroller.current?.contains(document.activeElement))
      reveal(revealedIndex)
  }, [revealedIndex, reveal, scroller])

  useLayoutEffect(() => {
    const box = scroller.current
    // A row that vanishes takes the focus with it to the body: only then does the tree take it back.
    const lost = focused !== null && known === undefined && document.activeElement === document.body
    if (box === null || stop === null || !(focusWanted.current || lost)) return
    focusWanted.current = false
    reveal(stop)
    box.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus({ preventScroll: true })
  })

  const focus = (key: string) => {
    focusWanted.current = true
    setFocused({ key, index: indexOf.get(key) ?? 0 })
  }

  const onKeyDown = (row: Row, event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    if (props.onKey?.(row, event) === true) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const before = event.timeStamp - typed.current.at < TYPE_AHEAD_MS ? typed.current.text : ''
    if (event.key === 'Enter' || (event.key === ' ' && before === '')) {
      props.onActivate(row, event)
    } else if (event.key.length === 1 && event.key !== '*') {
      typed.current = { text: before + event.key, at: event.timeStamp }
      const found = typeAhead(rows, row.key, typed.current.text)
      if (found !== null) focus(found)
    } else {
      const move = treeMove(rows, row.key, event.key)
      if (move === null) {
        if (!event.key.startsWith('Arrow')) return
      } else if ('focus' in move) focus(move.focus)
      else props.onToggle(move.toggle, move.open)
    }
    // Bare keys mean something here, so the shortcuts of the board must not hear them too.
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // The scrolling box gets the focus by its rows: one of them is always the tab stop.
    <div ref={scroller} className={classes.scroller} onScroll={onScroll}>
      <div
        role="tree"
        aria-label={props.label}
        aria-multiselectable={props.selected ? true : undefined}
        style={{ height }}
      >
        {indexes.map((index) => {
          const row = rows[index] as Row
          const own = props.rowProps?.(row)
          return (
            <div
              key={row.key}
              role="treeitem"
              tabIndex={index === stop ? 0 : -1}
              aria-level={row.level}
              aria-posinset={places[index]?.place}
              aria-setsize={places[index]?.size}
              aria-expanded={row.open ?? undefined}
              aria-selected={props.selected?.(row)}
              {...own}
              className={`${classes.row} ${own?.className ?? ''}`}
              style={{
                top: index * rowHeight,
                height: rowHeight,
                paddingInlineStart: 6 + (row.level - 1) * indent,
              }}
              onClick={(event) => {
                const hit = event.target as Element
                if (hit instanceof HTMLInputElement) return
                focus(row.key)
                const onTwisty = hit.closest('[data-open]') !== null
                if (onTwisty) props.onToggle([row.key], row.open === false)
                else props.onActivate(row, event)
              }}
              onFocus={(event: FocusEvent<HTMLDivElement>) => {
                if (event.target !== event.currentTarget) return
                if (focused?.key !== row.key) setFocused({ key: row.key, index })
                props.onFocusRow?.(row)
              }}
              onKeyDown={(event) => onKeyDown(row, event)}
            >
              <span className={classes.twisty} data-open={row.open ?? undefined}>
                {row.open !== null && <Icon name="right" size={14} />}
              </span>
              {props.children(row)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
