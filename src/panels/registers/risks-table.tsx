import { useMemo } from 'react'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { NEW_RISK, setView, useView } from '../../state/view-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { RATING_WORDS } from '../../ui/words.ts'
import { PROPAGATION_WORDS, RISK_STATUS_WORDS } from '../../ui/record-words.ts'
import { ExposingCell } from './exposing-cell.tsx'
import { exposingKey, type RiskRow, riskRows } from './register-rows.ts'
import type { Column } from './column.ts'
import { nameField, textField, wordField, dayField } from './fields.ts'
import type { Grouping } from './groups.ts'
import { LibraryButton } from './library-button.tsx'
import { RegisterTable } from './register-table.tsx'
import css from './registers.module.css'

const COLUMNS: readonly Column<RiskRow>[] = [
  {
    id: 'title',
    label: 'Risk',
    share: 2.5,
    cell: ({ risk }) => risk.title,
    sortBy: ({ risk }) => risk.title,
    edit: nameField('title', ({ risk }) => risk.title),
  },
  { id: 'on', label: 'On', cell: ({ on }) => on, sortBy: ({ on }) => on, facet: ({ on }) => on },
  {
    id: 'opens',
    label: 'Opens',
    width: 124,
    cell: ({ propagation }) => PROPAGATION_WORDS[propagation].label,
    sortBy: ({ propagation }) => PROPAGATION_WORDS[propagation].label,
    facet: ({ propagation }) => PROPAGATION_WORDS[propagation].label,
  },
  {
    id: 'exposes',
    label: 'Exposes',
    width: 216,
    cell: ({ exposing }) => <ExposingCell exposing={exposing} />,
    sortBy: ({ exposing }) => exposingKey(exposing),
    greatestFirst: true,
    facet: ratingInWords,
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
    width: 108,
    cell: ({ risk }) => RISK_STATUS_WORDS[risk.status].label,
    sortBy: ({ risk }) => RISK_STATUS_WORDS[risk.status].label,
    facet: ({ risk }) => RISK_STATUS_WORDS[risk.status].label,
    edit: {
      ...wordField('status', RISK_STATUS_WORDS, ({ risk }) => risk.status),
      caution: (status) =>
        status === 'accepted'
          ? 'Without “accepted by” and “accepted until” nobody is named, and it is for good.'
          : undefined,
    },
  },
  {
    id: 'until',
    label: 'Accepted until',
    width: 112,
    cell: ({ risk }) => risk.acceptedUntil ?? '–',
    sortBy: ({ risk }) => risk.acceptedUntil ?? '9999',
    edit: dayField('acceptedUntil', ({ risk }) => risk.acceptedUntil),
  },
  {
    id: 'by',
    label: 'Accepted by',
    width: 112,
    cell: ({ risk }) => risk.acceptedBy || '–',
    sortBy: ({ risk }) => risk.acceptedBy,
    edit: textField('acceptedBy', ({ risk }) => risk.acceptedBy, true),
  },
  {
    id: 'treated',
    label: 'Treated',
    longLabel: 'How many of the mitigations that are meant to treat it count in this scenario',
    width: 92,
    cell: treatedInWords,
    sortBy: ({ treatedNow }) => treatedNow,
    greatestFirst: true,
  },
]

const GROUPINGS: readonly Grouping<RiskRow>[] = [
  { id: 'vendor', label: 'Vendor', of: ({ vendor }) => vendor },
  { id: 'category', label: 'Category', of: ({ category }) => category ?? '' },
  { id: 'status', label: 'Status', of: ({ risk }) => RISK_STATUS_WORDS[risk.status].label },
]

function ratingInWords({ exposing }: RiskRow): string {
  return exposing?.worst ? RATING_WORDS[exposing.worst.rating].label : 'Nothing'
}

function treatedInWords({ treatedBy, treatedNow }: RiskRow): string {
  return treatedBy === 0 ? '–' : `${treatedNow} of ${treatedBy}`
}

const idOf = ({ risk }: RiskRow): string => risk.id
const textOf = ({ risk, on, category, propagation }: RiskRow): string =>
  [
    risk.title,
    on,
    category ?? '',
    PROPAGATION_WORDS[propagation].label,
    RISK_STATUS_WORDS[risk.status].label,
  ].join(' ')

/** The risks of the board, those that expose most on top. */
export function RisksTable() {
  const model = useBoard((board) => board.model)
  const result = useAnalysis((analysis) => analysis.result)
  const editable = useConnection(mayEdit)
  const rows = useMemo(() => riskRows(model, result), [model, result])
  const opened = useView((view) => view.inspected)
  const add = (
    <>
      <LibraryButton />
      {editable && (
        <button
          type="button"
          className={css.add}
          onClick={() => setView({ inspected: NEW_RISK, right: true })}
        >
          <Icon name="add" size={14} /> Record a risk
        </button>
      )}
    </>
  )
  return (
    <RegisterTable
      kind="risks"
      name="Risks"
      rows={rows}
      columns={COLUMNS}
      groupings={GROUPINGS}
      idOf={idOf}
      textOf={textOf}
      initial={{ column: 'exposes', descending: true }}
      add={add}
      opened={opened}
      onOpen={(id) => setView({ inspected: id, right: true })}
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
