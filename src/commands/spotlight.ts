import { select } from '../state/selection-store.ts'
import { setSpotlight } from '../state/spotlight-store.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command } from './command.ts'

/** What an attack hinges on (AN12), each marked on the canvas until it is asked for again. */
export const showChokes = command({
  id: 'exposure.show-chokes',
  label: 'Mark choke points',
  icon: 'choke',
  group: 'exposure',
  role: 'viewer',
  run: ({ spotlight, host }) => {
    setSpotlight({ chokePoints: !spotlight.chokePoints })
    host.announce(spotlight.chokePoints ? 'Choke points no longer marked' : 'Choke points marked')
  },
})

export const showSeparating = command({
  id: 'exposure.show-separating',
  label: 'Mark the separating set',
  icon: 'cut',
  group: 'exposure',
  role: 'viewer',
  run: ({ spotlight, host }) => {
    setSpotlight({ separatingSet: !spotlight.separatingSet })
    host.announce(spotlight.separatingSet ? 'Separating set no longer marked' : 'Separating set marked')
  },
})

export const openChokes = command({
  id: 'exposure.open-chokes',
  label: 'Choke points…',
  icon: 'choke',
  group: 'exposure',
  role: 'viewer',
  when: ({ model }) => model.components.length > 0,
  run: () => setView({ bottom: true, bottomTab: 'chokes' }),
})

/** Selects an element and moves the view to where it can be seen. */
export const showElement: Command<{ id: string }> = command({
  id: 'selection.show',
  label: 'Show on the canvas',
  icon: 'show',
  group: 'view',
  role: 'viewer',
  run: ({ host }, { id }) => {
    select([id])
    setView({ inspected: null })
    host.canvas?.reveal([id])
  },
})
