import { useConnection } from '../state/connection-store.ts'
import { setView } from '../state/view-store.ts'
import { command } from './command.ts'
import { randomId } from './new-id.ts'

/** How long one waits before asking everybody again; the others' browsers hold to it as well. */
const PAUSE_MS = 10_000

let askedAt = -Infinity

export const laserTool = command({
  id: 'view.tool-laser',
  label: 'Laser pointer',
  icon: 'laser',
  group: 'view',
  keys: ['K'],
  canvasOnly: true,
  role: 'viewer',
  run: ({ view }) => setView({ tool: view.tool === 'laser' ? 'select' : 'laser' }),
})

/** Nobody is taken anywhere: each of the others is asked, and may say no. */
export const bringEveryone = command({
  id: 'people.bring',
  label: 'Bring everyone here',
  icon: 'bring',
  group: 'view',
  role: 'viewer',
  when: ({ connection, people }) =>
    connection.role !== null &&
    connection.role !== 'viewer' &&
    connection.phase === 'online' &&
    people.some(({ mine }) => !mine),
  run: ({ host, people, connection: { publish } }) => {
    const view = host.canvas?.view()
    if (view === undefined) return
    const now = performance.now()
    if (now - askedAt < PAUSE_MS) return host.notify('You have just asked. Give the others a moment.')
    askedAt = now
    const id = randomId()
    publish({ summon: { id, view: { ...view, x: Math.round(view.x), y: Math.round(view.y) } } })
    setTimeout(() => useConnection.getState().publish({ summon: null }), PAUSE_MS)
    const others = people.filter(({ mine }) => !mine).length
    host.notify(others === 1 ? '1 person is asked to come.' : `${others} people are asked to come.`)
  },
})
