import { create } from 'zustand'
import { BEFORE_CONNECTING, type ConnectionState } from '../collab/client/connection-state.ts'
import type { Presence } from '../collab/doc/presence.ts'

/** How this browser stands to the server, and how it tells the others about itself. */
export type ConnectionStoreState = ConnectionState &
  Readonly<{
    /** Tells the others where this person is; a partial change of the last word. */
    publish: (change: Partial<Presence>) => void
  }>

export const useConnection = create<ConnectionStoreState>()(() => ({
  ...BEFORE_CONNECTING,
  publish: () => undefined,
}))

/** Whether this person may change the board at all; the server decides again on every message. */
export const mayEdit = ({ role, phase }: Pick<ConnectionState, 'role' | 'phase'>): boolean =>
  (role === 'owner' || role === 'editor') && phase !== 'ended'

/** Whether this person may write comments. */
export const mayComment = ({ role, phase }: Pick<ConnectionState, 'role' | 'phase'>): boolean =>
  role !== null && role !== 'viewer' && phase !== 'ended'
