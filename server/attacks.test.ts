import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, joinRaw, type RawClient } from './testing/connect-raw.ts'
import { openSqliteStore } from './storage/sqlite-store.ts'
import {
  startTestServer,
  stopTestServers,
  type TestBoard,
  type TestServer,
} from './testing/start-test-server.ts'

let server: TestServer
let board: TestBoard
beforeEach(async () => {
  server = await startTestServer()
  board = await server.createBoard({ title: 'Target' })
})
afterEach(stopTestServers)

const allStored = (client: RawClient) => client.until(({ sent, acknowledged }) => acknowledged === sent)
const dial = (at = server): Socket => connect(Number(new URL(at.url).port), '127.0.0.1')
/** Sends bytes as they are and resolves to all that comes until the server hangs up. */
const say = async (bytes: string, at = server): Promise<string> => {
  const socket = dial(at)
  socket.on('error', () => socket.destroy())
  socket.write(bytes)
  return text(socket).catch(() => '')
}
const isWell = async () => {
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect((await server.model(board)).meta.title).toBe('Target')
}

describe('a board id', () => {
  const IDS = [
    '..',
    '%2e',
    '%2e%2e',
    '%2e%2e%2f%2e%2e%2fringfence.db',
    '%00',
    'a%00b',
    'x'.repeat(10_000),
    '%5c..%5c',
    'ringfence.db',
    '%F0%9F%92%A9',
  ]
  it.each(IDS)('%# that is none is a board that does not exist, whoever asks', async (id) => {
    for (const [method, what] of [
      ['GET', 'model'],
      ['GET', 'state'],
      ['POST', 'tickets'],
    ]) {
      // As raw bytes, since `fetch` tidies paths.
      const answer = await say(
        `${method} /api/boards/${id}/${what} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${board.keys.owner}\r\nConnection: close\r\n\r\n`,
      )
      expect(answer).toMatch(/^HTTP\/1.1 404 /)
    }
    const ticket = await server.ticket(board, 'owner')
    expect(
      (
        await (
          await connectRaw(server, { ...board, id: id.replace(/^(\.|%2e)+$/, '%252e') }, 'owner', { ticket })
        ).closed
      ).code,
    ).toBe(4404)
    await isWell()
  })
})

describe('HTTP that is meant to confuse', () => {
  const head = 'POST /api/boards HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
  it.each([
    ['two lengths', `${head}Content-Length: 13\r\nContent-Length: 14\r\n\r\n{"title":"A"}`],
    ['a length and chunks', `${head}Content-Length: 13\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a length that is none', `${head}Content-Length: -1\r\n\r\n`],
    ['chunks that are none', `${head}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nZZ\r\n`],
    ['a header with a line break', `GET / HTTP/1.1\r\nHost: x\r\nA: b\n\nc: d\r\n: e\r\n\r\n`],
    ['a space before the colon', 'GET / HTTP/1.1\r\nHost : x\r\n\r\n'],
    ['headers of 100 kB', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('(%s) is refused and the line closed', async (_what, bytes) => {
    expect(await say(bytes)).toMatch(/^HTTP\/1.1 4\d\d /)
    await isWell()
  })

  it.each([
    ['no key', 'Sec-WebSocket-Version: 13\r\n'],
    ['an old version', 'Sec-WebSocket-Version: 7\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n'],
  ])('(an upgrade with %s) is refused', async (_what, headers) => {
    const answer = await say(
      `GET /sync/${board.id} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${headers}\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d /)
    await isWell()
  })

  it('as one header after the other, slowly, is not waited for', async () => {
    const hasty = await startTestServer({ limits: { headersMs: 300 } })
    const start = performance.now()
    const answer = await say(`GET /sync/${board.id} HTTP/1.1\r\nHost: x\r\nUpgrade: webso`, hasty)
    expect(answer).toMatch(/^HTTP\/1.1 408 /)
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})

describe('one address', () => {
  it('that opens sockets without end fills its own share only', async () => {
    const small = await startTestServer({ limits: { connectionsPerAddress: 20 } })
    const there = await small.createBoard()
    const inside = await joinRaw(small, there)
    const flood = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        connectRaw(small, there, 'viewer', { ticket: `none-${index}` }),
      ),
    )
    const codes = (await Promise.all(flood.map(({ closed }) => closed))).map(({ code }) => code)
    expect(codes.filter((code) => code !== 4401 && code !== 4429)).toEqual([])
    inside.doc.getMap('notes').set('n1', new Y.Map())
    await allStored(inside)
    await joinRaw(small, there)
  })
})

describe('presence', () => {
  it('in floods reaches the others a few times a second, the last of it included', async () => {
    const [eve, witness] = [await joinRaw(server, board), await joinRaw(server, board)]
    const before = witness.frames
    for (let clock = 1; clock <= 1_500; clock++) {
      eve.sendPresence([{ client: 1, clock, state: JSON.stringify({ name: 'Eve', cursor: [clock, 0] }) }])
    }
    await witness.until(
      ({ present }) => (present.get(1) as { cursor?: number[] } | undefined)?.cursor?.[0] === 1_500,
    )
    expect(witness.frames - before).toBeLessThan(500)
  })
})

describe('200 clients that return at once', () => {
  it('after the server was gone all get back what they had, and their own edits in', async () => {
    const docs = Array.from({ length: 200 }, () => new Y.Doc())
    const clients = await Promise.all(docs.map((doc) => joinRaw(server, board, 'editor', { doc })))
    await server.stop()
    await Promise.all(clients.map(({ closed }) => closed))
    for (const [index, doc] of docs.entries()) doc.getMap('notes').set(`n${index}`, new Y.Map())
    const again = await startTestServer({ dataDir: server.dataDir })
    const back = await Promise.all(docs.map((doc) => connectRaw(again, board, 'editor', { doc })))
    await Promise.all(back.map((client) => client.until(({ doc }) => doc.getMap('notes').size === 200)))
    await Promise.all(back.map(allStored))
    await again.stop()
    const store = openSqliteStore(server.dataDir)
    const stored = await store.load(board.id)
    await store.close()
    expect(stored).not.toBe(null)
  })
})
