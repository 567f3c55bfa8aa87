import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Limits } from './config.ts'
import { openSqliteStore } from './storage/sqlite-store.ts'
import { connectRaw, joinRaw, type RawClient } from './testing/connect-raw.ts'
import { type ControlledStore, controlStore } from './testing/controlled-store.ts'
import {
  startTestServer,
  stopTestServers,
  type TestBoard,
  type TestServer,
} from './testing/start-test-server.ts'

const emptyUpdate = Y.encodeStateAsUpdate(new Y.Doc())
const emptySnapshot = Buffer.from(Y.encodeStateAsUpdateV2(new Y.Doc())).toString('hex')

const stores: ControlledStore[] = []
afterEach(async () => {
  // A test that failed half-way may hold work back, for which the server would wait.
  for (const store of stores.splice(0)) store.release()
  await stopTestServers()
})

async function startControlled(
  limits: Partial<Limits> = {},
): Promise<{ server: TestServer; store: ControlledStore }> {
  let store: ControlledStore | undefined
  const server = await startTestServer({
    limits,
    store: (dataDir) => {
      store = controlStore(openSqliteStore(dataDir))
      stores.push(store)
      return store
    },
  })
  if (store === undefined) throw new Error('no store was opened')
  return { server, store }
}

const addNote = (client: RawClient, id: string) =>
  client.doc.getMap('notes').set(id, new Y.Map([['text', id]]))
const allStored = (client: RawClient) => client.until(({ sent, acknowledged }) => acknowledged === sent)
const notesOf = async (server: TestServer, board: TestBoard) =>
  (await server.model(board)).notes.map(({ id }) => id).sort()

describe('before a write is stored', () => {
  it('nobody is told of it: not its writer, not the others, not who joins, not who downloads', async () => {
    const { server, store } = await startControlled()
    const board = await server.createBoard()
    const [writer, other] = [await joinRaw(server, board), await joinRaw(server, board)]
    await allStored(writer)
    const before = writer.acknowledged
    store.hold('append')
    addNote(writer, 'n1')
    await store.waiting
    const joining = await connectRaw(server, board)
    const download = server.model(board)
    // Presence goes out at once, so what follows it in a socket has had its chance to come first.
    writer.sendPresence([{ client: 1, clock: 1, state: '{}' }])
    await Promise.all([other, joining].map((client) => client.until(({ present }) => present.size === 1)))
    joining.sendPresence([{ client: 2, clock: 1, state: '{}' }])
    await writer.until(({ present }) => present.size === 1)
    expect(writer.acknowledged).toBe(before)
    expect(other.doc.getMap('notes').size).toBe(0)
    expect(joining.synced).toBe(false)
    let downloaded = false
    void download.then(() => {
      downloaded = true
    })
    await fetch(`${server.url}/healthz`)
    expect(downloaded).toBe(false)

    store.release()
    await writer.until(({ acknowledged }) => acknowledged === before + 1)
    await other.until(({ doc }) => doc.getMap('notes').has('n1'))
    await joining.until(({ doc }) => doc.getMap('notes').has('n1'))
    expect((await download).notes).toMatchObject([{ id: 'n1', text: 'n1' }])
  })

  it('what comes meanwhile waits for its own commit, in order', async () => {
    const { server, store } = await startControlled()
    const board = await server.createBoard()
    const writer = await joinRaw(server, board)
    await allStored(writer)
    const before = store.done.append
    store.hold('append')
    addNote(writer, 'n1')
    await store.waiting
    for (let index = 2; index <= 50; index++) addNote(writer, `n${index}`)
    store.release()
    await allStored(writer)
    expect(writer.acknowledged).toBe(51)
    expect(await notesOf(server, board)).toHaveLength(50)
    // All that came while the first was held went into few transactions.
    expect(store.done.append - before).toBeLessThan(25)
  })
})

describe('a write that cannot be stored', () => {
  it('closes the room without a word of it, and is there when its writer sends it again', async () => {
    const { server, store } = await startControlled()
    const board = await server.createBoard()
    const [writer, other] = [await joinRaw(server, board), await joinRaw(server, board)]
    addNote(writer, 'n1')
    await allStored(writer)
    await other.until(({ doc }) => doc.getMap('notes').has('n1'))
    const before = writer.acknowledged
    store.fail('append', new Error('the disk is full'))
    addNote(writer, 'n2')
    for (const client of [writer, other]) expect(await client.closed).toMatchObject({ code: 1011 })
    expect(writer.acknowledged).toBe(before)
    expect(other.doc.getMap('notes').has('n2')).toBe(false)
    expect(await notesOf(server, board)).toEqual(['n1'])

    store.fail('append', null)
    const again = await joinRaw(server, board, 'editor', { doc: writer.doc })
    await allStored(again)
    expect(await notesOf(server, board)).toEqual(['n1', 'n2'])
  })

  it('takes what came after it along: a later row alone would make the board unreadable', async () => {
    const { server, store } = await startControlled()
    const board = await server.createBoard()
    const [writer, other] = [await joinRaw(server, board), await joinRaw(server, board)]
    store.hold('append')
    addNote(writer, 'n1')
    await store.waiting
    addNote(writer, 'n2')
    writer.sendPresence([{ client: 1, clock: 1, state: '{}' }])
    await other.until(({ present }) => present.size === 1)
    store.fail('append', new Error('a passing fault'), 1)
    store.release()
    expect(await writer.closed).toMatchObject({ code: 1011 })
    expect(await notesOf(server, board)).toEqual([])
    await allStored(await joinRaw(server, board, 'editor', { doc: writer.doc }))
    expect(await notesOf(server, board)).toEqual(['n1', 'n2'])
  })

  it('answers a download that waits for it with an error', async () => {
    const { server, store } = await startControlled()
    const board = await server.createBoard()
    const writer = await joinRaw(server, board)
    store.hold('append')
    addNote(writer, 'n1')
    await store.waiting
    const headers = { authorization: `Bearer ${board.keys.viewer}` }
    const download = fetch(`${server.url}/api/boards/${board.id}/model`, { headers })
    await fetch(`${server.url}/healthz`)
    store.fail('append', new Error('the disk is gone'))
    store.release()
    const answer = await download
    expect([answer.status, await answer.json()]).toMatchObject([500, { error: { code: 'internal' } }])
  })

  it('does not take other boards with it', async () => {
    const { server } = await startControlled()
    const [broken, sound] = [await server.createBoard(), await server.createBoard()]
    const [a, b] = [await joinRaw(server, broken), await joinRaw(server, sound)]
    await Promise.all([allStored(a), allStored(b)])
    // Somebody else has written this board: the next number of its rows is taken.
    const database = new Database(join(server.dataDir, 'ringfence.db'))
    database.prepare('INSERT INTO updates (board, seq, data) VALUES (?, 1, ?)').run([broken.id, emptyUpdate])
    database.close()
    addNote(a, 'n1')
    addNote(b, 'n1')
    expect(await a.closed).toMatchObject({ code: 1011 })
    await allStored(b)
    const again = await joinRaw(server, broken, 'editor', { doc: a.doc })
    await allStored(again)
    expect(await notesOf(server, broken)).toEqual(['n1'])
  })
})

describe('a board that cannot be loaded', () => {
  it('is an error and never an empty board, and whole again when it can', async () => {
    const { server, store } = await startControlled()
    const board = await server.createBoard({ title: 'Precious' })
    const writer = await joinRaw(server, board)
    const ticket = await server.ticket(board, 'editor')
    store.fail('append', new Error('the disk is full'))
    store.fail('load', new Error('the disk cannot be read'))
    addNote(writer, 'n1')
    expect(await writer.closed).toMatchObject({ code: 1011 })
    const client = await connectRaw(server, board, 'editor', { ticket })
    expect(await client.closed).toMatchObject({ code: 1011 })
    expect(client.frames).toBe(0)
    await expect(server.ticket(board, 'editor')).rejects.toThrow(/500.*internal/)
    await expect(server.model(board)).rejects.toThrow(/500.*internal/)
    store.fail('append', null)
    store.fail('load', null)
    await joinRaw(server, board, 'editor', { doc: client.doc })
    expect((await server.model(board)).meta.title).toBe('Precious')
  })

  it.each([
    ['a damaged row', "UPDATE updates SET data = x'ffffffff' WHERE seq = 2"],
    ['a row that is missing', 'DELETE FROM updates WHERE seq = 2'],
    ['a damaged snapshot', "UPDATE boards SET snapshot = x'0102'"],
    ['a snapshot of something else', `UPDATE boards SET snapshot = x'${emptySnapshot}'`],
  ])('because of %s', async (_what, damage) => {
    const first = await startTestServer()
    const board = await first.createBoard({ title: 'Damaged' })
    const writer = await joinRaw(first, board)
    writer.doc.getMap('meta').set('title', 'Damaged soon')
    for (const id of ['n1', 'n2']) addNote(writer, id)
    await allStored(writer)
    await first.stop()
    const database = new Database(join(first.dataDir, 'ringfence.db'))
    database.exec(damage)
    database.close()
    const server = await startTestServer({ dataDir: first.dataDir })
    await expect(server.ticket(board, 'editor')).rejects.toThrow(/500.*internal/)
    await expect(server.model(board)).rejects.toThrow(/500.*internal/)
  })
})

describe('a room that nobody is in', () => {
  it('leaves memory after the grace time, compacted, and comes back whole', async () => {
    const { server, store } = await startControlled({ roomGraceMs: 0 })
    const board = await server.createBoard()
    for (let round = 1; round <= 20; round++) {
      const client = await joinRaw(server, board)
      expect(client.doc.getMap('notes').size).toBe(round - 1)
      addNote(client, `n${round}`)
      await allStored(client)
      store.hold('compact')
      await client.close()
      await store.waiting
      store.release()
    }
    expect((await server.model(board)).notes).toHaveLength(20)
    expect(store.done.load).toBeGreaterThan(1)
  })

  it('stays for who returns while it is being evicted, and loses nothing', async () => {
    const { server, store } = await startControlled({ roomGraceMs: 0 })
    const board = await server.createBoard()
    const first = await joinRaw(server, board)
    addNote(first, 'n1')
    await allStored(first)
    store.hold('compact')
    await first.close()
    await store.waiting
    const second = await joinRaw(server, board)
    addNote(second, 'n2')
    await allStored(second)
    store.release()
    addNote(second, 'n3')
    await allStored(second)
    const third = await joinRaw(server, board)
    expect([...third.doc.getMap('notes').keys()].sort()).toEqual(['n1', 'n2', 'n3'])
    // Both are in one room: what one writes the other gets.
    addNote(third, 'n4')
    await second.until(({ doc }) => doc.getMap('notes').has('n4'))
    await server.stop()
    const again = await startTestServer({ dataDir: server.dataDir })
    expect(await notesOf(again, board)).toEqual(['n1', 'n2', 'n3', 'n4'])
  })

  it('stays within the grace time', async () => {
    const { server, store } = await startControlled({ roomGraceMs: 60_000 })
    const board = await server.createBoard()
    for (let round = 0; round < 5; round++) await (await joinRaw(server, board)).close()
    expect(store.done.load).toBe(1)
  })
})

describe('compaction', () => {
  it('keeps the content and drops the rows', async () => {
    const { server, store } = await startControlled({ compactRows: 10 })
    const board = await server.createBoard({ title: 'Compact' })
    const client = await joinRaw(server, board)
    for (let index = 1; index <= 105; index++) {
      addNote(client, `n${index}`)
      if (index % 3 === 0) client.doc.getMap('notes').delete(`n${index}`)
      await allStored(client)
    }
    const expected = client.doc.getMap('notes').toJSON()
    expect(store.done.compact).toBeGreaterThan(10)
    await server.stop()
    const offline = openSqliteStore(server.dataDir)
    expect((await offline.load(board.id))?.updates.length).toBeLessThan(12)
    await offline.close()
    const again = await startTestServer({ dataDir: server.dataDir })
    const reader = await joinRaw(again, board, 'viewer')
    expect(reader.doc.getMap('notes').toJSON()).toEqual(expected)
    expect(Object.keys(expected)).toHaveLength(70)
  })

  it('that fails costs nothing', async () => {
    const { server, store } = await startControlled({ compactRows: 5, roomGraceMs: 0 })
    store.fail('compact', new Error('no space for it'))
    const board = await server.createBoard()
    const client = await joinRaw(server, board)
    for (let index = 1; index <= 12; index++) {
      addNote(client, `n${index}`)
      await allStored(client)
    }
    await client.close()
    expect(await notesOf(server, board)).toHaveLength(12)
    await server.stop()
    const again = await startTestServer({ dataDir: server.dataDir })
    expect(await notesOf(again, board)).toHaveLength(12)
  })
})
