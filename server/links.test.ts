import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Role } from '../src/collab/doc/wire.ts'
import type { Link } from '../src/collab/doc/wire.ts'
import { connectRaw, joinRaw } from './testing/connect-raw.ts'
import { asHolder } from './testing/holder.ts'
import { killProcesses, startProcess } from './testing/start-process.ts'
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
  board = await server.createBoard({ title: 'Linked' })
  owner = asHolder(server, board.id, board.keys.owner)
})
afterEach(async () => {
  killProcesses()
  await stopTestServers()
})

const linksOf = async () => (await owner('GET', '/links')).body.links as Link[]
async function newLink(role: Role, more: object = {}): Promise<{ link: Link; key: string }> {
  const { status, body } = await owner('POST', '/links', { role, ...more })
  expect(status).toBe(201)
  return body as { link: Link; key: string }
}
const soon = (ms: number) => new Date(Date.now() + ms).toISOString()

describe('links', () => {
  it('are listed without their keys, one per role at first', async () => {
    const { status, body } = await owner('GET', '/links')
    expect(status).toBe(200)
    const links = body.links as Link[]
    expect(links.map(({ role }) => role)).toEqual(['owner', 'editor', 'commenter', 'viewer'])
    expect(Object.keys(links[0] ?? {}).sort()).toEqual([
      'created',
      'expires',
      'id',
      'name',
      'revoked',
      'role',
    ])
    for (const key of Object.values(board.keys)) expect(JSON.stringify(body)).not.toContain(key)
  })

  it('are made with a role, a name and an end, and their key works at once', async () => {
    const expires = '2040-05-06T07:08:00+02:00'
    const { link, key } = await newLink('commenter', { name: ' Workshop ', expires })
    expect(key).toMatch(/^[\w-]{32}$/)
    expect(link).toMatchObject({
      role: 'commenter',
      name: 'Workshop',
      expires: '2040-05-06T05:08:00.000Z',
      revoked: null,
    })
    const ticket = await asHolder(server, board.id, key)('POST', '/tickets', { name: 'Ann' })
    expect(ticket.body).toMatchObject({ role: 'commenter', link: link.id })
    expect((await linksOf()).at(-1)).toEqual(link)
  })

  it.each([
    [{}, 'missing', 'role'],
    [{ role: 'admin' }, 'wrong-value', 'role'],
    [{ role: 7 }, 'wrong-type', 'role'],
    [{ role: 'viewer', expires: 'tomorrow' }, 'wrong-value', 'expires'],
    [{ role: 'viewer', expires: 99_999_999_999_999 }, 'wrong-value', 'expires'],
    [{ role: 'viewer', expires: '2020-01-01T00:00:00Z' }, 'wrong-value', 'expires'],
    [{ role: 'viewer', expires: '2030-13-45T00:00:00Z' }, 'wrong-value', 'expires'],
    [{ role: 'viewer', name: 'x'.repeat(61) }, 'wrong-value', 'name'],
    [{ role: 'viewer', key: 'mine' }, 'unknown-field', 'key'],
    [[], 'wrong-type', '(file)'],
  ])('are not made from %j', async (body, code, at) => {
    expect(await owner('POST', '/links', body)).toMatchObject({ status: 400, body: { error: { code, at } } })
    expect(await linksOf()).toHaveLength(4)
  })

  it('are for owners alone', async () => {
    const [first] = await linksOf()
    for (const role of ['editor', 'commenter', 'viewer'] as const) {
      const holder = asHolder(server, board.id, board.keys[role])
      for (const [method, path, body] of [
        ['GET', '/links', undefined],
        ['POST', '/links', { role: 'owner' }],
        ['DELETE', `/links/${first?.id}`, undefined],
        ['DELETE', '', undefined],
        ['POST', '/restore', undefined],
      ] as const) {
        const answer = await holder(method, path, body)
        expect([role, answer]).toMatchObject([role, { status: 403, body: { error: { code: 'forbidden' } } }])
      }
    }
    expect(await linksOf()).toHaveLength(4)
    const other = asHolder(server, (await server.createBoard()).id, board.keys.owner)
    expect(await other('GET', '/links')).toMatchObject({
      status: 403,
      body: { error: { code: 'wrong-key' } },
    })
  })

  it('are limited in number', async () => {
    const small = await startTestServer({ limits: { linksPerBoard: 5 } })
    const there = await small.createBoard()
    const holder = asHolder(small, there.id, there.keys.owner)
    expect((await holder('POST', '/links', { role: 'viewer' })).status).toBe(201)
    expect(await holder('POST', '/links', { role: 'viewer' })).toMatchObject({
      status: 409,
      body: { error: { code: 'too-many-links' } },
    })
  })
})

describe('revoking a link', () => {
  it('closes its connections at once with 4402, and nobody else’s', async () => {
    const { link, key } = await newLink('editor')
    const others = await joinRaw(server, board, 'editor')
    const keys = { ...board.keys, editor: key }
    const [first, second] = [
      await joinRaw(server, { ...board, keys }),
      await joinRaw(server, { ...board, keys }),
    ]
    const ticket = await server.ticket({ ...board, keys }, 'editor')
    expect((await owner('DELETE', `/links/${link.id}`)).status).toBe(204)
    for (const { closed } of [first, second]) expect(await closed).toMatchObject({ code: 4402 })
    expect((await linksOf()).find(({ id }) => id === link.id)?.revoked).toMatch(/Z$/)

    const late = await connectRaw(server, board, 'editor', { ticket })
    expect(await late.closed).toMatchObject({ code: 4402 })
    expect(late.frames).toBe(0)
    const holder = asHolder(server, board.id, key)
    for (const [method, path] of [
      ['POST', '/tickets'],
      ['GET', '/model'],
      ['GET', '/state'],
      ['POST', '/copies'],
    ] as const) {
      expect(await holder(method, path)).toMatchObject({
        status: 403,
        body: { error: { code: 'link-ended' } },
      })
    }
    others.doc.getMap('notes').set('n1', new Y.Map())
    await others.until(({ sent, acknowledged }) => sent === acknowledged)
    expect((await owner('DELETE', `/links/${link.id}`)).status).toBe(204)
  })

  it('is of no use to somebody who is just coming', async () => {
    for (let round = 0; round < 20; round++) {
      const { link, key } = await newLink('editor')
      const keys = { ...board.keys, editor: key }
      const ticket = await server.ticket({ ...board, keys }, 'editor')
      const [client] = await Promise.all([
        connectRaw(server, board, 'editor', { ticket }),
        owner('DELETE', `/links/${link.id}`),
      ])
      expect(await client.closed).toMatchObject({ code: 4402 })
    }
  })

  it('leaves an owner’s link without an end', async () => {
    const [first] = await linksOf()
    const answer = await owner('DELETE', `/links/${first?.id}`)
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'last-owner' } } })
    const { key } = await newLink('owner')
    expect((await owner('DELETE', `/links/${first?.id}`)).status).toBe(204)
    expect(await owner('GET', '/links')).toMatchObject({ status: 403 })
    expect((await asHolder(server, board.id, key)('GET', '/links')).status).toBe(200)
  })

  it('needs a link of this board', async () => {
    const other = await server.createBoard()
    const foreign = (await asHolder(server, other.id, other.keys.owner)('GET', '/links')).body.links as Link[]
    for (const id of ['nothing', foreign[3]?.id, '..%2f..']) {
      expect(await owner('DELETE', `/links/${id}`)).toMatchObject({
        status: 404,
        body: { error: { code: 'no-such-link' } },
      })
    }
    await joinRaw(server, other, 'viewer')
  })
})

describe('a link that expires', () => {
  it('closes its connections at its time, and opens nothing afterwards', async () => {
    const { key, link } = await newLink('viewer', { expires: soon(1_500) })
    const keys = { ...board.keys, viewer: key }
    const stays = await joinRaw(server, board, 'viewer')
    const client = await joinRaw(server, { ...board, keys }, 'viewer')
    const ticket = await server.ticket({ ...board, keys }, 'viewer')
    expect(await client.closed).toMatchObject({ code: 4402 })
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(link.expires ?? ''))
    expect(await (await connectRaw(server, board, 'viewer', { ticket })).closed).toMatchObject({ code: 4402 })
    expect(await asHolder(server, board.id, key)('GET', '/model')).toMatchObject({
      status: 403,
      body: { error: { code: 'link-ended' } },
    })
    expect(stays.socket.readyState).toBe(stays.socket.OPEN)
  })

  it('may be so late that no timer reaches it', async () => {
    const { key } = await newLink('viewer', { expires: '9999-12-31T23:59:59Z' })
    const client = await joinRaw(server, { ...board, keys: { ...board.keys, viewer: key } }, 'viewer')
    const editor = await joinRaw(server, board)
    editor.doc.getMap('notes').set('n1', new Y.Map())
    await client.until(({ doc }) => doc.getMap('notes').has('n1'))
    expect(client.socket.readyState).toBe(client.socket.OPEN)
  })
})

describe('secrets', () => {
  it('are in no file, no log and no error', async () => {
    const dataDir = server.dataDir
    await server.stop()
    const child = await startProcess({ DATA_DIR: dataDir, LOG_LEVEL: 'trace' })
    const there = { url: child.url }
    const holder = asHolder(there, board.id, board.keys.owner)
    const { key } = (await holder('POST', '/links', { role: 'editor' })).body as { key: string }
    const client = await joinRaw(child, { ...board, keys: { ...board.keys, editor: key } })
    const ticket = await child.ticket(board, 'viewer')
    await (await joinRaw(child, board, 'viewer', { ticket })).close()
    const answers = [
      await asHolder(there, board.id, `${key}x`)('GET', '/model'),
      await asHolder(there, 'nowhere', key)('GET', '/model'),
      await holder('POST', '/links', { role: key }),
    ]
    await client.close()
    await child.end('SIGTERM')
    const files = readFileSync(join(dataDir, 'ringfence.db'))
    for (const secret of [...Object.values(board.keys), key, ticket]) {
      expect(files.includes(secret)).toBe(false)
      expect(files.includes(Buffer.from(secret, 'base64url'))).toBe(false)
      expect(child.output).not.toContain(secret)
      expect(JSON.stringify(answers)).not.toContain(secret)
    }
  })
})
