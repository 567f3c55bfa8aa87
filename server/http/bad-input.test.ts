import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { emptyModel } from '../../src/core/model/records.ts'
import { openSqliteStore } from '../storage/sqlite-store.ts'
import { startTestServer, stopTestServers } from '../testing/start-test-server.ts'

afterEach(stopTestServers)

const model = (change: object) => JSON.stringify({ ...emptyModel('Bad'), ...change })
const component = { id: 'c1', name: 'AMF' }

type Refused = readonly [
  what: string,
  body: string | Uint8Array<ArrayBuffer>,
  status: number,
  code: string,
  at: string,
]
const BODIES: readonly Refused[] = [
  ['nothing', '', 400, 'wrong-type', '(file)'],
  ['null', 'null', 400, 'wrong-type', '(file)'],
  ['a list', '[]', 400, 'wrong-type', '(file)'],
  ['text', '"board"', 400, 'wrong-type', '(file)'],
  ['a truncated object', '{"title": "A', 400, 'not-json', 'line 1, column 13'],
  ['something after the end', '{"title":"A"} x', 400, 'not-json', 'line 1, column 15'],
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400, 'not-json', '(file)'],
  ['10 MB of nesting', '['.repeat(10_000_000), 400, 'too-deep', 'line 1, column 65'],
  ['nesting in objects', '{"title":'.repeat(100), 400, 'too-deep', 'line 1, column 577'],
  ['a __proto__ key', '{"title":"A","__proto__":{"format":"ringfence"}}', 400, 'forbidden-key', '__proto__'],
  ['an empty object', '{}', 400, 'missing', 'title'],
  ['a title that is no text', '{"title":7}', 400, 'missing', 'title'],
  ['a blank title', '{"title":"  "}', 400, 'wrong-value', 'title'],
  ['a title too long', JSON.stringify({ title: 'x'.repeat(201) }), 400, 'wrong-value', 'title'],
  ['a title and more', '{"title":"A","model":{}}', 400, 'unknown-field', 'model'],
  ['another format', '{"format":"drawio"}', 400, 'not-ringfence', 'format'],
  ['a newer version', model({ version: 2 }), 400, 'newer-version', 'version'],
  ['no version', '{"format":"ringfence"}', 400, 'bad-version', 'version'],
  ['a list that is none', model({ links: {} }), 400, 'wrong-type', 'links'],
  [
    'a wrong field',
    model({ components: [component, { id: 'c2', name: 4 }] }),
    400,
    'wrong-type',
    'components[1].name',
  ],
  [
    'an id twice',
    model({ components: [component], vendors: [{ id: 'c1' }] }),
    400,
    'duplicate-id',
    'components[0].id',
  ],
  ['an id that is none', model({ components: [{ id: '../c' }] }), 400, 'wrong-value', 'components[0].id'],
  [
    'a __proto__ key deep in a model',
    `{"format":"ringfence","version":1,"components":[{"id":"c1","x":{"__proto__":{}}}]}`,
    400,
    'forbidden-key',
    'components[0].x.__proto__',
  ],
]

describe('a bad request', () => {
  it.each(BODIES)(
    'of %s is refused with its place, and makes no board',
    async (_what, body, status, code, at) => {
      const server = await startTestServer()
      const response = await fetch(`${server.url}/api/boards`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      const answer = (await response.json()) as { error: { code: string; message: string; at?: string } }
      expect(response.status).toBe(status)
      expect(answer.error).toMatchObject({ code, at })
      expect(answer.error.message).not.toBe('')
      expect(await boardsOf(server)).toEqual([])
    },
  )

  it('lists every problem of a model beside the first', async () => {
    const { url } = await startTestServer()
    const body = model({
      components: [
        { id: 'c1', name: 4 },
        { id: 'c2', untrusted: 'yes' },
      ],
    })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${url}/api/boards`, { method: 'POST', headers, body })
    expect(await response.json()).toMatchObject({
      error: {
        at: 'components[0].name',
        problems: [{ at: 'components[0].name' }, { at: 'components[1].untrusted' }],
      },
    })
  })

  it.each([
    ['text/plain', '{"title":"A"}'],
    ['application/x-www-form-urlencoded', 'title=A'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/xml', '<title/>'],
    ['nonsense', '{"title":"A"}'],
  ])('with a body of type %s is refused', async (type, body) => {
    const server = await startTestServer()
    const headers = { 'content-type': type }
    const response = await fetch(`${server.url}/api/boards`, { method: 'POST', headers, body })
    expect([response.status, await response.json()]).toMatchObject([415, { error: { code: 'not-json' } }])
    expect(await boardsOf(server)).toEqual([])
  })

  it('with a body that is too large is refused, announced or not', async () => {
    const server = await startTestServer({ limits: { modelBytes: 10_000 } })
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ title: 'x'.repeat(20_000) })
    const stream = () => new Blob([body]).stream()
    const announced = await fetch(`${server.url}/api/boards`, { method: 'POST', headers, body })
    expect([announced.status, await announced.json()]).toMatchObject([413, { error: { code: 'too-large' } }])
    const init = { method: 'POST', headers, body: stream(), duplex: 'half' }
    const streamed = await fetch(`${server.url}/api/boards`, init)
    expect(streamed.status).toBe(413)
    expect(await boardsOf(server)).toEqual([])
  })

  it.each([
    ['GET', '/api', 404, 'not-found'],
    ['GET', '/api/boards/x', 405, 'wrong-method'],
    ['PUT', '/api/boards/x/links', 405, 'wrong-method'],
    ['GET', '/api/boards/x/links/y', 405, 'wrong-method'],
    ['POST', '/api/boards/x/y', 404, 'not-found'],
    ['GET', '/api/boards/%E0%A4%A/model', 400, 'bad-request'],
    ['GET', '/assets/nothing.js', 404, 'not-found'],
    ['GET', '/sync/x?ticket=y', 404, 'not-found'],
    ['GET', '/', 404, 'not-built'],
    ['GET', '/api/boards', 405, 'wrong-method'],
    ['DELETE', '/api/boards', 405, 'wrong-method'],
    ['GET', '/api/boards/x/tickets', 405, 'wrong-method'],
    ['PUT', '/api/boards/x/model', 405, 'wrong-method'],
    ['POST', '/api/boards/x/state', 405, 'wrong-method'],
  ])('%s %s answers %i %s', async (method, path, status, code) => {
    const { url } = await startTestServer()
    const response = await fetch(`${url}${path}`, { method })
    expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }])
  })

  it('that is not HTTP is answered like any other', async () => {
    const { url } = await startTestServer()
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write('HELLO\r\n\r\n')
    const [head, body] = (await text(socket)).split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1.1 400 /)
    expect(JSON.parse(body ?? '')).toMatchObject({ error: { code: 'bad-request' } })
  })

  it('leaves a board that is open as it was', async () => {
    const server = await startTestServer()
    const board = await server.createBoard({ title: 'Stays' })
    const before = await server.model(board)
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${board.keys.owner}` }
    const paths = ['/api/boards', `/api/boards/${board.id}/model`, `/api/boards/${board.id}/tickets`]
    for (const path of paths) {
      await fetch(`${server.url}${path}`, { method: 'POST', headers, body: '{"__proto__":[[[[' })
    }
    expect(await server.model(board)).toEqual(before)
  })
})

async function boardsOf(server: { dataDir: string; stop(): Promise<void> }): Promise<string[]> {
  await server.stop()
  const store = openSqliteStore(server.dataDir)
  try {
    return await store.list()
  } finally {
    await store.close()
  }
}
