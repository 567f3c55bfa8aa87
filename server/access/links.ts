import { timingSafeEqual } from 'node:crypto'
import { type Link, type Role, ROLES } from '../../src/collab/doc/wire.ts'
import type { StoredLink } from '../storage/store.ts'
import { createId, createSecret, hashSecret } from './secrets.ts'

export type BoardKeys = Readonly<Record<Role, string>>

/** A new link with its key, which is for the answer and nowhere else: the store gets the hash alone. */
export function createLink(
  role: Role,
  { name = '', expires = null }: Partial<Pick<Link, 'name' | 'expires'>> = {},
): { link: StoredLink; key: string } {
  const key = createSecret()
  const created = new Date().toISOString()
  return { link: { id: createId(), role, name, created, expires, revoked: null, hash: hashSecret(key) }, key }
}

/** What every board starts with: one link per role. */
export function createLinks(): { keys: BoardKeys; links: StoredLink[] } {
  const made = ROLES.map((role) => createLink(role))
  return {
    keys: Object.fromEntries(made.map(({ link, key }) => [link.role, key])) as BoardKeys,
    links: made.map(({ link }) => link),
  }
}

/** The link that `key` belongs to, ended or not, null for none; takes the same time whichever it is. */
export function linkOf(links: readonly StoredLink[], key: string): StoredLink | null {
  const hash = hashSecret(key)
  let found: StoredLink | null = null
  for (const link of links) if (timingSafeEqual(link.hash, hash)) found = link
  return found
}

/** Whether a link opens its board at a time (ISO). */
export const livesAt = ({ expires, revoked }: Pick<Link, 'expires' | 'revoked'>, now: string): boolean =>
  revoked === null && (expires === null || expires > now)

/** A link as it may be shown, without the hash of its key. */
export const shown = ({ hash: _hash, ...link }: StoredLink): Link => link
