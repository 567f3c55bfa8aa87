import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

type Span = Readonly<{ first: number; end: number }>

/** Rows drawn beyond each edge of what is in view, so that a fast scroll shows no gap. */
const OVERSCAN = 8
/** Until the list has been measured, pixels. */
const FIRST_GUESS = 600

/** The rows to draw: those in view, and a few around them. Lengths in pixels. */
export function visibleSpan(scrollTop: number, viewport: number, rowHeight: number, count: number): Span {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN)
  const end = Math.min(count, Math.ceil((scrollTop + viewport) / rowHeight) + OVERSCAN)
  return { first: Math.min(first, Math.max(0, end)), end: Math.max(0, end) }
}

/** Where to scroll so that a row is wholly in view; the same place where it is already. */
export function scrollToShow(index: number, scrollTop: number, viewport: number, rowHeight: number): number {
  const top = index * rowHeight
  if (top < scrollTop) return top
  return Math.max(scrollTop, top + rowHeight - viewport)
}

type VirtualRows = Readonly<{
  scroller: RefObject<HTMLDivElement | null>
  onScroll: () => void
  /** Ascending; `kept` is among them wherever it lies, so that the focus in it survives scrolling. */
  indexes: readonly number[]
  height: number
  reveal: (index: number) => void
}>

/** Draws only the rows of a long list that can be seen. All rows are `rowHeight` pixels high; `head` above them stays in view. */
export function useVirtualRows(count: number, rowHeight: number, kept: number | null, head = 0): VirtualRows {
  const scroller = useRef<HTMLDivElement>(null)
  const [span, setSpan] = useState<Span>(() => visibleSpan(0, FIRST_GUESS, rowHeight, count))

  const measure = useCallback(() => {
    const box = scroller.current
    if (box === null) return
    const next = visibleSpan(box.scrollTop, box.clientHeight, rowHeight, count)
    setSpan((span) => (span.first === next.first && span.end === next.end ? span : next))
  }, [count, rowHeight])

  // What is observed is told of at once, after the page is laid out: to ask before would have it laid out once more.
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return undefined
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [measure])

  const reveal = useCallback(
    (index: number) => {
      const box = scroller.current
      if (box === null) return
      const top = scrollToShow(index, box.scrollTop, box.clientHeight - head, rowHeight)
      if (top !== box.scrollTop) box.scrollTop = top
    },
    [rowHeight, head],
  )

  const indexes: number[] = []
  const end = Math.min(span.end, count)
  if (kept !== null && kept < Math.min(span.first, end)) indexes.push(kept)
  for (let index = Math.min(span.first, end); index < end; index++) indexes.push(index)
  if (kept !== null && kept >= end && kept < count) indexes.push(kept)
  return { scroller, onScroll: measure, indexes, height: count * rowHeight, reveal }
}
