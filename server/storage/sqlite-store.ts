import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { openLinks } from './links-table.ts'
import { migrate } from './schema.ts'
import type { Store, StoredBoard } from './store.ts'

/**
 * Keeps all boards in `ringfence.db` under `dataDir`, which is created where it is missing. Throws an error in plain
 * words where the database cannot be used.
 */
export function openSqliteStore(dataDir: string): Store {
  const file = join(dataDir, 'ringfence.db')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const db = openDatabase(file)
  const transaction = <T>(work: () => T): T => {
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      db.exec('COMMIT')
      return result
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
  // Parameters go in as one list, since libsql takes a lone byte array for named ones; rows come out by `all`, since
  // `get` leaves its statement, and with it a read lock, open.
  const insertBoard = db.prepare('INSERT INTO boards (id, created, snapshot, seq) VALUES (?, ?, ?, 0)')
  const selectRemoval = db.prepare('SELECT removal FROM boards WHERE id = ?')
  const updateRemoval = db.prepare('UPDATE boards SET removal = ? WHERE id = ?')
  const selectDue = db.prepare('SELECT id FROM boards WHERE removal <= ? ORDER BY id')
  const selectBoard = db.prepare('SELECT snapshot, seq FROM boards WHERE id = ?')
  const selectUpdates = db.prepare('SELECT seq, data FROM updates WHERE board = ? AND seq > ? ORDER BY seq')
  const insertUpdate = db.prepare('INSERT INTO updates (board, seq, data) VALUES (?, ?, ?)')
  const updateSnapshot = db.prepare('UPDATE boards SET snapshot = ?, seq = ? WHERE id = ? AND seq <= ?')
  const deleteUpdates = db.prepare('DELETE FROM updates WHERE board = ? AND seq <= ?')
  const selectIds = db.prepare('SELECT id FROM boards ORDER BY id')
  const deleteBoard = db.prepare('DELETE FROM boards WHERE id = ?')
  const selectAny = db.prepare('SELECT count(*) AS boards FROM (SELECT 1 FROM boards LIMIT 1)')
  const links = openLinks(db, transaction)

  return {
    async create({ id, links: made, snapshot }) {
      transaction(() => {
        insertBoard.run([id, new Date().toISOString(), snapshot])
        for (const link of made) links.add(id, link)
      })
    },
    async access(id) {
      const [board] = selectRemoval.all([id]) as { removal: string | null }[]
      return board === undefined ? null : { links: links.list(id), removal: board.removal }
    },
    addLink: links.addLink,
    revokeLink: links.revokeLink,
    async setRemoval(id, removal) {
      return transaction(() => updateRemoval.run([removal, id]).changes === 1)
    },
    async removeDue(now) {
      return transaction(() => {
        const due = (selectDue.all([now]) as { id: string }[]).map(({ id }) => id)
        for (const id of due) deleteBoard.run([id])
        return due
      })
    },
    async load(id) {
      const [board] = selectBoard.all([id]) as { snapshot: ArrayBuffer; seq: number }[]
      if (board === undefined) return null
      const rows = selectUpdates.all([id, board.seq]) as { seq: number; data: ArrayBuffer }[]
      return readBoard(id, board, rows)
    },
    async append(rows) {
      const insertAll = () => {
        for (const { board, seq, data } of rows) insertUpdate.run([board, seq, data])
      }
      // A statement alone is a transaction already.
      if (rows.length === 1) insertAll()
      else transaction(insertAll)
    },
    async compact(id, snapshot, seq) {
      transaction(() => {
        const { changes } = updateSnapshot.run([snapshot, seq, id, seq])
        if (changes === 1) deleteUpdates.run([id, seq])
      })
    },
    async list() {
      return (selectIds.all([]) as { id: string }[]).map(({ id }) => id)
    },
    async delete(id) {
      return transaction(() => deleteBoard.run([id]).changes === 1)
    },
    async version() {
      const [{ data_version: version }] = db.pragma('data_version') as [{ data_version: number }]
      return version
    },
    async check() {
      selectAny.all([])
    },
    async close() {
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}

function readBoard(
  id: string,
  board: { snapshot: ArrayBuffer; seq: number },
  rows: readonly { seq: number; data: ArrayBuffer }[],
): StoredBoard {
  const gap = rows.findIndex((row, index) => row.seq !== board.seq + index + 1)
  if (gap !== -1) throw new Error(`Board ${id} lacks its stored update ${board.seq + gap + 1}.`)
  return {
    snapshot: new Uint8Array(board.snapshot),
    seq: board.seq + rows.length,
    updates: rows.map(({ data }) => new Uint8Array(data)),
  }
}

function openDatabase(file: string): Database.Database {
  const db = new Database(file)
  try {
    db.pragma('busy_timeout = 3000')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    migrate(db)
    growLog(db)
    return db
  } catch (error) {
    db.close()
    throw new Error(wordsFor(file, error), { cause: error })
  }
}

/** More than a checkpoint leaves in the log, so that a commit which brings one about still fits. */
const SPARE_PAGES = 64

/**
 * Lets the write-ahead log have its full size from the start, since flushing a file that grows takes longer than flushing
 * one that is written over. What the small cache cannot hold goes to the log, is taken back, and written over from then
 * on. The database stays as it is; where there is no room for it, so does the log.
 */
function growLog(db: Database.Database): void {
  const read = (name: string) => Object.values((db.pragma(name) as [Record<string, number>])[0])[0] ?? 0
  const [cache, bytes] = [read('cache_size'), (read('wal_autocheckpoint') + SPARE_PAGES) * read('page_size')]
  db.pragma('cache_size = 10')
  try {
    db.exec(
      `BEGIN IMMEDIATE; CREATE TABLE filler (data BLOB); INSERT INTO filler VALUES (zeroblob(${bytes}))`,
    )
  } catch {
    // It only costs time, and writes say themselves what is wrong.
  }
  if (db.inTransaction) db.exec('ROLLBACK')
  db.pragma(`cache_size = ${cache}`)
}

function wordsFor(file: string, error: unknown): string {
  const { code, message } = error as { code?: unknown; message: string }
  if (code === 'SQLITE_NOTADB') return `${file} is not a Ringfence database.`
  return `${file}: ${message}`
}
