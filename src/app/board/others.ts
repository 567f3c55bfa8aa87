import type { BoardConnection } from '../../collab/client/connection.ts'
import { type Presence, readPresence } from '../../collab/doc/presence.ts'
import { useConnection } from '../../state/connection-store.ts'
import { usePeople } from '../../state/people-store.ts'
import { newer, showPeople } from '../../state/show-people.ts'
import { freeColour } from '../free-colour.ts'
import { recolour, useIdentity } from '../own-identity.ts'
import { watchPeople } from './people-news.ts'

/** One who goes without a word may only be changing the socket: for so long nobody is told. */
const GRACE_MS = 4_000

/** Whoever is here so soon was here before: the one who comes makes room. */
const ARRIVAL_MS = 3_000

type Change = Readonly<{ added: number[]; updated: number[]; removed: number[] }>

/**
 * Tells the stores of the others, and this person of who comes and goes. Loaded with the first of them. `arrived`: when this
 * person came, in ms since 1970. Returns the ending.
 */
export function followOthers(awareness: BoardConnection['awareness'], arrived: number): () => void {
  const live = new Map<number, Presence>()
  const leaving = new Map<number, Presence>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const show = () => showPeople(new Map(live), leaving, useConnection.getState().user)

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

  hear({ added: [...awareness.getStates().keys()], updated: [], removed: [] })
  awareness.on('change', hear)
  const stopWatching = watchPeople()

  return () => {
    stopWatching()
    awareness.off('change', hear)
    for (const timer of timers) clearTimeout(timer)
  }
}
