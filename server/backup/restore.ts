import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { restoreDocument } from '../../src/collab/doc/restore.ts'
import { isNewerDocument } from '../../src/collab/doc/snapshot.ts'
import { loadDocument } from '../rooms/document.ts'
import { openSqliteStore } from '../storage/sqlite-store.ts'
import type { Store, StoredBoard } from '../storage/store.ts'
import { BACKUP_NAME, BackupError, checkBackup } from './backup.ts'

export type Restored = Readonly<{
  board: string
  what: 'came back' | 'brought to the backup' | 'as in the backup'
}>

/**
 * Brings back what a backup holds (a file, or the newest in a folder), also while a server runs on `dataDir`: a board
 * that is missing as a whole, with its keys; one that exists by new operations, stored as one more row.
 */
export async function restoreBackup(dataDir: string, from: string, only: string | null): Promise<Restored[]> {
  const file = findBackup(from)
  checkBackup(file)
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-restore-'))
  // Worked on in a copy, since an older backup has to be brought to today's tables first.
  const copy = join(folder, 'ringfence.db')
  copyFileSync(file, copy)
  try {
    const [backup, store] = [openSqliteStore(folder), openSqliteStore(dataDir)]
    try {
      const all = await backup.list()
      if (only !== null && !all.includes(only)) throw new BackupError(`${file} has no board ${only}.`)
      const restored: Restored[] = []
      for (const board of only === null ? all : [only]) {
        const current = await store.load(board)
        if (current === null) copyBoard(dataDir, copy, board)
        restored.push({
          board,
          what: current === null ? 'came back' : await bringBack(store, backup, board, current),
        })
      }
      return restored
    } finally {
      await backup.close()
      await store.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function findBackup(from: string): string {
  const stats = statSync(from, { throwIfNoEntry: false })
  if (stats === undefined) throw new BackupError(`${from} does not exist.`)
  if (!stats.isDirectory()) return from
  const newest = readdirSync(from)
    .filter((name) => BACKUP_NAME.test(name))
    .sort()
    .at(-1)
  if (newest === undefined) throw new BackupError(`${from} holds no backup.`)
  return join(from, newest)
}

const TABLES = ['links', 'updates'] as const

/**
 * Every row that belongs to the board, table by table and column by name: a file of a stranger may name others, in another
 * order, and by that give a link to a board that nobody asked to restore.
 */
function copyBoard(dataDir: string, file: string, board: string): void {
  const db = new Database(join(dataDir, 'ringfence.db'))
  try {
    db.pragma('busy_timeout = 3000')
    db.prepare('ATTACH ? AS backup').run([file])
    const columnsOf = (table: string) =>
      (db.prepare('SELECT name FROM pragma_table_info(?)').all([table]) as { name: string }[])
        .map(({ name }) => name)
        .join(', ')
    db.exec('BEGIN IMMEDIATE')
    const copy = (table: string, key: string) => {
      const columns = columnsOf(table)
      db.prepare(
        `INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM backup.${table} WHERE ${key} = ?`,
      ).run([board])
    }
    copy('boards', 'id')
    for (const table of TABLES) copy(table, 'board')
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

/** How often a server may write the board between being read and being written here. */
const MOST_TRIES = 20

async function bringBack(
  store: Store,
  backup: Store,
  board: string,
  current: StoredBoard,
): Promise<Restored['what']> {
  const stored = await backup.load(board)
  if (stored === null) throw new BackupError(`The backup of board ${board} cannot be read.`)
  const wanted = loadDocument(board, stored)
  if (isNewerDocument(wanted)) throw new BackupError(`Board ${board} was saved by a newer Ringfence.`)
  let latest = current
  for (let tries = 1; ; tries++) {
    const doc = loadDocument(board, latest)
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    restoreDocument(doc, wanted, Date.now())
    const [update] = updates
    if (update === undefined) return 'as in the backup'
    try {
      await store.append([{ board, seq: latest.seq + 1, data: update }])
      return 'brought to the backup'
    } catch (error) {
      // The number is taken where the server has written in between: then what it wrote counts as well.
      const next = await store.load(board)
      if (next === null || next.seq === latest.seq || tries === MOST_TRIES) throw error
      latest = next
    }
  }
}
