import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { setFields } from '../../commands/edit-fields.ts'
import { execute } from '../../commands/execute.ts'
import { removeRecords } from '../../commands/remove.ts'
import type { Mitigation } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { NEW_MITIGATION, setView } from '../../state/view-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LoadBearing } from '../../ui/load-bearing.tsx'
import { EFFECT_WORDS, MITIGATION_STATUS_WORDS } from '../../ui/record-words.ts'
import { choicesOf } from '../../ui/words.ts'
import { type MitigationRow, mitigationRows, statusKey } from './register-rows.ts'
import { type Column, RegisterTable } from './register-table.tsx'
import css from './registers.module.css'

const COLUMNS: readonly Column<MitigationRow>[] = [
  {
    id: 'title',
    label: 'Mitigation',
    width: '26%',
    cell: ({ mitigation }) => mitigation.title,
    sortBy: ({ mitigation }) => mitigation.title,
  },
  {
    id: 'status',
    label: 'Status',
    width: 140,
    cell: ({ mitigation }) => <StatusCell mitigation={mitigation} />,
    sortBy: ({ mitigation }) => statusKey(mitigation),
  },
  {
    id: 'counts',
    label: 'Counts',
    longLabel: 'Counts in the scenario of the board, and how many exposures it then bears',
    width: 148,
    cell: (row) => <CountsCell row={row} />,
    sortBy: ({ counts, bears }) => (counts ? 1 + (bears ?? 0) : 0),
    greatestFirst: true,
  },
  {
    id: 'does',
    label: 'Does',
    width: 164,
    cell: ({ effect, cuts }) => (
      <span className={cuts ? undefined : css.muted}>
        {cuts ? EFFECT_WORDS[effect].cuts : 'cuts nothing'}
      </span>
    ),
    sortBy: ({ effect }) => EFFECT_WORDS[effect].cuts,
  },
  { id: 'treats', label: 'Treats', cell: ({ treats }) => treats || '–', sortBy: ({ treats }) => treats },
  { id: 'covers', label: 'Covers', cell: ({ covers }) => covers, sortBy: ({ covers }) => covers },
  {
    id: 'due',
    label: 'Due',
    width: 180,
    spare: true,
    cell: ({ mitigation, overdue }) => (
      <span className={css.figures}>
        {mitigation.due ?? '–'}
        {overdue && (
          <Badge tone="warning" icon="warning">
            overdue
          </Badge>
        )}
      </span>
    ),
    sortBy: ({ mitigation }) => mitigation.due ?? '9999',
  },
  {
    id: 'owner',
    label: 'Owner',
    width: 110,
    spare: true,
    cell: ({ mitigation }) => mitigation.owner || '–',
    sortBy: ({ mitigation }) => mitigation.owner,
  },
]

function CountsCell({ row: { counts, bears } }: { row: MitigationRow }) {
  return (
    <span className={counts ? css.answer : `${css.answer} ${css.muted}`}>
      <Icon name={counts ? 'check' : 'close'} size={14} /> {counts ? 'Yes' : 'No'}
      {bears === null && counts && <span className={css.muted}>…</span>}
      {bears !== null && bears > 0 && <LoadBearing opens={bears} />}
    </span>
  )
}

const STATUSES = choicesOf(MITIGATION_STATUS_WORDS)

/** The main gesture of a workshop: proposed, planned, implemented, verified, and the canvas answers at once. */
function StatusCell({ mitigation }: { mitigation: Mitigation }) {
  const editable = useConnection(mayEdit)
  const { id, title, status } = mitigation
  if (!editable) return MITIGATION_STATUS_WORDS[status].label
  return (
    <NativeSelect
      size="xs"
      className={`${css.above} ${css.status}`}
      aria-label={`Status of ${title}`}
      title={MITIGATION_STATUS_WORDS[status].means}
      value={status}
      data={STATUSES}
      onChange={(event) => {
        const picked = STATUSES.find(({ value }) => value === event.currentTarget.value)
        if (picked === undefined) return
        const label = `Set ${title} to ${picked.label.toLowerCase()}`
        execute(setFields, { kind: 'mitigations', id, fields: { status: picked.value }, label })
      }}
    />
  )
}

/** The mitigations of the board, with their status to be changed in the row. */
export function MitigationsTable() {
  const model = useBoard((board) => board.model)
  const today = useAnalysis((analysis) => analysis.result?.date ?? null)
  const editable = useConnection(mayEdit)
  const changes = useAnalysis((analysis) => analysis.changes)
  const rows = useMemo(() => mitigationRows(model, today, changes), [model, today, changes])
  const add = !editable ? null : (
    <button
      type="button"
      className={css.add}
      onClick={() => setView({ inspected: NEW_MITIGATION, right: true })}
    >
      <Icon name="add" size={14} /> Add a mitigation
    </button>
  )
  return (
    <RegisterTable
      name="Mitigations"
      rows={rows}
      columns={COLUMNS}
      idOf={({ mitigation }) => mitigation.id}
      textOf={({ mitigation, effect, covers, treats }) =>
        [
          mitigation.title,
          MITIGATION_STATUS_WORDS[mitigation.status].label,
          EFFECT_WORDS[effect].cuts,
          covers,
          treats,
          mitigation.owner,
          mitigation.due ?? '',
        ].join(' ')
      }
      initial={{ column: 'title', descending: false }}
      add={add}
      remove={
        !editable
          ? null
          : ({ mitigation }) => ({
              label: `Delete ${mitigation.title}`,
              onRemove: () => execute(removeRecords, { ids: [mitigation.id] }),
            })
      }
      empty={
        <EmptyState icon="mitigation" title="No mitigations yet">
          <p>
            Open a risk to add what treats it: the controls that can cut its path stand first. Nothing that is
            only planned counts until it is implemented.
          </p>
        </EmptyState>
      }
    />
  )
}
