import { useMemo } from 'react'
import { CRITICALITIES } from '../../core/model/terms.ts'
import type { Vendor } from '../../core/model/records.ts'
import { useAnalysis } from '../../state/analysis-store.ts'
import { useBoard } from '../../state/board-store.ts'
import { select, useSelection } from '../../state/selection-store.ts'
import { setView } from '../../state/view-store.ts'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CRITICALITY_WORDS } from '../../ui/record-words.ts'
import { choicesOf, RATING_WORDS } from '../../ui/words.ts'
import type { Column } from './column.ts'
import { type ComponentRow, componentRows } from './component-rows.ts'
import { ExposingCell } from './exposing-cell.tsx'
import { dayField, nameField, optionalField } from './fields.ts'
import { exposingKey } from './register-rows.ts'
import { RegisterTable } from './register-table.tsx'
import css from './registers.module.css'

const columnsFor = (vendors: readonly Vendor[]): readonly Column<ComponentRow>[] => [
  {
    id: 'name',
    label: 'Component',
    share: 1.4,
    cell: ({ name }) => name,
    sortBy: ({ name }) => name,
    edit: nameField('name', ({ component }) => component.name),
  },
  {
    id: 'function',
    label: 'Function',
    width: 92,
    cell: (row) => row.function || '–',
    sortBy: (row) => row.function,
    facet: (row) => row.function,
  },
  {
    id: 'segment',
    label: 'Segment',
    cell: ({ segment }) => segment || '–',
    sortBy: ({ segment }) => segment,
    facet: ({ segment }) => segment,
  },
  {
    id: 'vendor',
    label: 'Vendor',
    cell: ({ vendor }) => vendor || '–',
    sortBy: ({ vendor }) => vendor,
    facet: ({ vendor }) => vendor,
    edit: {
      as: 'choice',
      choices: [{ value: '', label: 'None' }, ...vendors.map(({ id, name }) => ({ value: id, label: name }))],
      read: ({ component }) => component.vendor ?? '',
      write: (text) => ({ vendor: text || null }),
      many: true,
    },
  },
  {
    id: 'product',
    label: 'Product',
    cell: ({ component }) => component.product ?? '–',
    sortBy: ({ component }) => component.product ?? '',
    edit: optionalField('product', ({ component }) => component.product, true),
  },
  {
    id: 'version',
    label: 'Version',
    width: 76,
    cell: ({ component }) => component.version ?? '–',
    sortBy: ({ component }) => component.version ?? '',
    edit: optionalField('version', ({ component }) => component.version, true),
  },
  {
    id: 'criticality',
    label: 'Criticality',
    width: 86,
    cell: ({ criticality }) => CRITICALITY_WORDS[criticality].label,
    sortBy: ({ criticality }) => -CRITICALITIES.indexOf(criticality),
    greatestFirst: true,
    facet: ({ criticality }) => CRITICALITY_WORDS[criticality].label,
    edit: {
      as: 'choice',
      choices: [{ value: '', label: 'From catalogue' }, ...choicesOf(CRITICALITY_WORDS)],
      read: ({ component }) => component.criticality ?? '',
      write: (text) => ({ criticality: text || null }),
      many: true,
    },
  },
  {
    id: 'exposes',
    label: 'Exposed',
    longLabel: 'What takes or reaches it: the worst rating, and how often',
    width: 188,
    cell: ({ exposing }) => <ExposingCell exposing={exposing} />,
    sortBy: ({ exposing }) => exposingKey(exposing),
    greatestFirst: true,
    facet: ({ exposing }) => (exposing?.worst ? RATING_WORDS[exposing.worst.rating].label : 'Nothing'),
  },
  {
    id: 'hardware',
    label: 'Hardware',
    width: 86,
    spare: true,
    cell: ({ component }) => component.hardware ?? '–',
    sortBy: ({ component }) => component.hardware ?? '',
    edit: optionalField('hardware', ({ component }) => component.hardware, true),
  },
  {
    id: 'support',
    label: 'Support end',
    width: 130,
    spare: true,
    cell: ({ component, late }) => <Day day={component.supportEnd} over={late.support} word="ended" />,
    sortBy: ({ component }) => component.supportEnd ?? '9999',
    edit: dayField('supportEnd', ({ component }) => component.supportEnd),
  },
  {
    id: 'removal',
    label: 'Removal',
    width: 130,
    spare: true,
    cell: ({ component, late }) => <Day day={component.removal} over={late.removal} word="due" />,
    sortBy: ({ component }) => component.removal ?? '9999',
    edit: dayField('removal', ({ component }) => component.removal),
  },
  {
    id: 'site',
    label: 'Site',
    width: 90,
    spare: true,
    cell: ({ component }) => component.site ?? '–',
    sortBy: ({ component }) => component.site ?? '',
    facet: ({ component }) => component.site ?? '',
    edit: optionalField('site', ({ component }) => component.site, true),
  },
  {
    id: 'host',
    label: 'Host',
    width: 90,
    spare: true,
    cell: ({ host }) => host || '–',
    sortBy: ({ host }) => host,
  },
]

function Day({ day, over, word }: Readonly<{ day: string | null; over: boolean; word: string }>) {
  if (day === null) return '–'
  return (
    <span className={css.figures}>
      {day}
      {over && (
        <Badge tone="warning" icon="warning">
          {word}
        </Badge>
      )}
    </span>
  )
}

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
  const rows = useMemo(() => componentRows(model, result, result?.date ?? null), [model, result])
  const columns = useMemo(() => columnsFor(model.vendors), [model.vendors])
  const selected = useSelection(({ ids }) => (ids.size === 1 ? ([...ids][0] ?? null) : null))
  return (
    <RegisterTable
      kind="components"
      name="Components"
      rows={rows}
      columns={columns}
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
