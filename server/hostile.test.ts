import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Role } from '../src/collab/doc/wire.ts'
import { presenceFrame, step1Frame, step2Frame, updateFrame } from './rooms/frames.ts'
import { connectRaw, joinRaw, type RawClient } from './testing/connect-raw.ts'
import {
  startTestServer,
  stopTestServers,
  type TestBoard,
  type TestServer,
} from './testing/start-test-server.ts'

/** How the server names a session. */
const ID = /^[\w-]{22}$/

let server: TestServer
let board: TestBoard
beforeEach(async () => {
  server = await startTestServer()
  board = await server.createBoard({ title: 'Target' })
})
afterEach(stopTestServers)

const allStored = (client: RawClient) => client.until(({ sent, acknowledged }) => acknowledged === sent)
const addNote = (client: RawClient, id: string) =>
  client.doc.getMap('notes').set(id, new Y.Map([['text', id]]))

const updateOf = (change: (doc: Y.Doc) => void) => {
  const doc = new Y.Doc()
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

describe('a bad frame', () => {
  const chain = (doc: Y.Doc) =>
    doc.transact(() => {
      let map = doc.getMap('notes')
      for (let depth = 0; depth < 20_000; depth++) {
        const inner = new Y.Map<unknown>()
        map.set('x', inner)
        map = inner
      }
    })
  it.each<[string, () => Uint8Array | string]>([
    ['nothing', () => new Uint8Array()],
    ['text', () => 'hello'],
    ['an unknown type', () => new Uint8Array([9, 0])],
    ['an acknowledgement', () => new Uint8Array([100, 1])],
    ['an unknown sync step', () => new Uint8Array([0, 9, 0])],
    ['a body cut off', () => new Uint8Array([0, 2, 200])],
    ['two messages in one', () => Buffer.concat([step1Frame(new Uint8Array([0])), new Uint8Array([0])])],
    ['a state vector that is none', () => step1Frame(new Uint8Array([255, 255, 255]))],
    ['an update that is none', () => updateFrame(randomBytes(40))],
    ['a step 2 that is none', () => step2Frame(new Uint8Array())],
    ['another top-level type', () => updateFrame(updateOf((doc) => doc.getMap('elsewhere').set('a', 1)))],
    ['a value that is not JSON', () => updateFrame(updateOf((doc) => doc.getMap('meta').set('a', 1n)))],
    ['types nested 20,000 deep', () => updateFrame(updateOf(chain))],
    ['presence of 20,000 clients', () => presenceFrame(fakeClients(20_000))],
    ['presence that is not JSON', () => presenceFrame([{ client: 1, clock: 1, state: '{' }])],
  ])('(%s) closes its sender 4400, and the board stays as it was', async (_what, frame) => {
    const before = await server.model(board)
    const client = await joinRaw(server, board)
    await allStored(client)
    client.send(frame())
    expect(await client.closed).toMatchObject({ code: 4400 })
    expect(await server.model(board)).toEqual(before)
    const next = await joinRaw(server, board)
    addNote(next, 'n1')
    await allStored(next)
  })
})

describe('presence', () => {
  it('shows who the server knows, and no client in another’s place', async () => {
    const as = (role: Role, name: string) => server.ticket(board, role, { name, colour: '#112233' })
    const [ann, eve, witness] = await Promise.all([
      joinRaw(server, board, 'editor', { ticket: await as('editor', 'Ann') }),
      joinRaw(server, board, 'viewer', { ticket: await as('viewer', 'Eve') }),
      joinRaw(server, board, 'viewer'),
    ])
    ann.sendPresence([{ client: 1, clock: 1, state: '{"name":"Nina","role":"owner","cursor":[1,2]}' }])
    await witness.until(({ present }) => present.has(1))
    eve.sendPresence([
      { client: 1, clock: 99, state: '{"name":"Not Ann"}' },
      { client: 1, clock: 100, state: 'null' },
      { client: 2, clock: 1, state: '{"name":"Ann","role":"owner","user":"ann","colour":"x"}' },
      { client: 3, clock: 1, state: '{"name":"Eve’s other"}' },
    ])
    await witness.until(({ present }) => present.has(2))
    expect(Object.fromEntries(witness.present)).toEqual({
      1: { name: 'Ann', colour: '#112233', role: 'editor', cursor: [1, 2], user: expect.stringMatching(ID) },
      2: { name: 'Eve', colour: '#112233', role: 'viewer', user: expect.stringMatching(ID) },
    })
    await eve.close()
    await witness.until(({ present }) => !present.has(2))
    expect([...witness.present.keys()]).toEqual([1])
  })

  it('comes to who joins later, from all who are there', async () => {
    const clients = await Promise.all([1, 2, 3].map(() => joinRaw(server, board, 'viewer')))
    for (const [index, client] of clients.entries()) {
      client.sendPresence([{ client: index + 1, clock: 1, state: `{"name":"P${index + 1}"}` }])
    }
    await Promise.all(clients.map((client) => client.until(({ present }) => present.size === 2)))
    const late = await joinRaw(server, board, 'viewer')
    expect([...late.present.keys()].sort((a, b) => a - b)).toEqual([1, 2, 3])
  })

  it('that is too big goes nowhere', async () => {
    const [eve, witness] = [await joinRaw(server, board), await joinRaw(server, board)]
    eve.sendPresence([{ client: 1, clock: 1, state: JSON.stringify({ name: 'x'.repeat(5_000) }) }])
    eve.sendPresence([{ client: 2, clock: 1, state: '{}' }])
    await witness.until(({ present }) => present.has(2))
    expect(witness.present.has(1)).toBe(false)
  })
})

describe('a write that builds on what the server lacks', () => {
  it('is thrown away, asked for, and acknowledged with the step 2 that brings all', async () => {
    const [client, witness] = [await joinRaw(server, board), await joinRaw(server, board)]
    await allStored(client)
    const before = client.acknowledged
    client.hold = true
    addNote(client, 'n1')
    client.hold = false
    const asked = client.asked
    addNote(client, 'n2')
    addNote(client, 'n3')
    await client.until((now) => now.asked === asked + 1)
    // Three write frames: two that lack n1, and the step 2 that answers. The count jumps to the third.
    await allStored(client)
    expect([before, client.acknowledged]).toEqual([1, 4])
    expect(client.asked).toBe(asked + 1)
    await witness.until(({ doc }) => doc.getMap('notes').size === 3)
    await server.stop()
    const again = await startTestServer({ dataDir: server.dataDir })
    expect((await again.model(board)).notes.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3'])
  })

  it('acknowledges nothing while the gap is open', async () => {
    const client = await joinRaw(server, board)
    await allStored(client)
    client.hold = true
    addNote(client, 'n1')
    const updates: Uint8Array[] = []
    client.doc.on('update', (update: Uint8Array) => updates.push(update))
    addNote(client, 'n2')
    client.sendUpdate(updates[0] ?? new Uint8Array())
    const other = new Y.Doc()
    other.getMap('notes').set('whole', new Y.Map())
    client.sendUpdate(Y.encodeStateAsUpdate(other))
    await client.until(({ asked }) => asked === 2)
    const witness = await joinRaw(server, board)
    expect([...witness.doc.getMap('notes').keys()]).toEqual(['whole'])
    expect([client.sent, client.acknowledged]).toEqual([3, 1])
    // What does not fit is this client's trouble alone.
    addNote(witness, 'n3')
    await allStored(witness)
    const late = await joinRaw(server, board)
    expect([...late.doc.getMap('notes').keys()].sort()).toEqual(['n3', 'whole'])
    expect(late.doc.store.pendingStructs).toBe(null)
    client.answer()
    await client.until(({ acknowledged }) => acknowledged === 4)
  })

  it('as after editing offline, before the first step 2, is nothing to be asked about again', async () => {
    const doc = new Y.Doc()
    doc.getMap('notes').set('offline', new Y.Map())
    const client = await connectRaw(server, board, 'editor', { doc })
    client.hold = true
    await client.until(({ asked }) => asked === 1)
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let index = 0; index < 20; index++) addNote(client, `n${index}`)
    for (const update of updates) client.sendUpdate(update)
    client.answer()
    await allStored(client)
    expect(client.asked).toBe(1)
    expect((await server.model(board)).notes).toHaveLength(21)
  })

  it('again and again, whatever the server asks, ends with 4400', async () => {
    const client = await joinRaw(server, board)
    await allStored(client)
    const lost = new Y.Doc()
    lost.getMap('notes').set('lost', new Y.Map())
    const vector = Y.encodeStateVector(lost)
    lost.getMap('notes').set('after', new Y.Map())
    const gap = Y.encodeStateAsUpdate(lost, vector)
    for (let round = 0; round < 10; round++) client.send(step2Frame(gap))
    expect(await client.closed).toMatchObject({ code: 4400 })
    expect((await server.model(board)).notes).toEqual([])
  })

  it('does not make a reader a writer', async () => {
    const reader = await joinRaw(server, board, 'viewer')
    const lost = new Y.Doc()
    lost.getMap('notes').set('lost', new Y.Map())
    const vector = Y.encodeStateVector(lost)
    lost.getMap('notes').set('after', new Y.Map())
    reader.sendUpdate(Y.encodeStateAsUpdate(lost, vector))
    expect(await reader.closed).toMatchObject({ code: 4403 })
  })
})

const fakeClients = (count: number) =>
  Array.from({ length: count }, (_, client) => ({ client, clock: 1, state: '{"name":"Fake"}' }))
