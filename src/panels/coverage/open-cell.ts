import type { MatrixOf } from '../../core/analysis/coverage-matrix.ts'
import { segmentsAround } from '../../core/analysis/coverage-shares.ts'
import type { Model } from '../../core/model/records.ts'
import { select } from '../../state/selection-store.ts'
import { setView } from '../../state/view-store.ts'

/**
 * Selects on the canvas what a row speaks of, and opens the record of the column, else that of the row, in the inspector. A
 * category is no record; a group's head opens nothing.
 */
export function openCell(
  of: MatrixOf,
  { components, segments }: Model,
  row: string | null,
  column: string | null,
): void {
  if (row === null) return
  const around = segmentsAround(segments)
  const ids = {
    'components-risks': () => [row],
    'vendors-categories': () => components.filter(({ vendor }) => vendor === row).map(({ id }) => id),
    'segments-mitigations': () =>
      components
        .filter(({ segment }) => segment !== null && around(segment).includes(row))
        .map(({ id }) => id),
  }[of]()
  select(ids)
  setView({ right: true, inspected: of === 'vendors-categories' ? row : (column ?? row) })
}
