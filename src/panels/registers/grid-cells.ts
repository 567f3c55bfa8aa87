import type { Place } from './grid-keys.ts'

const cellAt = (target: EventTarget) => (target as HTMLElement).closest<HTMLElement>('[aria-colindex]')

/** The place of the cell that something is in; null outside all rows. */
export function placeOf(target: EventTarget): Place | null {
  const cell = cellAt(target)
  const row = Number(cell?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2
  const column = Number(cell?.getAttribute('aria-colindex')) - 1
  return cell === null || Number.isNaN(row) || row < 0 ? null : { row, column }
}

/** A text that does not fit is whole in its tooltip. Looked at where the pointer or the focus is, since a row has many cells. */
export function showWhole({ target }: Readonly<{ target: EventTarget }>): void {
  const cell = cellAt(target)
  if (cell === null) return
  const text = cell.scrollWidth > cell.clientWidth ? cell.textContent : ''
  if (cell.title !== text) cell.title = text
}

/**
 * Says on the grid how far it is scrolled aside, so that its style can keep the names where they are. What is `sticky` would have a
 * layer in each row, and cost a fifth of the frames while one scrolls down.
 */
export function followAside(grid: HTMLElement): void {
  const aside = `${grid.scrollLeft}px`
  if (grid.style.getPropertyValue('--aside') === aside) return
  grid.style.setProperty('--aside', aside)
  grid.toggleAttribute('data-aside', grid.scrollLeft > 0)
}
