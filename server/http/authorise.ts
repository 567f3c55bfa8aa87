import type { FastifyRequest } from 'fastify'
import type { Role } from '../../src/collab/doc/wire.ts'
import { roleOf } from '../access/keys.ts'
import { isSecret } from '../access/secrets.ts'
import type { Store } from '../storage/store.ts'
import { HttpError } from './http-error.ts'

/**
 * The role that the request's key opens at board `id`. Throws 401 without a key that could be one, 404 where there is
 * no such board, 403 for a key that does not fit.
 */
export async function authorise(store: Store, request: FastifyRequest, id: string): Promise<Role> {
  const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (key === undefined || !isSecret(key)) {
    throw new HttpError(401, 'no-key', "Send the board's key as a Bearer token.")
  }
  const hashes = await store.keys(id)
  if (hashes === null) throw new HttpError(404, 'no-such-board', 'There is no such board.')
  const role = roleOf(hashes, key)
  if (role === null) throw new HttpError(403, 'wrong-key', 'The key does not open this board.')
  return role
}
