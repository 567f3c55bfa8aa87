import { execute } from '../../commands/execute.ts'
import { homesFor, moveInto } from '../../commands/homes.ts'
import { type Placed, placedIn } from '../../core/layout/frames.ts'
import type { Vendor } from '../../core/model/records.ts'
import { CRITICALITIES } from '../../core/model/terms.ts'
import { useBoard } from '../../state/board-store.ts'
import { componentName } from '../../state/record-names.ts'
import { Badge } from '../../ui/badge.tsx'
import type { PickerGroup, PickerOption } from '../../ui/field-picker.tsx'
import { CRITICALITY_WORDS } from '../../ui/record-words.ts'
import { choicesOf, RATING_WORDS } from '../../ui/words.ts'
import type { CellField, Column } from './column.ts'
import type { ComponentRow } from './component-rows.ts'
import { ExposingCell } from './exposing-cell.tsx'
import { dayField, nameField, optionalField } from './fields.ts'
import type { Grouping } from './groups.ts'
import { exposingKey } from './register-rows.ts'
import css from './registers.module.css'

const named = (options: readonly PickerOption[], query: string): readonly PickerOption[] => {
  const wanted = query.trim().toLowerCase()
  return options.filter(({ label }) => label.toLowerCase().includes(wanted))
}

const placedOf = (rows: readonly ComponentRow[]): readonly Placed[] => {
  const { model } = useBoard.getState()
  return rows.flatMap(({ component }) => placedIn(model, component.id) ?? [])
}

/** Moves the components on the canvas, too, each to a free place in the segment. */
const SEGMENT: CellField<ComponentRow> = {
  as: 'pick',
  find: (rows, query) =>
    homesFor(useBoard.getState().model, placedOf(rows)).map(({ label, options }) => ({
      label: label || null,
      options: named(options, query),
    })),
  read: ({ component }) => component.segment ?? '',
  write: () => null,
  run: (rows, text) => execute(moveInto, { placed: placedOf(rows), home: text || null }),
  many: true,
}

const HOST: CellField<ComponentRow> = {
  as: 'pick',
  find: (rows, query): readonly PickerGroup[] => {
    const guests = new Set(rows.map(({ component }) => component.id))
    const others = useBoard.getState().model.components.filter(({ id }) => !guests.has(id))
    const options = others.map((each) => ({ value: each.id, label: componentName(each) }))
    return [
      { label: null, options: named([{ value: '', label: 'No host' }], query) },
      { label: 'Components', options: named(options, query) },
    ]
  },
  read: ({ component }) => component.host ?? '',
  write: (text) => ({ host: text || null }),
  many: true,
}

const FOOTHOLD_WORDS = { source: 'Starts here', held: 'Gets hold of it', none: 'Has no hold' } as const

function footholdInWords({ foothold, starts }: ComponentRow): string {
  if (foothold === null) return '…'
  if (foothold === 'none') return '–'
  return foothold === 'source' ? `${FOOTHOLD_WORDS.source} (${starts})` : FOOTHOLD_WORDS[foothold]
}

/** What the components of a board can stand together by. */
export const COMPONENT_GROUPINGS: readonly Grouping<ComponentRow>[] = [
  { id: 'segment', label: 'Segment', of: ({ segment }) => segment },
  { id: 'vendor', label: 'Vendor', of: ({ vendor }) => vendor },
  { id: 'function', label: 'Function', of: (row) => row.function },
]

/** The columns of the components register; a component is of one of these vendors, or of none. */
export const componentColumns = (vendors: readonly Vendor[]): readonly Column<ComponentRow>[] => [
  {
    id: 'name',
    label: 'Component',
    share: 1.8,
    cell: ({ name }) => name,
    sortBy: ({ name }) => name,
    edit: nameField('name', ({ component }) => component.name),
  },
  {
    id: 'function',
    label: 'Function',
    width: 84,
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
    edit: SEGMENT,
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
    width: 64,
    cell: ({ component }) => component.version ?? '–',
    sortBy: ({ component }) => component.version ?? '',
    edit: optionalField('version', ({ component }) => component.version, true),
  },
  {
    id: 'criticality',
    label: 'Criticality',
    width: 82,
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
    width: 224,
    cell: ({ exposing }) => <ExposingCell exposing={exposing} />,
    sortBy: ({ exposing }) => exposingKey(exposing),
    greatestFirst: true,
    facet: ({ exposing }) => (exposing?.worst ? RATING_WORDS[exposing.worst.rating].label : 'Nothing'),
  },
  {
    id: 'foothold',
    label: 'Attacker',
    longLabel: 'Whether exposures start here, and how many, or the attacker gets hold of it on the way',
    width: 132,
    cell: footholdInWords,
    sortBy: ({ foothold, starts }) => (foothold === 'held' ? 0.5 : starts),
    greatestFirst: true,
    facet: ({ foothold }) => (foothold === null ? '…' : FOOTHOLD_WORDS[foothold]),
  },
  {
    id: 'hardware',
    label: 'Hardware',
    width: 86,
    cell: ({ component }) => component.hardware ?? '–',
    sortBy: ({ component }) => component.hardware ?? '',
    edit: optionalField('hardware', ({ component }) => component.hardware, true),
  },
  {
    id: 'support',
    label: 'Support end',
    width: 140,
    cell: ({ component, late }) => <Day day={component.supportEnd} over={late.support} word="ended" />,
    sortBy: ({ component }) => component.supportEnd ?? '9999',
    edit: dayField('supportEnd', ({ component }) => component.supportEnd),
  },
  {
    id: 'removal',
    label: 'Removal',
    width: 130,
    cell: ({ component, late }) => <Day day={component.removal} over={late.removal} word="due" />,
    sortBy: ({ component }) => component.removal ?? '9999',
    edit: dayField('removal', ({ component }) => component.removal),
  },
  {
    id: 'site',
    label: 'Site',
    width: 96,
    cell: ({ component }) => component.site ?? '–',
    sortBy: ({ component }) => component.site ?? '',
    facet: ({ component }) => component.site ?? '',
    edit: optionalField('site', ({ component }) => component.site, true),
  },
  {
    id: 'host',
    label: 'Host',
    width: 110,
    cell: ({ host }) => host || '–',
    sortBy: ({ host }) => host,
    edit: HOST,
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
