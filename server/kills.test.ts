import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { COMPACTED, COMPACTING } from './rooms/room.ts'
import { joinRaw } from './testing/connect-raw.ts'
import { DIE_AT, MOMENTS, type Moment } from './testing/die-in-compaction.ts'
import { killProcesses, type ServerProcess, startProcess } from './testing/start-process.ts'
import { newDataDir, stopTestServers, type TestBoard } from './testing/start-test-server.ts'
import { writeUntilClosed } from './testing/write-until-closed.ts'

const { kills, writers, boardCount } =
  process.env.NIGHTLY === '1'
    ? { kills: 100, writers: 10, boardCount: 20 }
    : { kills: 20, writers: 4, boardCount: 4 }

/** Every second kill is at a moment of a compaction, each of them in turn; the others at any moment of anything. */
const momentOf = (kill: number): Moment | undefined =>
  kill % 2 === 0 ? MOMENTS[(kill / 2) % MOMENTS.length] : undefined
const aimed = Math.floor(kills / 2)
const DIE_IN_COMPACTION = new URL('./testing/die-in-compaction.ts', import.meta.url).href

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

it(`the server has every acknowledged update after each of ${kills} SIGKILLs, ${aimed} while it compacts`, {
  timeout: kills * 10_000,
}, async () => {
  const env = {
    DATA_DIR: newDataDir(),
    LIMIT_COMPACT_ROWS: '40',
    LOG_LEVEL: 'debug',
    LIMIT_ROOM_GRACE_MS: '600000',
  }
  const start = (moment = 'none') => startProcess({ ...env, [DIE_AT]: moment }, DIE_IN_COMPACTION)
  let server = await start(momentOf(1))
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
  for (let kill = 1; kill <= kills; kill++) {
    const moment = momentOf(kill)
    const target = boards[kill % boards.length] as (typeof boards)[number]
    const clients = await Promise.all(Array.from({ length: writers }, () => joinRaw(server, target.board)))
    const written = clients.map((client, index) => writeUntilClosed(client, `k${kill}-w${index}`))
    if (moment === undefined) {
      // A different moment each time: after so many acknowledgements of the first.
      await clients[0]?.until((client) => client.acknowledged >= 5 + ((kill * 37) % 100))
      await server.end('SIGKILL')
    }
    await server.gone
    if (moment !== undefined) expect(wasCompacting(server)).toBe(true)
    if (wasCompacting(server)) compacting++
    for (const id of (await Promise.all(written)).flat()) target.acknowledged.add(id)
    server = await start(momentOf(kill + 1))
    expect(await missing(target)).toEqual([])
  }
  for (const each of boards) expect(await missing(each)).toEqual([])
  const total = boards.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
  console.info(`${kills} kills, ${compacting} of them in a compaction; ${total} acknowledged, none lost`)
  expect(total).toBeGreaterThan(kills * 20)
  await server.end('SIGKILL')
})
