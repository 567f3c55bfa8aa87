import { recordIn } from '../core/model/lookup.ts'
import { setView } from '../state/view-store.ts'
import { command, type Situation } from './command.ts'

export const rename = command({
  id: 'selection.rename',
  label: 'Rename',
  icon: 'edit',
  group: 'edit',
  keys: ['F2', 'Enter'],
  canvasOnly: true,
  role: 'editor',
  when: (now) => only(now) !== null,
  run: (context) => setView({ renaming: only(context) }),
})

/** The one selected record that has a name to type. */
function only({ model, selection }: Situation): string | null {
  const [id] = selection.ids
  if (id === undefined || selection.ids.size !== 1) return null
  const named = ['components', 'segments', 'links', 'notes'] as const
  return named.some((kind) => recordIn(model, kind, id) !== undefined) ? id : null
}
