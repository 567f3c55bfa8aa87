import { WebsocketProvider } from 'y-websocket'
import { WebSocket } from 'ws'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { connectRaw, joinRaw } from './testing/connect-raw.ts'
import { startTestServer, stopTestServers } from './testing/start-test-server.ts'

afterEach(stopTestServers)

describe('sync', () => {
  it('brings an edit of one stock client to another', async () => {
    const server = await startTestServer()
    const board = await server.createBoard()
    const join = async () => {
      const doc = new Y.Doc()
      const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, board.id, doc, {
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
        params: { ticket: await server.ticket(board, 'editor') },
      })
      await new Promise((resolve) => provider.once('sync', resolve))
      return { doc, provider }
    }
    const [a, b] = await Promise.all([join(), join()])
    const arrived = new Promise((resolve) => b.doc.getMap('components').observe(resolve))
    a.doc.getMap('components').set('c1', new Y.Map([['name', 'AMF 1']]))
    await arrived
    expect(b.doc.getMap('components').toJSON()).toEqual({ c1: { name: 'AMF 1' } })
    a.provider.destroy()
    b.provider.destroy()
  })

  it('keeps what was acknowledged over a restart', async () => {
    const server = await startTestServer()
    const board = await server.createBoard()
    const client = await joinRaw(server, board)
    client.doc.getMap('components').set('c1', new Y.Map([['name', 'AMF 1']]))
    await client.until(({ sent, acknowledged }) => acknowledged === sent)
    await server.stop()
    expect((await client.closed).code).toBe(1012)
    const again = await startTestServer({ dataDir: server.dataDir })
    expect((await again.model(board)).components).toMatchObject([{ id: 'c1', name: 'AMF 1' }])
  })

  it('closes 4401 on a used ticket', async () => {
    const server = await startTestServer()
    const board = await server.createBoard()
    const ticket = await server.ticket(board, 'editor')
    await joinRaw(server, board, 'editor', { ticket })
    const second = await connectRaw(server, board, 'editor', { ticket })
    expect((await second.closed).code).toBe(4401)
  })
})
