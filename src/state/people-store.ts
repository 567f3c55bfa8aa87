import { create } from 'zustand'
import type { Presence } from '../collab/doc/presence.ts'

/** One person on this board, in however many tabs. */
export type Person = Readonly<{
  /** The user that the server knows, or the client where it names none. */
  key: string
  clients: readonly number[]
  name: string
  colour: string
  role: Presence['role']
  /** Another tab of the person at this screen. */
  mine: boolean
}>

export type Marked = Readonly<{ client: number; name: string; colour: string; ids: readonly string[] }>
export type PeerDrag = Marked & NonNullable<Presence['drag']>

/**
 * The others. What React draws keeps its identity until it changes, so that a moving cursor draws nothing anew; `live`
 * changes with every word, and is for those who draw by hand. Whoever spoke last stands last in it.
 */
export type PeopleState = Readonly<{
  people: readonly Person[]
  selections: readonly Marked[]
  drags: readonly PeerDrag[]
  /** Whether somebody points with a laser. */
  lasers: boolean
  live: ReadonlyMap<number, Presence>
  /** The client that this tab is. */
  self: number
}>

export const usePeople = create<PeopleState>()(() => ({
  people: [],
  selections: [],
  drags: [],
  lasers: false,
  live: new Map(),
  self: -1,
}))

/** The tab in which this person did something last, null where it is in none. */
export function activeClient({ clients }: Pick<Person, 'clients'>, live: PeopleState['live']): number | null {
  return [...live.keys()].findLast((client) => clients.includes(client)) ?? null
}
