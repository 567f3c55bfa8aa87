import { follow, stopFollowing } from '../../state/follow-store.ts'
import type { Person } from '../../state/people-store.ts'
import { announce } from './notices.tsx'

/** Follows a person, or stops where that one is followed. */
export function toggleFollow(person: Person, isFollowed: boolean): void {
  if (isFollowed) stopFollowing()
  else follow(person)
  announce(isFollowed ? 'No longer following' : `Following ${person.name}. Escape stops it.`)
}
