import { stopFollowing } from '../state/follow-store.ts'
import { askBlast } from '../state/inquiry-store.ts'
import { select, showExposure } from '../state/selection-store.ts'
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
 * What Escape leaves, nearest first: a name being typed, a tool, another's view, a blast radius, an exposure shown alone, the selection.
 * Never a trial, which may have taken a while to put together.
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
      case 'following':
        stopFollowing()
        return context.host.announce('No longer following')
      case 'blast':
        askBlast(null)
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

function left({ view, selection, inquiry, spotlight, followed }: Situation) {
  if (view.renaming !== null) return 'renaming'
  if (view.tool !== 'select') return 'tool'
  if (followed !== null) return 'following'
  if (inquiry.blastOf !== null || spotlight.blast !== null) return 'blast'
  if (selection.exposure !== null) return 'exposure'
  return selection.ids.size > 0 || view.inspected !== null ? 'selection' : null
}
