import { createServer } from 'node:net'
import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROLES } from '../src/collab/doc/wire.ts'
import { joinRaw } from './testing/connect-raw.ts'
import { killProcesses, runToEnd, startProcess } from './testing/start-process.ts'
import { newDataDir, stopTestServers } from './testing/start-test-server.ts'
import { writeUntilClosed } from './testing/write-until-closed.ts'

afterEach(async () => {
  killProcesses()
  await stopTestServers()
})

describe('the server process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s says goodbye, stores everything and exits 0',
    async (signal) => {
      const env = { DATA_DIR: newDataDir() }
      const server = await startProcess(env)
      const board = await server.createBoard()
      const clients = await Promise.all(Array.from({ length: 5 }, () => joinRaw(server, board)))
      const written = clients.map((client, index) => writeUntilClosed(client, `w${index}`))
      await clients[0]?.until(({ acknowledged }) => acknowledged > 20)
      expect(await server.end(signal)).toBe(0)
      for (const client of clients) expect(await client.closed).toMatchObject({ code: 1012 })
      const again = await startProcess(env)
      const stored = new Set((await again.model(board)).notes.map(({ id }) => id))
      expect((await Promise.all(written)).flat().filter((id) => !stored.has(id))).toEqual([])
      expect(stored.size).toBeGreaterThan(20)
    },
  )

  it('says where it is and nothing more, and logs no key and no ticket even when told to log all', async () => {
    const quiet = await startProcess({ DATA_DIR: newDataDir() })
    expect(quiet.output).toBe(`Ringfence is at ${quiet.url}\n`)
    const token = 'a-token-for-prometheus'
    const env = { DATA_DIR: newDataDir(), LOG_LEVEL: 'trace', METRICS_TOKEN: token, LIMIT_ROOM_GRACE_MS: '0' }
    const loud = await startProcess(env)
    const board = await loud.createBoard()
    const ticket = await loud.ticket(board, 'editor')
    const client = await joinRaw(loud, board, 'editor', { ticket })
    client.send('not a frame')
    await client.closed
    const headers = { authorization: `Bearer ${board.keys.owner}` }
    await fetch(`${loud.url}/api/boards/${board.id}/model?k=${board.keys.owner}`, { headers })
    await fetch(`${loud.url}/nothing?k=${board.keys.owner}`, { method: 'POST', headers })
    await fetch(`${loud.url}/sync/${board.id}?ticket=${ticket}`)
    await fetch(`${loud.url}/b/${board.id}?k=${board.keys.owner}`, {
      headers: { referer: `${loud.url}/b/x#k=${board.keys.owner}` },
    })
    await fetch(`${loud.url}/metrics?token=${token}`, { headers: { authorization: `Bearer ${token}` } })
    for (const role of ROLES) {
      const person = await joinRaw(loud, board, role)
      person.sendPresence([{ client: 1, clock: 1, state: JSON.stringify({ name: board.keys.owner }) }])
      person.doc
        .getMap('notes')
        .set(role, new Y.Map([['text', `${loud.url}/b/${board.id}#k=${board.keys.owner}`]]))
      if (role === 'owner' || role === 'editor')
        await person.until(({ sent, acknowledged }) => sent === acknowledged)
      await person.close()
    }
    await loud.end('SIGTERM')
    for (const line of ['bad frame', 'board opened', 'connection closed']) expect(loud.output).toContain(line)
    expect(loud.output).toContain(`/api/boards/${board.id}/model`)
    for (const secret of [ticket, token, 'k=', 'ticket=', ...Object.values(board.keys)])
      expect(loud.output).not.toContain(secret)
  })

  it('refuses a setting that it cannot use, a folder that it cannot write and a port that is taken, in words', async () => {
    expect(await runToEnd({ PORT: 'http' })).toEqual({
      status: 1,
      output: 'Ringfence cannot start:\n  PORT must be a whole number from 0 to 65535, not "http".\n',
    })
    const folder = await runToEnd({ DATA_DIR: '/dev/null/data' })
    expect(folder.status).toBe(1)
    expect(folder.output).toMatch(/^Ringfence cannot start: .*\/dev\/null\/data.*\n$/)
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const taken = await runToEnd({ DATA_DIR: newDataDir(), PORT: String(port) })
    other.close()
    expect(taken).toEqual({
      status: 1,
      output: `Ringfence cannot start: Something else listens on port ${port} already. Choose another with PORT.\n`,
    })
  })
})
