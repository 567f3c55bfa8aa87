import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { seedDocument } from '../../src/collab/doc/snapshot.ts'
import { ROLES } from '../../src/collab/doc/wire.ts'
import { emptyModel } from '../../src/core/model/records.ts'
import { createLinks } from '../access/links.ts'
import { hashSecret } from '../access/secrets.ts'
import { joinRaw } from '../testing/connect-raw.ts'
import { newDataDir, startTestServer, stopTestServers, type TestBoard } from '../testing/start-test-server.ts'

afterEach(stopTestServers)

/** As Ringfence 0.1 made its databases. */
const VERSION_1 = `
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
  PRAGMA user_version = 1;
`

/** A database of version 1 with two boards; the first has a stored update after its snapshot. */
function makeOldDatabase(dataDir: string): readonly [TestBoard, TestBoard] {
  const db = new Database(join(dataDir, 'ringfence.db'))
  db.exec(VERSION_1)
  const boards = ['first', 'second'].map((id) => {
    const doc = new Y.Doc()
    seedDocument(doc, emptyModel(id), `epoch-${id}`)
    const { keys } = createLinks()
    db.prepare('INSERT INTO boards (id, created, snapshot, seq) VALUES (?, ?, ?, 0)').run([
      id,
      '2026-01-02T03:04:05.678Z',
      Y.encodeStateAsUpdateV2(doc),
    ])
    for (const role of ROLES) {
      db.prepare('INSERT INTO keys (board, role, hash) VALUES (?, ?, ?)').run([
        id,
        role,
        hashSecret(keys[role]),
      ])
    }
    const before = Y.encodeStateVector(doc)
    doc.getMap('notes').set('n1', new Y.Map([['text', 'kept']]))
    db.prepare('INSERT INTO updates (board, seq, data) VALUES (?, 1, ?)').run([
      id,
      Y.encodeStateAsUpdate(doc, before),
    ])
    return { id, keys }
  })
  db.close()
  return boards as [TestBoard, TestBoard]
}

describe('a database of version 1', () => {
  it('keeps every board, and every key with its role', async () => {
    const dataDir = newDataDir()
    const boards = makeOldDatabase(dataDir)
    // The second start finds what the first has made of it.
    for (const start of [1, 2]) {
      const server = await startTestServer({ dataDir })
      for (const board of boards) {
        expect(await server.model(board)).toMatchObject({ meta: { title: board.id }, notes: [{ id: 'n1' }] })
        for (const role of ROLES) {
          const response = await fetch(`${server.url}/api/boards/${board.id}/tickets`, {
            method: 'POST',
            headers: { authorization: `Bearer ${board.keys[role]}` },
          })
          expect([start, await response.json()]).toMatchObject([start, { role, epoch: `epoch-${board.id}` }])
        }
      }
      const [board, other] = boards
      const foreign = await fetch(`${server.url}/api/boards/${board.id}/model`, {
        headers: { authorization: `Bearer ${other.keys.owner}` },
      })
      expect(foreign.status).toBe(403)
      const headers = { authorization: `Bearer ${board.keys.owner}` }
      const listed = (await (
        await fetch(`${server.url}/api/boards/${board.id}/links`, { headers })
      ).json()) as {
        links: { id: string; role: string }[]
      }
      expect(listed.links.map(({ role }) => role).sort()).toEqual([...ROLES].sort())
      expect(new Set(listed.links.map(({ id }) => id)).size).toBe(4)
      expect(listed.links[0]).toMatchObject({ created: '2026-01-02T03:04:05.678Z', expires: null, name: '' })
      await (await joinRaw(server, board, 'viewer')).close()
      await server.stop()
    }
  })

  it('stays as it was where it cannot be brought up to date', async () => {
    const dataDir = newDataDir()
    makeOldDatabase(dataDir)
    const db = new Database(join(dataDir, 'ringfence.db'))
    db.exec('CREATE TABLE links (foreign_thing TEXT)')
    db.close()
    await expect(startTestServer({ dataDir })).rejects.toThrow(/links/)
    const after = new Database(join(dataDir, 'ringfence.db'))
    expect(after.pragma('user_version')).toEqual([{ user_version: 1 }])
    expect(after.prepare('SELECT count(*) AS keys FROM keys').all([])).toEqual([{ keys: 8 }])
    after.close()
  })
})
