/** A place in a grid: both count from 0, the box to select by is column 0. */
export type Place = Readonly<{ row: number; column: number }>
type Size = Readonly<{ rows: number; columns: number }>

const PAGE = 10

/** The keys of the grid pattern (WAI-ARIA APG, "Grid"): where `key` leads from `at`; null where it leads nowhere. */
export function moveInGrid(at: Place, key: string, mod: boolean, { rows, columns }: Size): Place | null {
  const to = (row: number, column: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  })
  if (rows === 0) return null
  switch (key) {
    case 'ArrowDown':
      return to(at.row + 1, at.column)
    case 'ArrowUp':
      return to(at.row - 1, at.column)
    case 'ArrowRight':
      return to(at.row, at.column + 1)
    case 'ArrowLeft':
      return to(at.row, at.column - 1)
    case 'PageDown':
      return to(at.row + PAGE, at.column)
    case 'PageUp':
      return to(at.row - PAGE, at.column)
    case 'Home':
      return to(mod ? 0 : at.row, 0)
    case 'End':
      return to(mod ? rows - 1 : at.row, columns - 1)
    default:
      return null
  }
}

/** Whether a key on the head of a group folds it away or opens it, as in a tree. */
export const foldsBy = (key: string, isOpen: boolean): boolean =>
  key === 'Enter' || key === ' ' || key === (isOpen ? 'ArrowLeft' : 'ArrowRight')

/** The next cell that can be edited, over the ends of rows and the heads of groups; null after the last one. */
export function nextEditable(
  at: Place,
  step: 1 | -1,
  editable: readonly number[],
  isRow: (line: number) => boolean | undefined,
): Place | null {
  const inRow =
    step === 1 ? editable.find((each) => each > at.column) : editable.findLast((each) => each < at.column)
  if (inRow !== undefined) return { row: at.row, column: inRow }
  const column = step === 1 ? editable[0] : editable.at(-1)
  let row = at.row + step
  while (isRow(row) === false) row += step
  return column === undefined || isRow(row) === undefined ? null : { row, column }
}

/** The ids from one row to another, both included; only the second where the first is not there. */
export function rangeOf(ids: readonly string[], from: string | null, to: string): readonly string[] {
  const end = ids.indexOf(to)
  const begin = from === null ? -1 : ids.indexOf(from)
  if (end === -1) return []
  return begin === -1 ? [to] : ids.slice(Math.min(begin, end), Math.max(begin, end) + 1)
}
