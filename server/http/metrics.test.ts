import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { joinRaw } from '../testing/connect-raw.ts'
import { startTestServer, stopTestServers } from '../testing/start-test-server.ts'

afterEach(stopTestServers)

const TOKEN = 'a-token-for-prometheus'

describe('/metrics', () => {
  it('is not there where no token is set, and asks for the right one where it is', async () => {
    const get = async (url: string, token: string) =>
      (await fetch(`${url}/metrics`, { headers: token === '' ? {} : { authorization: `Bearer ${token}` } }))
        .status
    const silent = await startTestServer()
    expect([await get(silent.url, ''), await get(silent.url, TOKEN)]).toEqual([404, 404])
    const open = await startTestServer({ metricsToken: TOKEN })
    expect(await Promise.all(['', 'wrong', `${TOKEN}x`, TOKEN].map((token) => get(open.url, token)))).toEqual(
      [401, 401, 401, 200],
    )
  })

  it('counts what happens, and names no board and nobody', async () => {
    const server = await startTestServer({ metricsToken: TOKEN, limits: { compactRows: 2 } })
    const board = await server.createBoard()
    const [writer, reader] = [await joinRaw(server, board), await joinRaw(server, board, 'viewer')]
    for (let index = 0; index < 5; index++) {
      writer.doc.getMap('notes').set(`n${index}`, new Y.Map())
      await writer.until(({ sent, acknowledged }) => sent === acknowledged)
    }
    const bad = await joinRaw(server, board)
    bad.send('no frame')
    await bad.closed
    reader.doc.getMap('notes').set('mine', new Y.Map())
    await reader.closed
    const other = await joinRaw(server, board)
    other.socket.close(4999)
    await other.closed
    const response = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
    const text = await response.text()
    for (const line of [
      'ringfence_connections{role="editor"} 1',
      'ringfence_connections{role="viewer"} 0',
      'ringfence_rooms 1',
      'ringfence_updates_refused_total{reason="unreadable"} 1',
      'ringfence_updates_refused_total{reason="forbidden"} 1',
      'ringfence_closes_total{code="4400"} 1',
      'ringfence_closes_total{code="4403"} 1',
      'ringfence_closes_total{code="other"} 1',
      'ringfence_slow_readers_total 0',
      'process_cpu_user_seconds_total',
    ]) {
      expect(text).toContain(line)
    }
    for (const name of [
      'updates_applied_total',
      'received_bytes_total',
      'sent_bytes_total',
      'compactions_total',
    ]) {
      expect(Number(new RegExp(`^ringfence_${name} (\\d+)$`, 'm').exec(text)?.[1])).toBeGreaterThan(0)
    }
    expect(Number(/^ringfence_commit_seconds_count (\d+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(5)
    for (const secret of [board.id, TOKEN, ...Object.values(board.keys)]) expect(text).not.toContain(secret)
  })
})
