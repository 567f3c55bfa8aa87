import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readMeta } from '../../src/collab/doc/snapshot.ts'
import { emptyModel, type Model } from '../../src/core/model/records.ts'
import { parseModel } from '../../src/core/model/parse.ts'
import { serialiseModel } from '../../src/core/model/serialise.ts'
import { openSqliteStore } from '../storage/sqlite-store.ts'
import { startTestServer, stopTestServers, type TestBoard } from '../testing/start-test-server.ts'

afterEach(stopTestServers)

const JSON_TYPE = { 'content-type': 'application/json' }
const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

/** Every record kind once, with fields that no schema knows. */
function exampleModel(): Model {
  const parsed = parseModel(
    JSON.stringify({
      ...emptyModel('Example'),
      segments: [
        { id: 's1', name: '5G core', kind: 'core-5g', pos: [0, 0], size: [640, 420], colour: 'teal' },
      ],
      vendors: [{ id: 'v1', name: 'Acme' }],
      components: [
        { id: 'c2', name: 'SMF', function: 'smf', segment: 's1', vendor: 'v1' },
        { id: 'c1', name: 'AMF', function: 'amf', segment: 's1', rack: { row: 4, slots: [1, 2] } },
      ],
      links: [{ id: 'l1', from: 'c1', to: 'c2', interface: 'n11' }],
      risks: [
        { id: 'r1', title: 'Builds', on: { vendor: 'v1' }, rationale: 'Two lines\nof text', evidence: ['a'] },
      ],
      mitigations: [{ id: 'm1', title: 'Fix', treats: ['r1'], on: [{ vendor: 'v1' }, { component: 'c1' }] }],
      notes: [{ id: 'n1', text: 'Note' }],
      comments: [{ id: 'k1', body: 'kept' }],
      reviews: [{ id: 'w1', verdict: 'kept' }],
    }),
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

describe('POST /api/boards', () => {
  it('makes a board with a title and four different keys', async () => {
    const { url, model } = await startTestServer()
    const response = await fetch(`${url}/api/boards`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ title: '  Workshop ' }),
    })
    expect(response.status).toBe(201)
    const board = (await response.json()) as TestBoard
    expect(Object.keys(board)).toEqual(['id', 'keys'])
    expect(Object.keys(board.keys)).toEqual(['owner', 'editor', 'commenter', 'viewer'])
    expect(new Set(Object.values(board.keys)).size).toBe(4)
    for (const key of Object.values(board.keys)) expect(key).toMatch(/^[A-Za-z0-9_-]{32}$/)
    expect(await model(board)).toEqual(emptyModel('Workshop'))
  })

  it('gives a whole model back, byte for byte in canonical order, whoever asks', async () => {
    const server = await startTestServer()
    const model = exampleModel()
    const board = await server.createBoard(model)
    for (const key of Object.values(board.keys)) {
      const response = await fetch(`${server.url}/api/boards/${board.id}/model`, { headers: bearer(key) })
      expect(response.headers.get('content-type')).toMatch(/^application\/vnd\.ringfence\+json(?:;|$)/)
      expect(await response.text()).toBe(serialiseModel(model))
    }
  })

  it('takes the media type of the file format, too', async () => {
    const { url } = await startTestServer()
    const response = await fetch(`${url}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/vnd.ringfence+json' },
      body: `\uFEFF${serialiseModel(exampleModel())}`,
    })
    expect(response.status).toBe(201)
  })

  it('refuses a model with more records, or more bytes, than a board holds', async () => {
    const { url } = await startTestServer({ limits: { roomRecords: 8, roomBytes: 2_000 } })
    const post = (model: Model) =>
      fetch(`${url}/api/boards`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(model) })
    const tooMany = await post(exampleModel())
    expect(tooMany.status).toBe(413)
    expect(await tooMany.json()).toEqual({
      error: { code: 'too-large', message: 'A board holds at most 8 records, not 10.' },
    })
    const tooBig = await post({
      ...emptyModel(),
      meta: { ...emptyModel().meta, description: 'x'.repeat(3_000) },
    })
    expect(tooBig.status).toBe(413)
    expect((await post(emptyModel())).status).toBe(201)
  })

  it('limits how many boards one address makes in a minute', async () => {
    const { url } = await startTestServer({ limits: { boardsPerMinute: 2 } })
    const post = () =>
      fetch(`${url}/api/boards`, { method: 'POST', headers: JSON_TYPE, body: '{"title":"A"}' })
    expect((await post()).status).toBe(201)
    expect((await post()).status).toBe(201)
    const third = await post()
    expect(third.status).toBe(429)
    expect(await third.json()).toMatchObject({ error: { code: 'too-many' } })
  })
})

describe('GET /api/boards/:id/state', () => {
  it('gives the document, compressed where asked, and nothing where it has not changed', async () => {
    const { url, createBoard } = await startTestServer()
    const { id, keys } = await createBoard({ title: 'State' })
    const get = (headers: Record<string, string>) =>
      fetch(`${url}/api/boards/${id}/state`, { headers: { ...bearer(keys.viewer), ...headers } })
    for (const encoding of ['identity', 'gzip']) {
      const response = await get({ 'accept-encoding': encoding })
      expect(response.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null)
      const doc = new Y.Doc()
      Y.applyUpdateV2(doc, new Uint8Array(await response.arrayBuffer()))
      expect(readMeta(doc).title).toBe('State')
      const etag = response.headers.get('etag') ?? ''
      expect((await get({ 'if-none-match': etag })).status).toBe(304)
    }
  })
})

describe('POST /api/boards/:id/tickets', () => {
  it('gives a ticket of the role that the key opens', async () => {
    const { url, createBoard } = await startTestServer({ limits: { ticketSeconds: 17 } })
    const { id, keys } = await createBoard()
    for (const [role, key] of Object.entries(keys)) {
      const response = await fetch(`${url}/api/boards/${id}/tickets`, {
        method: 'POST',
        headers: bearer(key),
      })
      expect(response.status).toBe(200)
      const { ticket, ...rest } = (await response.json()) as Record<string, unknown>
      expect(ticket).toMatch(/^[A-Za-z0-9_-]{32}$/)
      expect(rest).toEqual({
        role,
        expiresIn: 17,
        epoch: expect.stringMatching(/^[\w-]{22}$/),
        user: expect.stringMatching(/^[\w-]{22}$/),
        link: expect.stringMatching(/^[\w-]{22}$/),
      })
    }
  })

  it('needs a key that could be one, of a board that exists, and that fits', async () => {
    const { url, createBoard } = await startTestServer()
    const { id, keys } = await createBoard()
    const other = await createBoard()
    const cases = [
      [id, {}, 401, 'no-key'],
      [id, { authorization: `Basic ${keys.owner}` }, 401, 'no-key'],
      [id, bearer('short'), 401, 'no-key'],
      [id, bearer(`${keys.owner}x`), 401, 'no-key'],
      ['unknown', bearer(keys.owner), 404, 'no-such-board'],
      ["'; DROP TABLE boards; --", bearer(keys.owner), 404, 'no-such-board'],
      ['..%2f..%2fetc%2fpasswd', bearer(keys.owner), 404, 'no-such-board'],
      [id, bearer(other.keys.owner), 403, 'wrong-key'],
    ] as const
    for (const [board, headers, status, code] of cases) {
      for (const [method, what] of [
        ['POST', 'tickets'],
        ['GET', 'model'],
        ['GET', 'state'],
      ] as const) {
        const response = await fetch(`${url}/api/boards/${board}/${what}`, { method, headers })
        expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }])
      }
    }
  })
})

describe('the rest of the server', () => {
  it('says whether it is well', async () => {
    const { url } = await startTestServer()
    const response = await fetch(`${url}/healthz`)
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
    const store = (dataDir: string) => ({
      ...openSqliteStore(dataDir),
      check: () => Promise.reject(new Error('disk gone')),
    })
    const ill = await fetch(`${(await startTestServer({ store })).url}/healthz`)
    expect([ill.status, await ill.json()]).toMatchObject([503, { error: { code: 'unhealthy' } }])
  })

  it('limits how often one address asks', async () => {
    const { url } = await startTestServer({ limits: { requestsPerMinute: 3 } })
    const ask = async () => (await fetch(`${url}/api/boards/x/model`)).status
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([401, 401, 401, 429])
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect((await fetch(`${url}/%61pi/boards/x/model`)).status).toBe(429)
  })

  it('sends headers that keep pages to this server', async () => {
    const { headers } = await fetch(`${(await startTestServer()).url}/healthz`)
    const policy = headers.get('content-security-policy') ?? ''
    for (const rule of [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split(';')).toContain(rule)
    }
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})
