import { timingSafeEqual } from 'node:crypto'
import { type Role, ROLES } from '../../src/collab/doc/wire.ts'
import type { KeyHashes } from '../storage/store.ts'
import { createSecret, hashSecret } from './secrets.ts'

export type BoardKeys = Readonly<Record<Role, string>>

/** One new key per role. The hashes are for the store, the keys themselves for the answer and nowhere else. */
export function createKeys(): { keys: BoardKeys; hashes: KeyHashes } {
  const pairs = ROLES.map((role) => [role, createSecret()] as const)
  return {
    keys: Object.fromEntries(pairs) as BoardKeys,
    hashes: Object.fromEntries(pairs.map(([role, key]) => [role, hashSecret(key)])) as unknown as KeyHashes,
  }
}

/** The role that `key` opens, null for none; takes the same time whichever it is. */
export function roleOf(hashes: KeyHashes, key: string): Role | null {
  const hash = hashSecret(key)
  let found: Role | null = null
  for (const role of ROLES) if (timingSafeEqual(hashes[role], hash)) found = role
  return found
}
