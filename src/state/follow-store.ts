import { create } from 'zustand'
import type { Presence } from '../collab/doc/presence.ts'
import { activeClient, type Person, usePeople } from './people-store.ts'

type Followed = Readonly<{ client: number; key: string; name: string; colour: string }>

/** Whose view this screen goes along with. */
export type FollowState = Readonly<{ followed: Followed | null }>

export const useFollow = create<FollowState>()(() => ({ followed: null }))

/** Goes along with what a person sees in the tab where he or she is active. */
export function follow({ key, clients, name, colour }: Person): void {
  const client = activeClient({ clients }, usePeople.getState().live)
  if (client !== null) useFollow.setState({ followed: { client, key, name, colour } })
}

export const stopFollowing = (): void => {
  if (useFollow.getState().followed !== null) useFollow.setState({ followed: null })
}

/**
 * Whose view decides for one who follows `client`: that client's, or that of whom it follows in turn. Null where they go
 * round in a circle, so that all stand still until one of them moves.
 */
export function leaderOf(
  client: number,
  self: number,
  live: ReadonlyMap<number, Pick<Presence, 'follows'>>,
): number | null {
  const passed = new Set([self])
  for (let at = client; !passed.has(at); ) {
    passed.add(at)
    const next = live.get(at)?.follows ?? null
    if (next === null) return at
    at = next
  }
  return null
}
