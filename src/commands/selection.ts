import { select, showExposure } from '../state/selection-store.ts'
import { setSpotlight } from '../state/spotlight-store.ts'
import { setView } from '../state/view-store.ts'
import { command, type Situation } from './command.ts'

export const selectAll = command({
  id: 'selection.all',
  label: 'Select all',
  icon: 'select-all',
  group: 'edit',
  keys: ['Mod+A'],
  role: 'viewer',
  run: ({ model, host }) => {
    const ids = [model.segments, model.components, model.links, model.notes].flatMap((list) =>
      list.map(({ id }) => id),
    )
    select(ids)
    host.announce(`${ids.length} selected`)
  },
})

/**
 * What Escape leaves, nearest first: a tool, a name being typed, what one component would give an attacker, an exposure
 * shown alone, the selection. Never a trial, which may have taken a while to put together.
 */
export const selectNone = command({
  id: 'selection.none',
  label: 'Select nothing',
  icon: 'close',
  group: 'edit',
  keys: ['Escape'],
  role: 'viewer',
  when: (now) => left(now) !== null,
  run: (context) => {
    switch (left(context)) {
      case 'tool':
        return setView({ tool: 'select' })
      case 'renaming':
        return setView({ renaming: null })
      case 'blast':
        setSpotlight({ blast: null })
        return context.host.announce('Routes shown again')
      case 'exposure':
        showExposure(null)
        return context.host.announce('All exposures shown')
      case 'selection':
        select([])
        setView({ inspected: null })
        return context.host.announce('Nothing selected')
      case null:
        return
    }
  },
})

type Left = 'tool' | 'renaming' | 'blast' | 'exposure' | 'selection'

function left({ view, selection, spotlight }: Situation): Left | null {
  if (view.renaming !== null) return 'renaming'
  if (view.tool !== 'select') return 'tool'
  if (spotlight.blast !== null) return 'blast'
  if (selection.exposure !== null) return 'exposure'
  return selection.ids.size > 0 || view.inspected !== null ? 'selection' : null
}
