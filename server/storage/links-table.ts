import type Database from 'libsql'
import { livesAt } from '../access/links.ts'
import type { Store, StoredLink } from './store.ts'

type Transaction = <T>(work: () => T) => T
type LinkRow = Omit<StoredLink, 'hash'> & { hash: ArrayBuffer }

/** The part of the store that keeps the links of boards. */
export function openLinks(db: Database.Database, transaction: Transaction) {
  const select = db.prepare(
    'SELECT id, role, name, created, expires, revoked, hash FROM links WHERE board = ? ORDER BY created, rowid',
  )
  const insert = db.prepare(
    'INSERT INTO links (board, id, role, name, created, expires, revoked, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const remove = db.prepare('DELETE FROM links WHERE id = ?')
  const revoke = db.prepare('UPDATE links SET revoked = ? WHERE id = ?')

  const list = (board: string): StoredLink[] =>
    (select.all([board]) as LinkRow[]).map((row) => ({ ...row, hash: new Uint8Array(row.hash) }))
  const add = (board: string, { id, role, name, created, expires, revoked, hash }: StoredLink): void => {
    insert.run([board, id, role, name, created, expires, revoked, hash])
  }

  const addLink: Store['addLink'] = async (board, link, most) =>
    transaction(() => {
      const links = list(board)
      const ended = links.filter((each) => !livesAt(each, link.created))
      if (links.length - ended.length >= most) return false
      for (const { id } of ended.slice(0, Math.max(0, links.length + 1 - most))) remove.run([id])
      add(board, link)
      return true
    })

  const revokeLink: Store['revokeLink'] = async (board, id, at) =>
    transaction(() => {
      const links = list(board)
      const link = links.find((each) => each.id === id)
      if (link === undefined) return 'no-such-link'
      const lasting = links.filter(
        (each) => each.role === 'owner' && each.expires === null && each.revoked === null,
      )
      if (lasting.length === 1 && lasting[0] === link) return 'last-owner'
      if (link.revoked === null) revoke.run([at, id])
      return 'revoked'
    })

  return { list, add, addLink, revokeLink }
}
