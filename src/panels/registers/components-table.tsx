import { useMemo } from 'react'
import { useAnalysis } from '../../state/analysis-store.ts'
import { todayOf } from '../../state/moved-day.ts'
import { useBoard } from '../../state/board-store.ts'
import { select, useSelection } from '../../state/selection-store.ts'
import { setView } from '../../state/view-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { COMPONENT_GROUPINGS, componentColumns } from './component-columns.tsx'
import { type ComponentRow, componentRows } from './component-rows.ts'
import { RegisterTable } from './register-table.tsx'

const idOf = ({ component }: ComponentRow): string => component.id
const textOf = (row: ComponentRow): string => {
  const { product, version, hardware, site } = row.component
  return [row.name, row.function, row.segment, row.vendor, product, version, hardware, site, row.host].join(
    ' ',
  )
}

const open = (id: string): void => {
  select([id])
  setView({ inspected: null, right: true })
}

/** The components of the board, those that are exposed most on top. */
export function ComponentsTable() {
  const model = useBoard((board) => board.model)
  const result = useAnalysis((analysis) => analysis.result)
  const today = useAnalysis(todayOf)
  const rows = useMemo(() => componentRows(model, result, today), [model, result, today])
  const columns = useMemo(() => componentColumns(model.vendors), [model.vendors])
  const selected = useSelection(({ ids }) => (ids.size === 1 ? ([...ids][0] ?? null) : null))
  return (
    <RegisterTable
      kind="components"
      name="Components"
      rows={rows}
      columns={columns}
      groupings={COMPONENT_GROUPINGS}
      idOf={idOf}
      textOf={textOf}
      initial={{ column: 'exposes', descending: true }}
      add={null}
      opened={selected}
      onOpen={open}
      empty={
        <EmptyState icon="component" title="No components yet">
          <p>Drag one from the palette onto the canvas, or press its Add button there.</p>
        </EmptyState>
      }
    />
  )
}
