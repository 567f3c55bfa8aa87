import type { FastifyRequest } from 'fastify'
import { boardDeleted, LINK_ENDED } from '../access/guests.ts'
import { linkOf, livesAt } from '../access/links.ts'
import { isSecret } from '../access/secrets.ts'
import type { Store, StoredLink } from '../storage/store.ts'
import { HttpError } from './http-error.ts'

type Found = Readonly<{ link: StoredLink; removal: string | null }>

/**
 * The link whose key the request carries, of board `id`. Throws 401 without a key that could be one, 404 where there is
 * no such board, 403 for a key that does not fit or no longer does, 410 for a deleted board.
 */
export async function authorise(store: Store, request: FastifyRequest, id: string): Promise<StoredLink> {
  const { link, removal } = await find(store, request, id)
  if (removal !== null) throw new HttpError(410, 'deleted', boardDeleted(removal), { until: removal })
  return link
}

/** The same, for what owners alone may do. */
export async function authoriseOwner(store: Store, request: FastifyRequest, id: string): Promise<void> {
  refuseOthers(await authorise(store, request, id))
}

/** The same, at a deleted board, too. */
export async function authoriseRestore(store: Store, request: FastifyRequest, id: string): Promise<void> {
  refuseOthers((await find(store, request, id)).link)
}

async function find(store: Store, request: FastifyRequest, id: string): Promise<Found> {
  const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (key === undefined || !isSecret(key)) {
    throw new HttpError(401, 'no-key', "Send the board's key as a Bearer token.")
  }
  const now = new Date().toISOString()
  const access = await store.access(id)
  if (access === null || (access.removal !== null && access.removal <= now)) {
    throw new HttpError(404, 'no-such-board', 'There is no such board.')
  }
  const link = linkOf(access.links, key)
  if (link === null) throw new HttpError(403, 'wrong-key', 'The key does not open this board.')
  if (!livesAt(link, now)) throw new HttpError(403, 'link-ended', LINK_ENDED)
  return { link, removal: access.removal }
}

function refuseOthers({ role }: StoredLink): void {
  if (role !== 'owner') throw new HttpError(403, 'forbidden', 'Only an owner of this board may do that.')
}
