import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, joinRaw, type RawClient } from './testing/connect-raw.ts'
import { startTestServer, stopTestServers } from './testing/start-test-server.ts'

afterEach(stopTestServers)

const KIB = 1024
const addNote = (client: RawClient, id: string, text = '') =>
  client.doc.getMap('notes').set(id, new Y.Map([['text', text]]))
const allStored = (client: RawClient) => client.until(({ sent, acknowledged }) => acknowledged === sent)

describe('a frame', () => {
  it('of 60 MB is not taken, and the server lives on', async () => {
    const server = await startTestServer()
    const board = await server.createBoard()
    const client = await joinRaw(server, board)
    addNote(client, 'n1', 'x'.repeat(60 * KIB * KIB))
    expect(await client.closed).toMatchObject({ code: 1009 })
    expect((await server.model(board)).notes).toEqual([])
  })

  it('of a writer may hold what was done in a long time offline, one of a reader may not', async () => {
    const server = await startTestServer()
    const board = await server.createBoard()
    const doc = new Y.Doc()
    doc.transact(() => {
      const components = doc.getMap('components')
      for (let index = 0; index < 12_000; index++) {
        components.set(
          `c${index}`,
          new Y.Map<unknown>([
            ['name', `Component ${index}`],
            ['function', 'amf'],
            ['pos', [index, 0]],
          ]),
        )
      }
    })
    const update = Y.encodeStateAsUpdate(doc)
    expect(update.length).toBeGreaterThan(KIB * KIB)
    const reader = await joinRaw(server, board, 'viewer')
    reader.sendUpdate(update)
    expect(await reader.closed).toMatchObject({ code: 1009 })
    const writer = await joinRaw(server, board, 'editor', { doc })
    await allStored(writer)
    expect((await server.model(board)).components).toHaveLength(12_000)
  })
})

describe('a board', () => {
  it('takes no more bytes than its limit, by compacted size', async () => {
    const server = await startTestServer({ limits: { roomBytes: 20 * KIB } })
    const board = await server.createBoard()
    const client = await joinRaw(server, board)
    // Overwriting a text again and again fills the rows, and hardly the document.
    for (let round = 0; round < 30; round++) addNote(client, 'n1', `${round}`.repeat(1_000))
    await allStored(client)
    addNote(client, 'n2', 'x'.repeat(12 * KIB))
    client.sendUpdate(Y.encodeStateAsUpdate(client.doc))
    await allStored(client)
    addNote(client, 'n3', 'x'.repeat(12 * KIB))
    expect(await client.closed).toMatchObject({ code: 4413 })
    expect((await server.model(board)).notes.map(({ id }) => id)).toEqual(['n1', 'n2'])
  })

  it('takes no more records than its limit, and edits of those it has', async () => {
    const server = await startTestServer({ limits: { roomRecords: 3 } })
    const board = await server.createBoard()
    const [client, other] = [await joinRaw(server, board), await joinRaw(server, board)]
    for (const id of ['n1', 'n2', 'n3']) addNote(client, id)
    await allStored(client)
    addNote(client, 'n3', 'replaced')
    // A client that loads what it had kept on its device sends it all again.
    client.sendUpdate(Y.encodeStateAsUpdate(client.doc))
    await allStored(client)
    addNote(client, 'n4')
    expect(await client.closed).toMatchObject({ code: 4413 })
    other.doc.getMap('meta').set('title', 'Still here')
    await allStored(other)
    expect(other.doc.getMap('notes').size).toBe(3)
  })

  it('keeps room of all that is limited for those who may write everything', async () => {
    const server = await startTestServer({ limits: { roomRecords: 10, roomClients: 20, roomBytes: 4 * KIB } })
    const filled = async (update: (round: number) => Uint8Array) => {
      const board = await server.createBoard()
      const eve = await joinRaw(server, board, 'commenter')
      for (let round = 0; round < 25; round++) eve.sendUpdate(update(round))
      expect(await eve.closed).toMatchObject({ code: 4413 })
      const owner = await joinRaw(server, board, 'owner')
      addNote(owner, 'n1')
      await allStored(owner)
    }
    const doc = new Y.Doc()
    doc.getMap('comments').set('long', new Y.Map())
    await filled((round) => {
      doc.getMap('comments').set(`k${round}`, new Y.Map())
      return Y.encodeStateAsUpdate(doc)
    })
    // A placeholder for what a client has deleted again.
    await filled((round) => new Uint8Array([1, 1, 100 + round, 0, 0, 1, 0]))
    const texts = new Y.Doc()
    const text = new Y.Text()
    texts.getMap('comments').set('k1', new Y.Map([['text', text]]))
    await filled((round) => {
      text.insert(0, `${round}`.repeat(100))
      return Y.encodeStateAsUpdate(texts)
    })
  })

  it('takes no more connections than its limit, until one leaves', async () => {
    const server = await startTestServer({ limits: { connectionsPerRoom: 2 } })
    const board = await server.createBoard()
    const [first] = [await joinRaw(server, board), await joinRaw(server, board, 'viewer')]
    expect(await (await connectRaw(server, board)).closed).toMatchObject({ code: 4429 })
    await joinRaw(server, await server.createBoard())
    await first.close()
    await joinRaw(server, board)
  })
})

describe('an address', () => {
  it('opens no more connections than its limit, whatever the board', async () => {
    const server = await startTestServer({ limits: { connectionsPerAddress: 2 } })
    const [a, b] = [await server.createBoard(), await server.createBoard()]
    const first = await joinRaw(server, a)
    await joinRaw(server, b)
    expect(await (await connectRaw(server, b)).closed).toMatchObject({ code: 4429 })
    await first.close()
    await joinRaw(server, b)
  })
})

describe('a connection', () => {
  it('that sends too much is read more slowly, and all of it is stored', async () => {
    const server = await startTestServer({ limits: { messagesPerSecond: 100, messageBurst: 100 } })
    const board = await server.createBoard()
    const start = performance.now()
    const client = await joinRaw(server, board)
    for (let index = 0; index < 150; index++) addNote(client, `n${index}`)
    await allStored(client)
    addNote(client, 'n150')
    await allStored(client)
    // What came at once may have been taken on credit, but nothing after it before the credit was paid back.
    expect(performance.now() - start).toBeGreaterThan(900)
    expect((await server.model(board)).notes).toHaveLength(151)
  })

  it('that does not read is let go, and the others go on', async () => {
    const server = await startTestServer({ limits: { slowReaderBytes: 256 * KIB, fieldBytes: 1024 * KIB } })
    const board = await server.createBoard()
    const [writer, slow] = [await joinRaw(server, board), await joinRaw(server, board, 'viewer')]
    slow.sendPresence([{ client: 7, clock: 1, state: '{}' }])
    await writer.until(({ present }) => present.has(7))
    slow.socket.pause()
    const text = 'x'.repeat(400 * KIB)
    // How much the kernel holds for both ends is not known, so write until the server has had enough.
    while (writer.present.has(7)) {
      addNote(writer, 'n1', text)
      await allStored(writer)
    }
    slow.socket.resume()
    expect(await slow.closed).toMatchObject({ code: 1013 })
    addNote(writer, 'n2')
    await allStored(writer)
  })

  it('that was told to go and does not is cut off', async () => {
    const server = await startTestServer({ limits: { closeMs: 300, connectionsPerRoom: 1 } })
    const board = await server.createBoard()
    const client = await joinRaw(server, board)
    client.socket.pause()
    client.send(new Uint8Array([9]))
    const start = performance.now()
    const isFull = async () => {
      const next = await connectRaw(server, board)
      const came = next.until(({ synced }) => synced).then(() => true)
      return !(await Promise.race([came.catch(() => false), next.closed.then(() => false)]))
    }
    while (await isFull()) await delay(50)
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  it('that owes both bytes and work waits for the longer of the two', async () => {
    // Every frame costs some work of which a little is owed, and bytes for more than a second.
    const server = await startTestServer({
      limits: { bytesPerSecond: 100 * KIB, byteBurst: KIB, workMsPerSecond: 1_000, workMsBurst: 1 },
    })
    const board = await server.createBoard()
    const client = await joinRaw(server, board)
    await allStored(client)
    const start = performance.now()
    addNote(client, 'n1', 'x'.repeat(60 * KIB))
    addNote(client, 'n2', 'x'.repeat(60 * KIB))
    addNote(client, 'n3', 'x'.repeat(60 * KIB))
    await allStored(client)
    expect(performance.now() - start).toBeGreaterThan(900)
  })

  it('hears something from a board on which nothing happens', async () => {
    const server = await startTestServer({ limits: { keepAliveMs: 100 } })
    const client = await joinRaw(server, await server.createBoard(), 'viewer')
    await allStored(client)
    const before = client.frames
    await client.until(({ frames }) => frames >= before + 2)
    expect(client.present.size).toBe(0)
  })

  it('that has died is noticed, and its presence goes', async () => {
    const server = await startTestServer({ limits: { keepAliveMs: 300 } })
    const board = await server.createBoard()
    const [dead, witness] = [
      await joinRaw(server, board, 'editor', { autoPong: false }),
      await joinRaw(server, board),
    ]
    dead.sendPresence([{ client: 7, clock: 1, state: '{"name":"Ann"}' }])
    await witness.until(({ present }) => present.has(7))
    expect(await dead.closed).toMatchObject({ code: 1006 })
    await witness.until(({ present }) => !present.has(7))
  })
})

describe('200 clients', () => {
  it('that come at once all get the board', async () => {
    const server = await startTestServer()
    const board = await server.createBoard({ title: 'Crowded' })
    const clients = await Promise.all(Array.from({ length: 200 }, () => joinRaw(server, board)))
    const [writer] = clients
    if (writer === undefined) throw new Error('nobody came')
    addNote(writer, 'n1')
    await Promise.all(clients.map((client) => client.until(({ doc }) => doc.getMap('notes').has('n1'))))
    expect(clients.every(({ doc }) => doc.getMap('meta').get('title') === 'Crowded')).toBe(true)
  })
})
