import { afterEach, expect, it } from 'vitest'
import { serialiseModel } from '../src/core/model/serialise.ts'
import { closeStockClients } from './testing/connect-stock.ts'
import { type Ended, runSchedule } from './testing/schedule.ts'
import { startTestServer, stopTestServers } from './testing/start-test-server.ts'

/** Seeds that have failed once, kept. */
const KEPT: readonly number[] = []
const COUNT = process.env.NIGHTLY === '1' ? 1_000 : 50
const AT_ONCE = 2
/** So many failures are enough to look at; where each waits for its time, more would outlast the test. */
const MOST_FAILED = 3
/** A schedule that takes longer than this waits for what will never come. */
const LONGEST_MS = 30_000
/** Another night, other schedules; the normal run has the same ones each time. */
const FIRST = process.env.NIGHTLY === '1' ? Math.floor(Date.now() / 86_400_000) * COUNT : 4_400

afterEach(async () => {
  closeStockClients()
  await stopTestServers()
})

const late = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('somebody lacks what others did')), LONGEST_MS).unref()
  })

it(`people who edit, undo, lose the line and come back end with one board, in ${COUNT} random schedules`, {
  timeout: COUNT * 4_000,
}, async () => {
  // Small numbers, so that boards are compacted and loaded again under way.
  const server = await startTestServer({ limits: { compactRows: 25, roomGraceMs: 0 } })
  const seeds = [...KEPT, ...Array.from({ length: COUNT }, (_, index) => FIRST + index)]
  const ended: Ended[] = []
  const failed: string[] = []
  const run = async (): Promise<void> => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      if (failed.length >= MOST_FAILED) return
      try {
        ended.push(await Promise.race([runSchedule(server, seed), late()]))
      } catch (error) {
        failed.push(`schedule ${seed}: ${String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, run))
  expect(failed).toEqual([])

  closeStockClients()
  await server.stop()
  const again = await startTestServer({ dataDir: server.dataDir })
  for (const { board, file } of ended) expect(serialiseModel(await again.model(board))).toBe(file)
})
