import { createLink, fetchTicket, listLinks, revokeLink } from '../../../collab/client/api.ts'
import { type Link, type Role, ROLES } from '../../../collab/doc/wire.ts'
import { loadIdentity } from '../../identity.ts'
import { forgetLink, knownBoard, rememberLink } from '../../known-boards.ts'

/** A link with its key, where this browser knows it; the server knows no keys. */
export type OwnedLink = Link & Readonly<{ key: string | null }>

const ownerKey = (board: string): string => knownBoard(board)?.keys.owner ?? ''

/** All links of a board of one's own, the newest of each role last. */
export async function loadLinks(board: string): Promise<readonly OwnedLink[]> {
  const links = await listLinks(board, ownerKey(board))
  await learnLinks(board)
  const known = knownBoard(board)?.links ?? {}
  return [...links]
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || (a.created < b.created ? -1 : 1))
    .map((link) => ({ ...link, key: known[link.id] ?? null }))
}

/** Asks whose the keys are of which this browser knows only the role: those that came with the board. */
async function learnLinks(board: string): Promise<void> {
  const { keys = {}, links = {} } = knownBoard(board) ?? {}
  const named = new Set(Object.values(links))
  const unnamed = Object.values(keys).filter((key) => !named.has(key))
  await Promise.all(
    unnamed.map(async (key) => {
      // A key that no longer opens the board names no link.
      const ticket = await fetchTicket(board, key, loadIdentity()).catch(() => null)
      if (ticket !== null) rememberLink(board, ticket.link, key)
    }),
  )
}

export async function makeLink(
  board: string,
  asked: Readonly<{ role: Role; name: string; expires: string | null }>,
): Promise<void> {
  const { link, key } = await createLink(board, ownerKey(board), asked)
  rememberLink(board, link.id, key)
}

export async function endLink(board: string, link: string): Promise<void> {
  await revokeLink(board, ownerKey(board), link)
  forgetLink(board, link)
}

/** A new key for the same role, name and end; the old one is revoked once there is a new one. */
export async function replaceLink(board: string, { id, role, name, expires }: Link): Promise<void> {
  await makeLink(board, { role, name, expires })
  await endLink(board, id)
}
