import { useMemo } from 'react'
import { useAnalysis } from '../../state/analysis-store.ts'
import { todayOf } from '../../state/moved-day.ts'
import { useBoard } from '../../state/board-store.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { NEW_MITIGATION, setView, useView } from '../../state/view-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LoadBearing } from '../../ui/load-bearing.tsx'
import { EFFECT_WORDS, MITIGATION_STATUS_WORDS } from '../../ui/record-words.ts'
import { type MitigationRow, mitigationRows, statusKey } from './register-rows.ts'
import type { Column } from './column.ts'
import { dayField, nameField, textField, wordField } from './fields.ts'
import type { Grouping } from './groups.ts'
import { LibraryButton } from './library-button.tsx'
import { RegisterTable } from './register-table.tsx'
import css from './registers.module.css'

const COLUMNS: readonly Column<MitigationRow>[] = [
  {
    id: 'title',
    label: 'Mitigation',
    share: 2.2,
    cell: ({ mitigation }) => mitigation.title,
    sortBy: ({ mitigation }) => mitigation.title,
    edit: nameField('title', ({ mitigation }) => mitigation.title),
  },
  {
    id: 'status',
    label: 'Status',
    width: 140,
    cell: ({ mitigation }) => MITIGATION_STATUS_WORDS[mitigation.status].label,
    sortBy: ({ mitigation }) => statusKey(mitigation),
    facet: ({ mitigation }) => MITIGATION_STATUS_WORDS[mitigation.status].label,
    edit: {
      ...wordField('status', MITIGATION_STATUS_WORDS, ({ mitigation }: MitigationRow) => mitigation.status),
      live: true,
    },
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
    facet: ({ effect }) => EFFECT_WORDS[effect].label,
  },
  { id: 'treats', label: 'Treats', cell: ({ treats }) => treats || '–', sortBy: ({ treats }) => treats },
  { id: 'covers', label: 'Covers', cell: ({ covers }) => covers, sortBy: ({ covers }) => covers },
  {
    id: 'due',
    label: 'Due',
    width: 180,
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
    facet: ({ overdue }) => (overdue ? 'Overdue' : 'Not overdue'),
    edit: dayField('due', ({ mitigation }) => mitigation.due),
  },
  {
    id: 'owner',
    label: 'Owner',
    width: 110,
    cell: ({ mitigation }) => mitigation.owner || '–',
    sortBy: ({ mitigation }) => mitigation.owner,
    facet: ({ mitigation }) => mitigation.owner,
    edit: textField('owner', ({ mitigation }) => mitigation.owner, true),
  },
]

const GROUPINGS: readonly Grouping<MitigationRow>[] = [
  {
    id: 'status',
    label: 'Status',
    of: ({ mitigation }) => MITIGATION_STATUS_WORDS[mitigation.status].label,
    order: ({ mitigation }) => statusKey(mitigation),
  },
  { id: 'control', label: 'Control', of: ({ control }) => control },
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

const idOf = ({ mitigation }: MitigationRow): string => mitigation.id
const textOf = ({ mitigation, effect, covers, treats }: MitigationRow): string =>
  [
    mitigation.title,
    MITIGATION_STATUS_WORDS[mitigation.status].label,
    EFFECT_WORDS[effect].cuts,
    covers,
    treats,
    mitigation.owner,
    mitigation.due ?? '',
  ].join(' ')

/** The mitigations of the board, with their status to be changed in the row. */
export function MitigationsTable() {
  const model = useBoard((board) => board.model)
  const today = useAnalysis(todayOf)
  const editable = useConnection(mayEdit)
  const changes = useAnalysis((analysis) => analysis.changes)
  const rows = useMemo(() => mitigationRows(model, today, changes), [model, today, changes])
  const opened = useView((view) => view.inspected)
  const add = (
    <>
      <LibraryButton />
      {editable && (
        <button
          type="button"
          className={css.add}
          onClick={() => setView({ inspected: NEW_MITIGATION, right: true })}
        >
          <Icon name="add" size={14} /> Add a mitigation
        </button>
      )}
    </>
  )
  return (
    <RegisterTable
      kind="mitigations"
      name="Mitigations"
      rows={rows}
      columns={COLUMNS}
      groupings={GROUPINGS}
      idOf={idOf}
      textOf={textOf}
      initial={{ column: 'title', descending: false }}
      add={add}
      opened={opened}
      onOpen={(id) => setView({ inspected: id, right: true })}
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
