import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, joinRaw, type RawClient } from './testing/connect-raw.ts'
import {
  startTestServer,
  stopTestServers,
  type TestBoard,
  type TestServer,
} from './testing/start-test-server.ts'

let server: TestServer
let board: TestBoard
let editor: RawClient

/** A board with some history: a record deleted for good, another edited. */
beforeEach(async () => {
  server = await startTestServer()
  board = await server.createBoard()
  editor = await joinRaw(server, board)
  const components = editor.doc.getMap<Y.Map<unknown>>('components')
  components.set('c1', new Y.Map([['name', 'AMF 1']]))
  components.set('gone', new Y.Map([['name', 'SMF 1']]))
  components.delete('gone')
  components.get('c1')?.set('name', 'AMF 2')
  await allStored(editor)
})
afterEach(stopTestServers)

const allStored = (client: RawClient) => client.until(({ sent, acknowledged }) => acknowledged === sent)
const contentOf = (doc: Y.Doc) => ({
  json: doc.getMap('components').toJSON(),
  snapshot: Y.encodeSnapshot(Y.snapshot(doc)),
})

/** What `change` would send, made in a copy, so that the client's own document stays as it is. */
function hackedUpdate(doc: Y.Doc, change: (components: Y.Map<Y.Map<unknown>>) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  change(copy.getMap('components'))
  return Y.mergeUpdates(updates)
}

const HACKS: [string, (components: Y.Map<Y.Map<unknown>>) => void][] = [
  ['sets a field', (components) => components.get('c1')?.set('name', 'Mine')],
  ['creates a record', (components) => components.set('c9', new Y.Map())],
  ['deletes a record', (components) => components.delete('c1')],
]

describe.each(['viewer', 'commenter'] as const)('a %s', (role) => {
  it('reads the board, and its own step 2 passes though it is not empty', async () => {
    const reader = await joinRaw(server, board, role)
    expect(contentOf(reader.doc)).toEqual(contentOf(editor.doc))
    await reader.until(({ sent, acknowledged }) => sent === 1 && acknowledged === 1)
    editor.doc.getMap('components').set('c2', new Y.Map())
    await reader.until(({ doc }) => doc.getMap('components').has('c2'))
    expect(reader.socket.readyState).toBe(reader.socket.OPEN)
  })

  it('passes with a step 2 and updates that hold nothing new', async () => {
    const reader = await joinRaw(server, board, role)
    reader.sendUpdate(Y.encodeStateAsUpdate(editor.doc))
    reader.sendUpdate(Y.encodeStateAsUpdate(new Y.Doc()))
    await allStored(reader)
    expect(reader.acknowledged).toBe(3)
  })

  it.each(HACKS)('whose modified client %s is closed 4403, and nothing changes', async (_what, hack) => {
    const witness = await joinRaw(server, board, 'viewer')
    const before = contentOf(editor.doc)
    const reader = await joinRaw(server, board, role)
    reader.sendUpdate(hackedUpdate(reader.doc, hack))
    expect((await reader.closed).code).toBe(4403)

    const viaStep2 = await connectRaw(server, board, role, { doc: new Y.Doc() })
    viaStep2.hold = true
    await viaStep2.until(({ synced }) => synced)
    Y.applyUpdate(viaStep2.doc, hackedUpdate(viaStep2.doc, hack))
    viaStep2.answer()
    expect((await viaStep2.closed).code).toBe(4403)

    // An edit that everybody gets comes after whatever the hacks might have sent.
    editor.doc.getMap('notes').set('n1', new Y.Map())
    await witness.until(({ doc }) => doc.getMap('notes').has('n1'))
    for (const { doc } of [witness, editor]) {
      expect(doc.getMap('components').toJSON()).toEqual(before.json)
    }
    const after = contentOf(editor.doc)
    expect(contentOf(witness.doc)).toEqual(after)
    await server.stop()
    const again = await startTestServer({ dataDir: server.dataDir })
    const late = await joinRaw(again, board, 'viewer')
    expect(contentOf(late.doc)).toEqual(after)
  })
})

describe('an owner', () => {
  it('writes as an editor does', async () => {
    const owner = await joinRaw(server, board, 'owner')
    owner.doc.getMap('components').set('c3', new Y.Map())
    await allStored(owner)
    await editor.until(({ doc }) => doc.getMap('components').has('c3'))
    expect((await server.model(board)).components.map(({ id }) => id)).toEqual(['c1', 'c3'])
  })
})

describe('the header of a board', () => {
  const HEADER_HACKS: [string, (header: Y.Map<unknown>) => void][] = [
    ['says that a newer program wrote it', (header) => header.set('version', 99)],
    ['takes its epoch away', (header) => header.delete('epoch')],
    ['adds to it', (header) => header.set('unknown', { risks: 1 })],
  ]
  it.each(HEADER_HACKS)('is nobody’s to write: an owner who %s is closed', async (_what, hack) => {
    const owner = await joinRaw(server, board, 'owner')
    const before = owner.doc.getMap('ringfence').toJSON()
    hack(owner.doc.getMap('ringfence'))
    expect(await owner.closed).toMatchObject({ code: 4400 })
    // All that came with it is gone as well, and a client that has it all already may send it again.
    const next = await joinRaw(server, board, 'owner')
    expect(next.doc.getMap('ringfence').toJSON()).toEqual(before)
    next.sendUpdate(Y.encodeStateAsUpdate(next.doc))
    await allStored(next)
  })
})

describe('a socket', () => {
  it('is closed 4401 without a ticket, with a made-up one, a used one, and one of another board', async () => {
    const used = await server.ticket(board, 'editor')
    await joinRaw(server, board, 'editor', { ticket: used })
    const foreign = await server.ticket(await server.createBoard(), 'editor')
    for (const ticket of ['', 'made-up', used, foreign]) {
      const client = await connectRaw(server, board, 'editor', { ticket })
      expect(await client.closed).toMatchObject({ code: 4401 })
      expect(client.frames).toBe(0)
    }
  })

  it('is closed 4401 with an expired ticket', async () => {
    const hasty = await startTestServer({ limits: { ticketSeconds: 0 } })
    const client = await connectRaw(hasty, await hasty.createBoard())
    expect(await client.closed).toMatchObject({ code: 4401 })
  })

  it('is closed 4404 at a board that does not exist', async () => {
    const ticket = await server.ticket(board, 'editor')
    for (const id of ['nowhere', 'a%2fb', "'--"]) {
      const client = await connectRaw(server, { ...board, id }, 'editor', { ticket })
      expect(await client.closed).toMatchObject({ code: 4404 })
    }
  })

  it('opens from this server’s pages and the allowed ones, and from no others', async () => {
    const allowing = await startTestServer({ allowedOrigins: ['https://ringfence.example'] })
    const there = await allowing.createBoard()
    for (const origin of [allowing.url, 'https://ringfence.example']) {
      await joinRaw(allowing, there, 'viewer', { origin })
    }
    for (const origin of [
      'https://evil.example',
      'null',
      `${allowing.url}0`,
      'https://ringfence.example:444',
    ]) {
      const client = await connectRaw(allowing, there, 'viewer', { origin })
      expect(await client.closed).toMatchObject({ code: 1006 })
    }
  })
})
