import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { DRAWER_HEIGHT, setView, useView } from '../../state/view-store.ts'
import classes from './board.module.css'

/** In pixels. The style sheet leaves the canvas its share, whatever is wanted here. */
const LEAST = 160
const MOST = 1200
const STEP = 24

/** Which the room may have made less than what is wanted. */
const seenHeight = (sash: HTMLElement): number => sash.parentElement?.offsetHeight ?? DRAWER_HEIGHT

/** The upper edge of the tables: pulled by a pointer, moved by arrow keys, put back by a double click. */
export function DrawerSash() {
  const height = useView((view) => view.drawer)
  const pulled = useRef<{ from: number; height: number } | null>(null)
  const set = (wanted: number) => setView({ drawer: Math.round(Math.min(MOST, Math.max(LEAST, wanted))) })

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    pulled.current = { from: event.clientY, height: seenHeight(event.currentTarget) }
  }
  const onPointerMove = ({ clientY }: PointerEvent) => {
    if (pulled.current !== null) set(pulled.current.height + pulled.current.from - clientY)
  }
  const onPointerEnd = () => {
    pulled.current = null
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const seen = seenHeight(event.currentTarget)
    if (event.key === 'ArrowUp') set(seen + STEP)
    else if (event.key === 'ArrowDown') set(seen - STEP)
    else if (event.key === 'Home') set(DRAWER_HEIGHT)
    else return
    event.preventDefault()
  }
  return (
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the tables"
      aria-valuenow={height}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      className={classes.sash}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onDoubleClick={() => set(DRAWER_HEIGHT)}
      onKeyDown={onKeyDown}
    />
  )
}
