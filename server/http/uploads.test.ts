import { EventEmitter } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../config.ts'
import {
  startTestServer,
  stopTestServers,
  type TestBoard,
  type TestServer,
} from '../testing/start-test-server.ts'
import { SMALL_BODY_BYTES, Uploads } from './uploads.ts'

const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await stopTestServers()
})

const KIB = 1024
const LARGE = 10 * KIB

/** Sends the head of an import and `sent` bytes of its body, and no more. */
function begin(server: TestServer, { id, keys }: TestBoard, length: string, sent: number): Socket {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  sockets.push(socket)
  const head = `POST /api/boards/${id}/import HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${keys.editor}\r\n`
  socket.write(`${head}${length}\r\n\r\n`)
  socket.write(' '.repeat(sent))
  return socket
}

const lengthOf = (bytes: number) => `content-length: ${bytes}`

/** What a socket has been answered once it ends, or once the head of an answer is there. */
async function answerOf(socket: Socket): Promise<string> {
  const head = new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())))
  return await Promise.race([head, text(socket)])
}

/** Whether a body of that length is taken: what it is then refused for is the format. */
async function isTaken(server: TestServer, { id, keys }: TestBoard, bytes: number): Promise<boolean> {
  const answer = await fetch(`${server.url}/api/boards/${id}/import?format=none`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.editor}` },
    body: ' '.repeat(bytes),
  })
  return answer.status === 400
}

describe('bodies that are not yet there', () => {
  it('are counted by what they are said to be, before they are read', async () => {
    const server = await startTestServer({ limits: { uploadBytes: 100 * LARGE } })
    const board = await server.createBoard()
    const held = begin(server, board, lengthOf(40 * LARGE), 1)
    await expect.poll(async () => await isTaken(server, board, 11 * LARGE)).toBe(false)
    const refused = await answerOf(begin(server, board, lengthOf(11 * LARGE), 1))
    expect(refused).toMatch(/^HTTP\/1\.1 429 .*\r\n(?:.*\r\n)*retry-after: 5\r\n/)
    expect(refused).toContain('"code":"too-many"')
    expect(await isTaken(server, board, 9 * LARGE)).toBe(true)
    expect(await isTaken(server, board, 60 * KIB)).toBe(true)
    held.destroy()
    await expect.poll(async () => await isTaken(server, board, 45 * LARGE)).toBe(true)
  })

  it('count for as much as may come where nobody says how much does', async () => {
    const server = await startTestServer({ limits: { modelBytes: 40 * LARGE, uploadBytes: 100 * LARGE } })
    const board = await server.createBoard()
    begin(server, board, 'transfer-encoding: chunked', 0)
    await expect.poll(async () => await isTaken(server, board, 11 * LARGE)).toBe(false)
    expect(await answerOf(begin(server, board, 'transfer-encoding: chunked', 0))).toMatch(/^HTTP\/1\.1 429 /)
  })

  it('are given up when they take too long, and what they held is free again', async () => {
    const server = await startTestServer({
      limits: { uploadBytes: 100 * LARGE, requestMs: 300, headersMs: 100 },
    })
    const board = await server.createBoard()
    const stalled = await answerOf(begin(server, board, lengthOf(60 * LARGE), 10))
    expect(stalled).toMatch(/^HTTP\/1\.1 408 /)
    expect(stalled).toContain('"code":"too-slow"')
    await expect.poll(async () => await isTaken(server, board, 45 * LARGE)).toBe(true)
  })

  it('are refused for all where the server holds too much', () => {
    const uploads = new Uploads({ ...DEFAULT_LIMITS, uploadBytes: 100 * LARGE })
    const admit = (ip: string, bytes: number) => {
      const raw = new EventEmitter()
      const reply = { raw, header: () => reply } as unknown as FastifyReply
      const headers = { 'content-length': String(bytes) }
      uploads.admit({ ip, headers } as unknown as FastifyRequest, reply)
      return () => raw.emit('close')
    }
    const end = admit('a', 60 * LARGE)
    admit('b', 40 * LARGE)
    expect(() => admit('c', 10 * LARGE)).toThrow(expect.objectContaining({ status: 503, code: 'busy' }))
    expect(() => admit('c', SMALL_BODY_BYTES)).not.toThrow()
    end()
    expect(() => admit('c', 10 * LARGE)).not.toThrow()
  })
})

it('no other request may have a body of more than some letters', async () => {
  const server = await startTestServer()
  const { id, keys } = await server.createBoard()
  const answer = await fetch(`${server.url}/api/boards/${id}/tickets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.editor}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'x'.repeat(64 * KIB) }),
  })
  expect(answer.status).toBe(413)
})
