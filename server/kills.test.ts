import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { COMPACTED, COMPACTING } from './rooms/room.ts'
import { joinRaw } from './testing/connect-raw.ts'
import { killProcesses, type ServerProcess, startProcess } from './testing/start-process.ts'
import { newDataDir, stopTestServers, type TestBoard } from './testing/start-test-server.ts'
import { writeUntilClosed } from './testing/write-until-closed.ts'

const { kills, writers, boardCount, whileCompacting } =
  process.env.NIGHTLY === '1'
    ? { kills: 100, writers: 10, boardCount: 20, whileCompacting: 10 }
    : { kills: 20, writers: 4, boardCount: 4, whileCompacting: 2 }

afterEach(async () => {
  killProcesses()
  await stopTestServers()
})

/** Makes a board so large that a compaction takes a while: 2 MB of text. */
async function fill(server: ServerProcess, board: TestBoard): Promise<void> {
  const client = await joinRaw(server, board)
  for (let note = 0; note < 40; note++)
    client.doc.getMap('notes').set(`large-${note}`, new Y.Map([['text', 'x'.repeat(50_000)]]))
  await client.until(({ sent, acknowledged }) => sent === acknowledged)
  await client.close()
}

const wasCompacting = ({ output }: ServerProcess) =>
  output.lastIndexOf(COMPACTING) > output.lastIndexOf(COMPACTED)

it(`the server has every acknowledged update after each of ${kills} SIGKILLs, ${whileCompacting} while it compacts`, {
  timeout: kills * 10_000,
}, async () => {
  const env = { DATA_DIR: newDataDir(), LIMIT_COMPACT_ROWS: '40', LOG_LEVEL: 'debug' }
  let server = await startProcess(env)
  // Several, so that each is killed more than once and none grows so large that the test only waits for it.
  const boards = await Promise.all(
    Array.from({ length: boardCount }, async () => ({
      board: await server.createBoard(),
      acknowledged: new Set<string>(),
    })),
  )
  const missing = async ({ board, acknowledged }: (typeof boards)[number]) => {
    const stored = new Set((await server.model(board)).notes.map(({ id }) => id))
    return [...acknowledged].filter((id) => !stored.has(id))
  }
  for (const { board } of boards) await fill(server, board)
  let compacting = 0
  let kill = 0
  // An aimed one may come too late on a busy machine: then there are more of them.
  while (kill < kills || (compacting < whileCompacting && kill < 2 * kills)) {
    kill++
    const target = boards[kill % boards.length] as (typeof boards)[number]
    const clients = await Promise.all(Array.from({ length: writers }, () => joinRaw(server, target.board)))
    const written = clients.map((client, index) => writeUntilClosed(client, `k${kill}-w${index}`))
    // A different moment each time: after so many acknowledgements of the first.
    await clients[0]?.until((client) => client.acknowledged >= 5 + ((kill * 37) % 100))
    if (kill % 3 > 0) await server.killAt(COMPACTING)
    else await server.end('SIGKILL')
    if (wasCompacting(server)) compacting++
    for (const id of (await Promise.all(written)).flat()) target.acknowledged.add(id)
    server = await startProcess(env)
    expect(await missing(target)).toEqual([])
  }
  for (const each of boards) expect(await missing(each)).toEqual([])
  const total = boards.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
  console.info(`${kill} kills, ${compacting} of them in a compaction; ${total} acknowledged, none lost`)
  expect(total).toBeGreaterThan(kills * 20)
  expect(compacting).toBeGreaterThanOrEqual(whileCompacting)
  await server.end('SIGKILL')
})
