import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openBoardDoc } from '../src/collab/doc/board-doc.ts'
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

const allStored = (client: RawClient) => client.until(({ sent, acknowledged }) => acknowledged === sent)
const mapIn = (doc: Y.Doc, kind: string) => doc.getMap<Y.Map<unknown>>(kind)
const textOf = (doc: Y.Doc, id: string) => mapIn(doc, 'comments').get(id)?.get('text') as Y.Text
const jsonOf = (doc: Y.Doc) =>
  ['ringfence', 'meta', 'components', 'notes', 'comments'].map((name) => doc.getMap(name).toJSON())

beforeEach(async () => {
  server = await startTestServer()
  board = await server.createBoard({ title: 'Discussed' })
  editor = await joinRaw(server, board)
  mapIn(editor.doc, 'components').set('c1', new Y.Map<unknown>([['name', 'AMF']]))
  mapIn(editor.doc, 'comments').set('k1', new Y.Map<unknown>([['text', new Y.Text('why?')]]))
  await allStored(editor)
})
afterEach(stopTestServers)

describe('a commenter', () => {
  it('creates, changes, softly deletes and undoes comments, and others see it', async () => {
    const commenter = await joinRaw(server, board, 'commenter')
    const mine = openBoardDoc(commenter.doc)
    const said = { author: 'Ann', colour: '#1f6f8b', created: '2030-01-01T00:00:00Z', text: 'Because.' }
    mine.edit('Comment', (change) =>
      change.create('comments', { id: 'k2', thread: null, on: null, at: [0, 0], resolved: null, ...said }),
    )
    mine.edit('Resolve', (change) =>
      change.set('comments', 'k1', { resolved: { by: 'Ann', at: '2030-01-01T00:00:00Z' } }),
    )
    textOf(commenter.doc, 'k1').insert(3, ' not')
    textOf(commenter.doc, 'k1').delete(0, 1)
    mine.edit('Delete', (change) => change.remove('comments', 'k1'))
    expect(mine.undo()).toBe('Delete')
    expect(mine.undo()).toBe('Resolve')
    expect(mine.redo()).toBe('Resolve')
    mine.edit('Delete', (change) => change.remove('comments', 'k2'))
    await allStored(commenter)
    await editor.until(({ doc }) => mapIn(doc, 'comments').get('k2')?.has('deleted') === true)
    expect(jsonOf(editor.doc)).toEqual(jsonOf(commenter.doc))
    expect(textOf(editor.doc, 'k1').toJSON()).toBe('hy not?')
    expect((await server.model(board)).comments.map(({ id }) => id)).toEqual(['k1'])
    mine.destroy()
  })

  it('brings what was written offline, while others edit', async () => {
    const first = await joinRaw(server, board, 'commenter')
    const { doc } = first
    await first.close()
    mapIn(doc, 'comments').set('k2', new Y.Map<unknown>([['text', new Y.Text('offline')]]))
    textOf(doc, 'k1').insert(0, 'But ')
    mapIn(editor.doc, 'components').get('c1')?.set('name', 'AMF 1')
    mapIn(editor.doc, 'comments').get('k1')?.set('at', [1, 2])
    await allStored(editor)
    const again = await joinRaw(server, board, 'commenter', { doc })
    await allStored(again)
    await editor.until((client) => mapIn(client.doc, 'comments').has('k2'))
    expect(jsonOf(editor.doc)).toEqual(jsonOf(again.doc))
  })

  it('is asked for the rest when an update runs ahead of what was written offline', async () => {
    const first = await joinRaw(server, board, 'commenter')
    const { doc } = first
    await first.close()
    textOf(doc, 'k1').insert(0, 'But ')
    const client = await connectRaw(server, board, 'commenter', { doc })
    client.hold = true
    await client.until(({ asked }) => asked === 1)
    const known = Y.encodeStateVector(doc)
    textOf(doc, 'k1').insert(4, 'then ')
    client.sendUpdate(Y.encodeStateAsUpdate(doc, known))
    // The step 2 has been asked for already, and brings everything.
    client.answer()
    await allStored(client)
    await editor.until((other) => textOf(other.doc, 'k1').toJSON().length > 4)
    expect(textOf(editor.doc, 'k1').toJSON()).toBe('But then why?')
  })

  it('who sends a step 2 with gaps is closed 4403', async () => {
    const client = await joinRaw(server, board, 'commenter')
    client.hold = true
    textOf(client.doc, 'k1').insert(0, 'But ')
    const known = Y.encodeStateVector(client.doc)
    textOf(client.doc, 'k1').insert(4, 'then ')
    client.sendStep2(Y.encodeStateAsUpdate(client.doc, known))
    expect(await client.closed).toMatchObject({ code: 4403 })
  })

  it('who never fills the gaps that it is asked for changes nothing', async () => {
    const before = Y.encodeStateAsUpdate(editor.doc)
    const client = await joinRaw(server, board, 'commenter')
    await allStored(client)
    client.hold = true
    textOf(client.doc, 'k1').insert(0, 'But ')
    const known = Y.encodeStateVector(client.doc)
    for (let round = 0; round < 10; round++) {
      textOf(client.doc, 'k1').insert(0, `${round}`)
      client.sendUpdate(Y.encodeStateAsUpdate(client.doc, known))
    }
    await client.until(({ asked }) => asked === 2)
    const late = await joinRaw(server, board, 'viewer')
    expect(Y.encodeStateAsUpdate(late.doc)).toEqual(before)
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['sets a component’s field', (doc) => mapIn(doc, 'components').get('c1')?.set('name', 'Mine')],
    ['deletes a component', (doc) => mapIn(doc, 'components').delete('c1')],
    ['changes the title', (doc) => doc.getMap('meta').set('title', 'Mine')],
    ['changes the header', (doc) => doc.getMap('ringfence').set('version', 99)],
    ['removes a comment for good', (doc) => mapIn(doc, 'comments').delete('k1')],
    ['puts another comment in its place', (doc) => mapIn(doc, 'comments').set('k1', new Y.Map())],
    ['gives a comment a component’s id', (doc) => mapIn(doc, 'comments').set('c1', new Y.Map())],
    [
      'works by way of a nested type',
      (doc) => {
        const inner = new Y.Map<unknown>()
        mapIn(doc, 'components').get('c1')?.set('extra', inner)
        inner.set('deep', 1)
      },
    ],
    [
      'hides it among comments',
      (doc) => {
        mapIn(doc, 'comments').set('k2', new Y.Map<unknown>([['text', new Y.Text('hello')]]))
        textOf(doc, 'k1').insert(0, 'x')
        mapIn(doc, 'components').get('c1')?.set('name', 'Mine')
        textOf(doc, 'k2').insert(0, 'y')
      },
    ],
  ])('whose modified client %s is closed 4403, and nothing changes', async (_what, hack) => {
    const before = jsonOf(editor.doc)
    const client = await joinRaw(server, board, 'commenter')
    await allStored(client)
    client.hold = true
    const known = Y.encodeStateVector(client.doc)
    client.doc.transact(() => hack(client.doc))
    client.sendUpdate(Y.encodeStateAsUpdate(client.doc, known))
    expect(await client.closed).toMatchObject({ code: 4403 })
    const offline = await connectRaw(server, board, 'commenter', { doc: client.doc })
    expect(await offline.closed).toMatchObject({ code: 4403 })
    const late = await joinRaw(server, board, 'viewer')
    expect(jsonOf(late.doc)).toEqual(before)
    mapIn(editor.doc, 'notes').set('n1', new Y.Map())
    await late.until(({ doc }) => mapIn(doc, 'notes').has('n1'))
    expect(jsonOf(late.doc)).toEqual(jsonOf(editor.doc))
  })

  it('cannot use up the numbers of an editor’s next edits', async () => {
    const client = await joinRaw(server, board, 'commenter')
    editor.sendPresence([{ client: 7, clock: 1, state: '{}' }])
    await client.until(({ present }) => present.has(7))
    const offline = await joinRaw(server, board)
    offline.sendPresence([{ client: 9, clock: 1, state: '{}' }])
    await client.until(({ present }) => present.has(9))
    await offline.close()
    await client.until(({ present }) => !present.has(9))
    for (const victim of [editor.doc.clientID, 7, 9]) {
      const spoof = await joinRaw(server, board, 'commenter')
      await allStored(spoof)
      spoof.hold = true
      const known = Y.encodeStateVector(spoof.doc)
      spoof.doc.clientID = victim
      textOf(spoof.doc, 'k1').insert(0, 'x')
      spoof.sendUpdate(Y.encodeStateAsUpdate(spoof.doc, known))
      expect(await spoof.closed).toMatchObject({ code: 4403 })
    }
    mapIn(editor.doc, 'components').get('c1')?.set('name', 'AMF 2')
    await client.until(({ doc }) => mapIn(doc, 'components').get('c1')?.get('name') === 'AMF 2')
  })
})
