import { EventEmitter } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { emptyModel } from '../../src/core/model/records.ts'
import { DEFAULT_LIMITS } from '../config.ts'
import { connectRaw } from '../testing/connect-raw.ts'
import {
  startTestServer,
  stopTestServers,
  type TestBoard,
  type TestServer,
} from '../testing/start-test-server.ts'
import { Shares } from './shares.ts'

afterEach(stopTestServers)

const MIB = 1024 * 1024
const read = async (server: TestServer, { id, keys }: TestBoard, what: string, method = 'GET') => {
  const headers = { authorization: `Bearer ${keys.viewer}` }
  const answer = await fetch(`${server.url}/api/boards/${id}/${what}`, { method, headers })
  await answer.arrayBuffer()
  return answer.status
}

describe('one address', () => {
  it.each([
    ['GET', 'state', 200],
    ['GET', 'model', 200],
    ['POST', 'copies', 201],
  ])('that lets the server work without end (%s %s) is refused', async (method, what, status) => {
    const server = await startTestServer({ limits: { requestWorkMsPerSecond: 1, requestWorkMsBurst: 30 } })
    const board = await server.createBoard()
    const statuses = new Set<number>()
    for (let round = 0; round < 1_000 && !statuses.has(429); round++)
      statuses.add(await read(server, board, what, method))
    expect([...statuses].at(-1)).toBe(429)
    expect([status, 429]).toEqual(expect.arrayContaining([...statuses]))
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  it.each([
    ['values', `[${'[],'.repeat(10_000_000)}[]]`],
    ['fields', `{${Array.from({ length: 1_000_000 }, (_, index) => `"${index}":0`).join(',')}}`],
  ])('gets no millions of %s read', async (_what, body) => {
    const server = await startTestServer()
    const start = performance.now()
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${server.url}/api/boards`, { method: 'POST', headers, body })
    expect(answer.status).toBe(413)
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  it('that reads no answers gets no more of them until it has', () => {
    const shares = new Shares({ ...DEFAULT_LIMITS, waitingBytes: 100 })
    const request = (ip: string) => ({ ip }) as FastifyRequest
    const raw = new EventEmitter()
    shares.hold(request('a'), { raw } as unknown as FastifyReply, 101)
    expect(() => shares.spend(request('a'), () => 1)).toThrow(/Too much/)
    expect(shares.spend(request('b'), () => 1)).toBe(1)
    raw.emit('close')
    expect(shares.spend(request('a'), () => 1)).toBe(1)
  })

  it('that reads nothing from its sockets gets no more documents by others', async () => {
    const server = await startTestServer({ limits: { waitingBytes: MIB } })
    const notes = Array.from({ length: 160 }, (_, index) => ({
      ...{ id: `n${index}`, segment: null, pos: [0, 0], size: [200, 120] },
      text: 'x'.repeat(50_000),
    })) as never
    const board = await server.createBoard({ ...emptyModel('Large'), notes })
    const slow = await connectRaw(server, board, 'viewer')
    slow.socket.on('open', () => slow.socket.pause())
    const isRefused = async () => {
      const next = await connectRaw(server, board, 'viewer')
      const came = next.until(({ synced }) => synced).catch(() => null)
      await Promise.race([came, next.closed])
      if (!next.synced) return (await next.closed).code === 1013
      await next.close()
      return false
    }
    while (!(await isRefused())) await delay(50)
    slow.socket.terminate()
    while (await isRefused()) await delay(50)
    expect(await isRefused()).toBe(false)
  }, 60_000)
})
