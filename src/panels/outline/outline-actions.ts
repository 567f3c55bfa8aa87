import { setFields } from '../../commands/edit-fields.ts'
import { execute, getHost } from '../../commands/execute.ts'
import { connectTo, moveTo } from '../../commands/links.ts'
import { removeRecords } from '../../commands/remove.ts'
import { select, useSelection } from '../../state/selection-store.ts'
import { setView } from '../../state/view-store.ts'
import { useOutline } from './outline-store.ts'
import type { OutlineKind, OutlineRow } from './outline-tree.ts'

type Modifiers = Readonly<{ shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }>

/** One thing that can be done to a row from the keyboard; the keys count while the row has the focus. */
export type RowAction = Readonly<{
  label: string
  icon: string
  keys: readonly string[]
  role: 'viewer' | 'editor'
  kinds: readonly OutlineKind[]
  run: (row: OutlineRow) => void
}>

/** Selects a row's record, or adds it to the selection; a risk has no place on the canvas and is inspected instead. */
export function selectRow(row: OutlineRow, { shiftKey, ctrlKey, metaKey }: Modifiers): void {
  if (row.kind === 'risks') return setView({ inspected: row.id, right: true })
  const { ids } = useSelection.getState()
  if (!shiftKey && !ctrlKey && !metaKey) {
    select([row.id])
    getHost()?.canvas?.reveal([row.id])
  } else {
    const next = new Set(ids)
    if (!next.delete(row.id)) next.add(row.id)
    select(next)
  }
  setView({ inspected: null })
}

const show = (row: OutlineRow): void => getHost()?.canvas?.fit([row.under ?? row.id])

/** Selects the record alone first, since these commands act on the selection. */
const onSelected = (command: typeof connectTo) => (row: OutlineRow) => {
  select([row.id])
  execute(command)
}

export const ROW_ACTIONS: readonly RowAction[] = [
  {
    label: 'Rename',
    icon: 'edit',
    keys: ['F2'],
    role: 'editor',
    kinds: ['segments', 'components', 'links', 'risks'],
    run: (row) => useOutline.setState({ renaming: row.key }),
  },
  {
    label: connectTo.label,
    icon: connectTo.icon,
    keys: connectTo.keys ?? [],
    role: 'editor',
    kinds: ['components'],
    run: onSelected(connectTo),
  },
  {
    label: moveTo.label,
    icon: moveTo.icon,
    keys: moveTo.keys ?? [],
    role: 'editor',
    kinds: ['segments', 'components', 'notes'],
    run: onSelected(moveTo),
  },
  {
    label: 'Show on the canvas',
    icon: 'show',
    keys: ['Shift+Enter'],
    role: 'viewer',
    kinds: ['segments', 'components', 'links', 'notes', 'risks'],
    run: show,
  },
  {
    label: 'Delete',
    icon: 'delete',
    keys: ['Delete', 'Backspace'],
    role: 'editor',
    kinds: ['segments', 'components', 'links', 'notes', 'risks'],
    run: (row) => execute(removeRecords, { ids: [row.id] }),
  },
]

/** Writes a typed name; an empty one of a link leaves the interface's. */
export function renameRow({ kind, id }: OutlineRow, typed: string): void {
  const name = typed.trim()
  const label = name === '' ? 'Remove the name' : `Rename ${name}`
  if (kind === 'links') execute(setFields, { kind, id, fields: { name: name || null }, label })
  else if (kind === 'risks') execute(setFields, { kind, id, fields: { title: name }, label })
  else if (kind !== 'notes') execute(setFields, { kind, id, fields: { name }, label })
}
