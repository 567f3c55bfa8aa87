import { SUMMON_STANDS_MS } from '../collab/doc/summon.ts'
import { useAsking } from '../state/asking-store.ts'
import { useConnection } from '../state/connection-store.ts'
import { setView } from '../state/view-store.ts'
import { command } from './command.ts'
import { randomId } from './new-id.ts'

/** How long one waits before asking everybody again; the others' browsers hold to it as well. */
const PAUSE_MS = 10_000
/** The others let the question go by themselves; it is not to look as if it were taken back. */
const STANDS_MS = SUMMON_STANDS_MS + 5_000

let askedAt = -Infinity
let standing: ReturnType<typeof setTimeout> | undefined

const stopAsking = () => {
  clearTimeout(standing)
  useAsking.setState({ asking: null })
  useConnection.getState().publish({ summon: null })
}

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
    useAsking.setState({ asking: id })
    clearTimeout(standing)
    standing = setTimeout(stopAsking, STANDS_MS)
    const others = people.filter(({ mine }) => !mine).length
    host.notify(others === 1 ? '1 person is asked to come.' : `${others} people are asked to come.`)
  },
})

export const stopBringing = command({
  id: 'people.stop-bringing',
  label: 'Take back the request to come',
  icon: 'close',
  group: 'view',
  role: 'viewer',
  when: ({ asking }) => asking !== null,
  run: ({ host }) => {
    stopAsking()
    host.notify('The others are asked no more.')
  },
})
