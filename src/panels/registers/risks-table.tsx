import { useMemo } from 'react'
import { execute } from '../../commands/execute.ts'
import { removeRecords } from '../../commands/remove.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { NEW_RISK, setView } from '../../state/view-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PROPAGATION_WORDS, RISK_STATUS_WORDS } from '../../ui/record-words.ts'
import { ExposingCell } from './exposing-cell.tsx'
import { exposingKey, type RiskRow, riskRows } from './register-rows.ts'
import { type Column, RegisterTable } from './register-table.tsx'
import css from './registers.module.css'

const COLUMNS: readonly Column<RiskRow>[] = [
  {
    id: 'title',
    label: 'Risk',
    width: '32%',
    cell: ({ risk }) => risk.title,
    sortBy: ({ risk }) => risk.title,
  },
  { id: 'on', label: 'On', cell: ({ on }) => on, sortBy: ({ on }) => on },
  {
    id: 'opens',
    label: 'Opens',
    width: 124,
    spare: true,
    cell: ({ propagation }) => PROPAGATION_WORDS[propagation].label,
    sortBy: ({ propagation }) => PROPAGATION_WORDS[propagation].label,
  },
  {
    id: 'exposes',
    label: 'Exposes',
    width: 208,
    cell: ({ exposing }) => <ExposingCell exposing={exposing} />,
    sortBy: ({ exposing }) => exposingKey(exposing),
    greatestFirst: true,
  },
  {
    id: 'figures',
    label: 'L × I',
    longLabel: 'Likelihood × impact',
    width: 54,
    cell: ({ risk }) => `${risk.likelihood} × ${risk.impact}`,
    sortBy: ({ risk }) => risk.likelihood * risk.impact,
    greatestFirst: true,
  },
  {
    id: 'status',
    label: 'Status',
    width: 88,
    cell: ({ risk }) => RISK_STATUS_WORDS[risk.status].label,
    sortBy: ({ risk }) => RISK_STATUS_WORDS[risk.status].label,
  },
  {
    id: 'treated',
    label: 'Treated',
    width: 92,
    cell: treatedInWords,
    sortBy: ({ treatedBy }) => treatedBy,
    greatestFirst: true,
  },
]

function treatedInWords({ treatedBy, treatedNow }: RiskRow): string {
  if (treatedBy === 0) return 'No'
  return `${treatedNow ? 'Yes' : 'Not yet'} (${treatedBy})`
}

/** The risks of the board, those that expose most on top. */
export function RisksTable() {
  const model = useBoard((board) => board.model)
  const result = useAnalysis((analysis) => analysis.result)
  const editable = useConnection(mayEdit)
  const rows = useMemo(() => riskRows(model, result), [model, result])
  const add = !editable ? null : (
    <button type="button" className={css.add} onClick={() => setView({ inspected: NEW_RISK, right: true })}>
      <Icon name="add" size={14} /> Record a risk
    </button>
  )
  return (
    <RegisterTable
      name="Risks"
      rows={rows}
      columns={COLUMNS}
      idOf={({ risk }) => risk.id}
      textOf={({ risk, on, category, propagation }) =>
        [
          risk.title,
          on,
          category ?? '',
          PROPAGATION_WORDS[propagation].label,
          RISK_STATUS_WORDS[risk.status].label,
        ].join(' ')
      }
      initial={{ column: 'exposes', descending: true }}
      add={add}
      remove={
        !editable
          ? null
          : ({ risk }) => ({
              label: `Delete ${risk.title}`,
              onRemove: () => execute(removeRecords, { ids: [risk.id] }),
            })
      }
      empty={
        <EmptyState icon="risk" title="No risks yet">
          <p>
            A risk sits on a component, on all that a vendor supplies, or on one of its products. Record one
            to see what it reaches.
          </p>
        </EmptyState>
      }
    />
  )
}
