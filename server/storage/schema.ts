import type Database from 'libsql'

/** Each step takes a database from the version that is its place in the list to the next one. */
const STEPS = [
  `
  CREATE TABLE boards (
    id TEXT PRIMARY KEY, created TEXT NOT NULL, snapshot BLOB NOT NULL, seq INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE keys (
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE, role TEXT NOT NULL, hash BLOB NOT NULL,
    PRIMARY KEY (board, role)
  ) STRICT;
  CREATE TABLE updates (
    board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE, seq INTEGER NOT NULL, data BLOB NOT NULL,
    PRIMARY KEY (board, seq)
  ) STRICT;
  `,
  // One key per role became any number of links; a deleted board waits until `removal`.
  `
  CREATE TABLE links (
    id TEXT PRIMARY KEY, board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE, role TEXT NOT NULL,
    hash BLOB NOT NULL, name TEXT NOT NULL, created TEXT NOT NULL, expires TEXT, revoked TEXT
  ) STRICT;
  CREATE INDEX links_of_board ON links (board);
  INSERT INTO links (id, board, role, hash, name, created)
    SELECT lower(hex(randomblob(8))), keys.board, keys.role, keys.hash, '', boards.created
    FROM keys JOIN boards ON boards.id = keys.board;
  DROP TABLE keys;
  ALTER TABLE boards ADD COLUMN removal TEXT;
  `,
]

/** Brings a database to the newest version, all at once or not at all. Throws where it is newer than this program. */
export function migrate(db: Database.Database): void {
  const [{ user_version: version }] = db.pragma('user_version') as [{ user_version: number }]
  if (version > STEPS.length) {
    throw new Error(`has version ${version}, newer than the ${STEPS.length} that this Ringfence reads`)
  }
  const steps = STEPS.slice(version)
  if (steps.length === 0) return
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const step of steps) db.exec(step)
    db.exec(`PRAGMA user_version = ${STEPS.length}; COMMIT`)
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}
