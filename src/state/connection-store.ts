import { create } from 'zustand'
import type { ConnectionState } from '../collab/client/connection.ts'
import type { Presence } from '../collab/doc/presence.ts'

export type Peer = Presence & Readonly<{ client: number }>

/** How this browser stands to the server, and who else is here. */
export type ConnectionStoreState = ConnectionState &
  Readonly<{
    peers: readonly Peer[]
    /** Tells the others where this person is; a partial change of the last word. */
    publish: (change: Partial<Presence>) => void
  }>

export const useConnection = create<ConnectionStoreState>()(() => ({
  phase: 'connecting',
  loaded: false,
  role: null,
  link: null,
  epoch: null,
  pending: 0,
  kept: false,
  end: null,
  peers: [],
  publish: () => undefined,
}))

/** Whether this person may change the board at all; the server decides again on every message. */
export const mayEdit = ({ role, phase }: Pick<ConnectionState, 'role' | 'phase'>): boolean =>
  (role === 'owner' || role === 'editor') && phase !== 'ended'

/** Whether this person may write comments. */
export const mayComment = ({ role, phase }: Pick<ConnectionState, 'role' | 'phase'>): boolean =>
  role !== null && role !== 'viewer' && phase !== 'ended'
