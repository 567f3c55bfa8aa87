import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openBoardDoc } from '../src/collab/doc/board-doc.ts'
import { emptyModel } from '../src/core/model/records.ts'
import { connectRaw, joinRaw } from './testing/connect-raw.ts'
import { asHolder } from './testing/holder.ts'
import {
  startTestServer,
  stopTestServers,
  type TestBoard,
  type TestServer,
} from './testing/start-test-server.ts'

let server: TestServer
let board: TestBoard
let owner: ReturnType<typeof asHolder>

beforeEach(async () => {
  server = await startTestServer()
  board = await server.createBoard({ title: 'Original' })
  owner = asHolder(server, board.id, board.keys.owner)
})
afterEach(stopTestServers)

const DAY_MS = 24 * 3_600_000

describe('a copy', () => {
  it('has what is alive on the board, under keys of its own, for whoever can read it', async () => {
    const editor = await joinRaw(server, board)
    const edits = openBoardDoc(editor.doc)
    edits.edit('add', (change) => {
      change.create('vendors', { id: 'v1', name: 'Acme', restricted: false })
      change.create('vendors', { id: 'v2', name: 'Gone', restricted: false })
    })
    edits.edit('delete', (change) => change.remove('vendors', 'v2'))
    await editor.until(({ sent, acknowledged }) => sent === acknowledged)
    for (const role of ['owner', 'editor', 'commenter', 'viewer'] as const) {
      const holder = asHolder(server, board.id, board.keys[role])
      const { status, body } = await holder('POST', '/copies', { title: ` Copy by ${role} ` })
      expect(status).toBe(201)
      const copy = body as unknown as TestBoard
      expect(copy.id).not.toBe(board.id)
      expect(new Set([...Object.values(copy.keys), ...Object.values(board.keys)]).size).toBe(8)
      const model = await server.model(copy)
      expect(model.meta.title).toBe(`Copy by ${role}`)
      expect(model.vendors.map(({ id }) => id)).toEqual(['v1'])
      const joined = await joinRaw(server, copy, 'owner')
      expect([...joined.doc.getMap('vendors').keys()]).toEqual(['v1'])
      expect(joined.doc.getMap('ringfence').get('epoch')).not.toBe(
        editor.doc.getMap('ringfence').get('epoch'),
      )
    }
    const same = (await owner('POST', '/copies')).body as unknown as TestBoard
    expect(await server.model(same)).toEqual(await server.model(board))
  })

  it.each([
    [{ title: '' }, 'wrong-value', 'title'],
    [{ title: 3 }, 'wrong-type', 'title'],
    [{ title: 'A', model: {} }, 'unknown-field', 'model'],
    [{ ...emptyModel('Whole') }, 'unknown-field', 'format'],
  ])('is not made from %j', async (body, code, at) => {
    expect(await owner('POST', '/copies', body)).toMatchObject({ status: 400, body: { error: { code, at } } })
  })

  it('counts as a new board against the limit', async () => {
    const busy = await startTestServer({ limits: { boardsPerMinute: 1 } })
    const there = await busy.createBoard()
    const holder = asHolder(busy, there.id, there.keys.viewer)
    expect((await holder('POST', '/copies')).status).toBe(201)
    expect((await holder('POST', '/copies')).status).toBe(429)
  })
})

describe('a deleted board', () => {
  it('closes its connections with 4410 and answers 410 to everything but a restore', async () => {
    const writer = await joinRaw(server, board)
    writer.doc.getMap('notes').set('n1', new Y.Map([['text', 'kept']]))
    await writer.until(({ sent, acknowledged }) => sent === acknowledged)
    const ticket = await server.ticket(board, 'editor')
    const before = Date.now()
    const { status, body } = await owner('DELETE')
    expect(status).toBe(200)
    const until = String(body.until)
    expect(Date.parse(until) - before - 30 * DAY_MS).toBeLessThan(60_000)
    expect(Date.parse(until)).toBeGreaterThanOrEqual(before + 30 * DAY_MS)
    const closed = await writer.closed
    expect(closed.code).toBe(4410)
    expect(closed.reason).toContain(`until ${Number(until.slice(8, 10))} `)
    expect(await (await connectRaw(server, board, 'editor', { ticket })).closed).toMatchObject({ code: 4410 })
    for (const [method, path] of [
      ['POST', '/tickets'],
      ['GET', '/model'],
      ['GET', '/state'],
      ['GET', '/links'],
      ['POST', '/links'],
      ['DELETE', '/links/x'],
      ['POST', '/copies'],
      ['DELETE', ''],
    ] as const) {
      expect([path, await owner(method, path)]).toMatchObject([
        path,
        { status: 410, body: { error: { code: 'deleted', until } } },
      ])
    }
    const stranger = asHolder(server, board.id, (await server.createBoard()).keys.owner)
    expect(await stranger('GET', '/model')).toMatchObject({ status: 403 })
    for (const role of ['editor', 'commenter', 'viewer'] as const) {
      const holder = asHolder(server, board.id, board.keys[role])
      expect(await holder('POST', '/restore')).toMatchObject({ status: 403 })
    }

    expect((await owner('POST', '/restore')).status).toBe(204)
    expect((await owner('POST', '/restore')).status).toBe(204)
    expect((await server.model(board)).notes).toMatchObject([{ id: 'n1' }])
    await joinRaw(server, board)
  })

  it('waits over a restart, and is gone for good once its time has passed', async () => {
    const other = await server.createBoard({ title: 'Stays' })
    await owner('DELETE')
    await server.stop()
    const second = await startTestServer({ dataDir: server.dataDir, limits: { deletedBoardDays: 0 } })
    const holder = asHolder(second, board.id, board.keys.owner)
    expect(await holder('GET', '/model')).toMatchObject({ status: 410 })
    expect((await holder('POST', '/restore')).status).toBe(204)
    // Without a day of grace its time has passed at once, though it will be removed only later.
    await holder('DELETE')
    for (const path of ['/model', '/restore']) {
      expect(await holder(path === '/model' ? 'GET' : 'POST', path)).toMatchObject({
        status: 404,
        body: { error: { code: 'no-such-board' } },
      })
    }
    await second.stop()
    const third = await startTestServer({ dataDir: server.dataDir })
    expect(await asHolder(third, board.id, board.keys.owner)('POST', '/restore')).toMatchObject({
      status: 404,
    })
    expect((await third.model(other)).meta.title).toBe('Stays')
  })
})
