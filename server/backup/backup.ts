import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'

/** Why a backup cannot be made or used, in words. */
export class BackupError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BackupError'
  }
}

export const BACKUP_NAME = /^ringfence-\d{8}T\d{9}Z\.db$/

/**
 * Writes a consistent copy of all boards into `dir`, also while a server runs on `dataDir`, and returns its path. It has
 * its name only when it is whole, checked and on the disk.
 */
export function makeBackup(
  dataDir: string,
  dir: string,
  now = new Date(),
): Readonly<{ file: string; boards: number }> {
  const source = join(dataDir, 'ringfence.db')
  if (!existsSync(source))
    throw new BackupError(`${source} does not exist. Name the server's folder with DATA_DIR.`)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const name = `ringfence-${now.toISOString().replaceAll(/[-:.]/g, '')}.db`
  const file = join(dir, name)
  const partial = join(dir, `.${name}.partial`)
  if (existsSync(file)) throw new BackupError(`${file} exists already.`)
  // SQLite takes an empty file; so nobody else may read it from the first byte on, since it holds hashes of keys.
  closeSync(openSync(partial, 'wx', 0o600))
  try {
    const db = new Database(source)
    try {
      db.pragma('busy_timeout = 3000')
      db.prepare('VACUUM INTO ?').run([partial])
    } finally {
      db.close()
    }
    const boards = checkBackup(partial)
    flush(partial)
    renameSync(partial, file)
    flush(dir)
    return { file, boards }
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

/** The number of boards in a backup; throws where it is damaged. */
export function checkBackup(file: string): number {
  try {
    const db = new Database(file, { readonly: true })
    try {
      const [{ integrity_check: verdict }] = db.pragma('integrity_check') as [{ integrity_check: string }]
      if (verdict !== 'ok') throw new Error(verdict)
      const [{ boards }] = db.prepare('SELECT count(*) AS boards FROM boards').all([]) as [{ boards: number }]
      return boards
    } finally {
      db.close()
    }
  } catch (error) {
    throw new BackupError(`${file} is not a whole backup (${(error as Error).message}).`)
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
