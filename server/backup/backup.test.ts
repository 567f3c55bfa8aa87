import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'libsql'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openSqliteStore } from '../storage/sqlite-store.ts'
import { joinRaw, type RawClient } from '../testing/connect-raw.ts'
import { newDataDir, startTestServer, stopTestServers } from '../testing/start-test-server.ts'
import { makeBackup } from './backup.ts'
import { restoreBackup } from './restore.ts'

afterEach(stopTestServers)

const allStored = (client: RawClient) => client.until(({ sent, acknowledged }) => acknowledged === sent)
const addNote = (client: RawClient, id: string) =>
  client.doc.getMap('notes').set(id, new Y.Map([['text', new Y.Text(id)]]))
const isGone = (client: RawClient, id: string) =>
  client.doc.getMap<Y.Map<unknown>>('notes').get(id)?.get('deleted') !== undefined

describe('a backup', () => {
  it('is one private file with the time in its name, made while people write', async () => {
    const server = await startTestServer()
    const client = await joinRaw(server, await server.createBoard())
    addNote(client, 'n1')
    await allStored(client)
    const dir = join(newDataDir(), 'deep', 'backups')
    const { file, boards } = makeBackup(server.dataDir, dir, new Date('2026-11-25T03:00:00.000Z'))
    expect([file, boards]).toEqual([join(dir, 'ringfence-20261125T030000000Z.db'), 1])
    expect(readdirSync(dir)).toHaveLength(1)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    addNote(client, 'n2')
    await allStored(client)
  })

  it('is refused in words where there is nothing to copy, and leaves nothing where it fails', () => {
    const dir = newDataDir()
    expect(() => makeBackup(join(dir, 'nowhere'), dir)).toThrow(/does not exist\. Name .* DATA_DIR/)
    writeFileSync(join(dir, 'ringfence.db'), 'not a database, but long enough to be read as one')
    expect(() => makeBackup(dir, dir)).toThrow(/not a database/)
    expect(readdirSync(dir)).toEqual(['ringfence.db'])
  })
})

describe('a restore', () => {
  it('of a file that somebody made gives nobody a link to another board', async () => {
    const server = await startTestServer()
    const [board, other] = [await server.createBoard(), await server.createBoard({ title: 'Other' })]
    const { file } = makeBackup(server.dataDir, newDataDir())
    await server.stop()
    const store = openSqliteStore(server.dataDir)
    await store.delete(board.id)
    await store.close()
    const db = new Database(file)
    // Another table with columns in another order, under a name that goes on as SQL.
    db.exec(`CREATE TABLE "links"" SELECT * FROM backup.hostile --" (board TEXT)`)
    db.exec(
      'CREATE TABLE hostile AS SELECT id, board AS home, role, hash, name, created, expires, revoked FROM links',
    )
    db.prepare("UPDATE hostile SET id = 'stolen', home = ? WHERE role = 'owner' AND home = ?").run([
      other.id,
      board.id,
    ])
    db.prepare("DELETE FROM hostile WHERE id <> 'stolen'").run([])
    db.close()
    await restoreBackup(server.dataDir, file, board.id)
    const again = await startTestServer({ dataDir: server.dataDir })
    expect((await again.model(board)).meta.title).toBe('Test')
    const thief = { id: other.id, keys: board.keys }
    await expect(again.ticket(thief, 'owner')).rejects.toThrow(/403/)
  })

  it('brings a board back that is gone, with its keys', async () => {
    const server = await startTestServer()
    const board = await server.createBoard({ title: 'Precious' })
    const dir = newDataDir()
    const { file } = makeBackup(server.dataDir, dir)
    await server.stop()
    const store = openSqliteStore(server.dataDir)
    await store.delete(board.id)
    await store.close()
    const again = await startTestServer({ dataDir: server.dataDir })
    await expect(again.model(board)).rejects.toThrow(/404/)
    expect(await restoreBackup(server.dataDir, dirname(file), null)).toEqual([
      { board: board.id, what: 'came back' },
    ])
    expect((await again.model(board)).meta.title).toBe('Precious')
    expect((await joinRaw(again, board, 'owner')).doc.getMap('meta').get('title')).toBe('Precious')
  })

  it('brings connected people to the backup, and keeps what they write meanwhile', async () => {
    const server = await startTestServer()
    const [board, other] = [await server.createBoard({ title: 'Before' }), await server.createBoard()]
    const [ann, ben] = [await joinRaw(server, board), await joinRaw(server, board, 'viewer')]
    addNote(ann, 'n1')
    await allStored(ann)
    const { file } = makeBackup(server.dataDir, newDataDir())
    addNote(ann, 'n2')
    ann.doc.getMap('meta').set('title', 'After')
    await allStored(ann)
    expect(await restoreBackup(server.dataDir, file, board.id)).toEqual([
      { board: board.id, what: 'brought to the backup' },
    ])
    await Promise.all([ann, ben].map((client) => client.until(() => isGone(client, 'n2'))))
    addNote(ann, 'n3')
    await allStored(ann)
    await ben.until(({ doc }) => doc.getMap('notes').has('n3'))
    const model = await server.model(board)
    expect([model.meta.title, model.notes.map(({ id }) => id)]).toEqual(['Before', ['n1', 'n3']])
    expect(await restoreBackup(server.dataDir, file, other.id)).toEqual([
      { board: other.id, what: 'as in the backup' },
    ])
    await server.stop()
    const again = await startTestServer({ dataDir: server.dataDir })
    expect((await again.model(board)).notes.map(({ id }) => id)).toEqual(['n1', 'n3'])
  })

  it('loses nothing that was acknowledged while it was made', async () => {
    const server = await startTestServer()
    const board = await server.createBoard()
    const { file } = makeBackup(server.dataDir, newDataDir())
    let client = await joinRaw(server, board)
    const acknowledged: string[] = []
    for (let round = 0; round < 60; round++) {
      if (round === 30) await restoreBackup(server.dataDir, file, board.id)
      addNote(client, `n${round}`)
      try {
        await allStored(client)
      } catch {
        // The restore took the number of this row: the room ends, and the client comes again with all that it has.
        expect(await client.closed).toMatchObject({ code: 1011 })
        client = await joinRaw(server, board, 'editor', { doc: client.doc })
        await allStored(client)
      }
      acknowledged.push(`n${round}`)
    }
    const ids = (await server.model(board)).notes.map(({ id }) => id)
    expect(acknowledged.slice(30).filter((id) => !ids.includes(id))).toEqual([])
    expect(ids).not.toContain('n29')
  })

  it('is refused in words without a backup, with a damaged one, and for a board that it lacks', async () => {
    const server = await startTestServer()
    await server.createBoard()
    const dir = newDataDir()
    await expect(restoreBackup(server.dataDir, join(dir, 'none'), null)).rejects.toThrow(/does not exist/)
    await expect(restoreBackup(server.dataDir, dir, null)).rejects.toThrow(/holds no backup/)
    const { file } = makeBackup(server.dataDir, dir)
    await expect(restoreBackup(server.dataDir, file, 'nobody')).rejects.toThrow(/has no board nobody/)
    writeFileSync(file, 'not a database, but long enough to be read as one, they say')
    await expect(restoreBackup(server.dataDir, dir, null)).rejects.toThrow(/not a whole backup/)
  })
})
