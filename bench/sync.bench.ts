import { setTimeout as delay } from 'node:timers/promises'
import { median, percentile } from './measure.ts'
import { bar, inMs, inThousands, note, table, title } from './report.ts'
import { flushTimes } from './sync/flush.ts'
import { join, markOf, type Person } from './sync/person.ts'
import { startRingfence, startStock, type SyncServer } from './sync/servers.ts'

const MIB = 1024 * 1024
const PINGS = 300
/** Rounds of pings, each server in turn, so that noise hits both. */
const ROUNDS = 5

/** Delivery of edits to others, beside the stock server that keeps them in memory only. */
export async function benchSync(): Promise<void> {
  const ours = await startRingfence()
  const stock = await startStock()
  try {
    await benchTwo(ours, stock)
    await benchMany(ours, { people: 25, editsPerSecond: 10, pointsPerSecond: 0, seconds: 10 })
    await benchMany(stock, { people: 25, editsPerSecond: 10, pointsPerSecond: 0, seconds: 10 })
    await benchMany(ours, { people: 200, editsPerSecond: 1, pointsPerSecond: 5, seconds: 10 })
  } finally {
    await Promise.all([ours.stop(), stock.stop()])
  }
}

async function benchTwo(ours: SyncServer, stock: SyncServer): Promise<void> {
  title(`delivery to a peer, 2 clients, one edit at a time: ${ROUNDS} rounds of ${PINGS}`)
  const times = new Map<SyncServer, number[]>([ours, stock].map((server) => [server, []]))
  const flushes: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const [server, list] of times) list.push(...(await ping(server, PINGS)))
    flushes.push(...flushTimes(PINGS))
  }
  const p50 = (server: SyncServer) => median(times.get(server) ?? [])
  table([
    ['', 'p50', 'p95'],
    ...[...times].map(([{ name }, list]) => row(name, list)),
    row('one flush of 8 KiB to this disk', flushes),
  ])
  bar({ what: 'p50 against the stock server', figure: p50(ours) / p50(stock), unit: '×', most: 2 })
}

const row = (name: string, times: readonly number[]) =>
  [name, inMs(median(times)), inMs(percentile(times, 95))] as const

async function ping(server: SyncServer, count: number): Promise<number[]> {
  const address = await server.makeRoom()
  let arrived: () => void = () => undefined
  const sender = await join(await address(), 1, () => undefined)
  const receiver = await join(await address(), 2, () => arrived())
  const times: number[] = []
  for (let edit = 0; edit < count; edit++) {
    const begun = performance.now()
    const heard = new Promise<void>((resolve) => {
      arrived = resolve
    })
    sender.edit(markOf(edit))
    await heard
    times.push(performance.now() - begun)
  }
  await Promise.all([sender.leave(), receiver.leave()])
  return times
}

type Crowd = Readonly<{ people: number; editsPerSecond: number; pointsPerSecond: number; seconds: number }>

async function benchMany(server: SyncServer, crowd: Crowd): Promise<void> {
  const { people, editsPerSecond, pointsPerSecond, seconds } = crowd
  const cursors = pointsPerSecond === 0 ? '' : ` and ${pointsPerSecond} cursor moves a second each`
  title(`${server.name}: ${people} clients in one room, ${editsPerSecond} edits a second each${cursors}`)
  const address = await server.makeRoom()
  const sentAt = new Map<string, number>()
  const times: number[] = []
  const heard = (mark: string) => {
    const sent = sentAt.get(mark)
    if (sent !== undefined) times.push(performance.now() - sent)
  }
  const crowdOf: Person[] = []
  for (let number = 0; number < people; number++) crowdOf.push(await join(await address(), number, heard))
  let edits = 0
  let most = server.memory()
  const until = performance.now() + seconds * 1000
  await Promise.all(
    crowdOf.map(async (person, number) => {
      const pause = 1000 / (editsPerSecond + pointsPerSecond)
      await delay((pause * number) / people)
      for (let turn = 0; performance.now() < until; turn++) {
        const begun = performance.now()
        if (turn % (editsPerSecond + pointsPerSecond) < editsPerSecond) {
          const mark = markOf(edits++)
          sentAt.set(mark, performance.now())
          person.edit(mark)
        } else person.point(turn, number)
        if (number === 0) most = Math.max(most, server.memory())
        await delay(Math.max(0, pause - (performance.now() - begun)))
      }
    }),
  )
  const expected = edits * (people - 1)
  for (let left = 50; times.length < expected && left > 0; left--) await delay(100)
  note(`${inThousands(edits)} edits, ${inThousands(times.length)} of ${inThousands(expected)} deliveries`)
  note(`p50 ${inMs(median(times))}, p95 ${inMs(percentile(times, 95))}, memory ${(most / MIB).toFixed(0)} MB`)
  await Promise.all(crowdOf.map((person) => person.leave()))
  if (server.name.startsWith('@')) return
  if (people === 25) bar({ what: 'p50 with 25 clients', figure: median(times), unit: 'ms', most: 5 })
  if (people !== 200) return
  bar({ what: 'p95 with 200 clients', figure: percentile(times, 95), unit: 'ms', most: 150 })
  bar({ what: 'memory of the server', figure: most / MIB, unit: 'MB', most: 300 })
}
