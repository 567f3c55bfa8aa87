import type { BoardConnection } from '../../collab/client/connection.ts'
import { PresenceSender } from '../../collab/client/presence-sender.ts'
import { type Presence, readPresence } from '../../collab/doc/presence.ts'
import { useConnection } from '../../state/connection-store.ts'
import { newer, showPeople, usePeople } from '../../state/people-store.ts'
import { freeColour } from '../free-colour.ts'
import { recolour, useIdentity } from '../own-identity.ts'

/** One who goes without a word may only be changing the socket: for so long nobody is told. */
const GRACE_MS = 4_000

/** Whoever is here so soon was here before: the one who comes makes room. */
const ARRIVAL_MS = 3_000

type Change = Readonly<{ added: number[]; updated: number[]; removed: number[] }>

/** Tells the others of this person, and the stores of the others. Returns the ending. */
export function sharePresence({ awareness, rename }: BoardConnection): () => void {
  const sender = new PresenceSender(awareness)
  const live = new Map<number, Presence>()
  const leaving = new Map<number, Presence>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const show = () => showPeople(new Map(live), leaving, useConnection.getState().user)

  const arrived = Date.now()
  const makeRoom = () => {
    const { chosen, colour } = useIdentity.getState()
    const others = usePeople.getState().people.filter(({ mine }) => !mine)
    const free = freeColour(
      colour,
      others.map((other) => other.colour),
    )
    if (!chosen && free !== null) recolour(free)
  }

  const forget = (clients: readonly number[]) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      // Without a connection nobody can be seen to go.
      if (useConnection.getState().phase !== 'online') return forget(clients)
      for (const client of clients) leaving.delete(client)
      show()
    }, GRACE_MS)
    timers.add(timer)
  }
  const hear = ({ added, updated, removed }: Change) => {
    const states = awareness.getStates()
    const gone: number[] = []
    for (const client of [...added, ...updated, ...removed]) {
      if (client === awareness.clientID) continue
      const before = live.get(client)
      const now = readPresence(states.get(client))
      // Taken out in any case: whoever spoke last stands last.
      live.delete(client)
      if (now !== null) {
        live.set(client, newer(before, now))
        leaving.delete(client)
      } else if (before !== undefined) {
        leaving.set(client, before)
        gone.push(client)
      }
    }
    if (gone.length > 0) forget(gone)
    show()
    if (Date.now() - arrived < ARRIVAL_MS) makeRoom()
  }

  const { name, colour } = useIdentity.getState()
  sender.tell({ name, colour, cursor: null, selection: [] })
  const stopRenaming = useIdentity.subscribe((identity) => {
    sender.tell({ name: identity.name, colour: identity.colour })
    void rename()
  })
  usePeople.setState({ self: awareness.clientID })
  awareness.on('change', hear)
  useConnection.setState({ publish: (change) => sender.tell(change) })

  return () => {
    awareness.off('change', hear)
    stopRenaming()
    sender.stop()
    for (const timer of timers) clearTimeout(timer)
    usePeople.setState(usePeople.getInitialState())
  }
}
