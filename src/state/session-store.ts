import { create } from 'zustand'
import type { Role } from '../collab/doc/wire.ts'

/** The board that is open, and the keys to it that this browser knows (all four for whoever created it here). */
export type SessionState = Readonly<{
  boardId: string | null
  keys: Readonly<Partial<Record<Role, string>>>
  /** Who this person is to the others. */
  me: Readonly<{ name: string; colour: string }>
}>

export const useSession = create<SessionState>()(() => ({
  boardId: null,
  keys: {},
  me: { name: '', colour: '#5c6770' },
}))
