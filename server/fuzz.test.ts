import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROLES } from '../src/collab/doc/wire.ts'
import { presenceFrame, step1Frame, step2Frame, updateFrame } from './rooms/frames.ts'
import { joinRaw } from './testing/connect-raw.ts'
import { seededRandom } from './testing/seeded-random.ts'
import { killProcesses, startProcess } from './testing/start-process.ts'
import { newDataDir, stopTestServers } from './testing/start-test-server.ts'

afterEach(async () => {
  killProcesses()
  await stopTestServers()
})

const FRAMES = process.env.NIGHTLY === '1' ? 100_000 : 5_000
/** Every seed that has ever found something stays here. */
const SEEDS = [20_261_123]

const CLIENTS = 10
const FRAMES_EACH = 25

type Random = () => number
const integer = (random: Random, below: number) => Math.floor(random() * below)

/** Changes some bytes of a frame, takes some out, or puts another's among them. */
function damage(random: Random, seeds: readonly Uint8Array[]): Uint8Array {
  const pick = () => seeds[integer(random, seeds.length)] ?? new Uint8Array()
  const frame = Uint8Array.from(pick())
  const kind = random()
  if (kind < 0.1) return Uint8Array.from({ length: integer(random, 64) }, () => integer(random, 256))
  for (let flips = 1 + integer(random, 4); flips > 0; flips--) {
    frame[integer(random, frame.length)] = integer(random, 256)
  }
  const at = integer(random, frame.length)
  if (kind < 0.25) return frame.subarray(0, at)
  if (kind < 0.4) return Buffer.concat([frame.subarray(0, at), frame.subarray(at + 1 + integer(random, 8))])
  if (kind < 0.5) return Buffer.concat([frame.subarray(0, at), pick().subarray(integer(random, 8))])
  return frame
}

it.each(SEEDS)(
  `${FRAMES} damaged frames leave the server up, every board whole and the log short (seed %i)`,
  async (seed) => {
    const random = seededRandom(seed)
    const env = { DATA_DIR: newDataDir(), LOG_LEVEL: 'warn', LIMIT_REQUESTS_PER_MINUTE: '1000000' }
    const server = await startProcess(env)
    const [board, other] = [await server.createBoard(), await server.createBoard()]
    const quiet = await joinRaw(server, other)
    const witness = await joinRaw(server, board)
    const note = new Y.Doc()
    note.getMap('notes').set('n1', new Y.Map([['text', new Y.Text('seed')]]))
    const edited = new Y.Doc()
    Y.applyUpdate(edited, Y.encodeStateAsUpdate(witness.doc))
    edited.getMap('meta').set('title', 'Another')
    edited.getMap('notes').set('n2', new Y.Map([['pos', [1, 2]]]))
    const seeds = [
      updateFrame(Y.encodeStateAsUpdate(note)),
      updateFrame(Y.encodeStateAsUpdate(edited, Y.encodeStateVector(witness.doc))),
      step2Frame(Y.encodeStateAsUpdate(edited)),
      step1Frame(Y.encodeStateVector(witness.doc)),
      presenceFrame([{ client: 5, clock: 1, state: '{"name":"Ann"}' }]),
    ]
    const start = performance.now()
    for (let sent = 0; sent < FRAMES; sent += CLIENTS * FRAMES_EACH) {
      const clients = await Promise.all(
        Array.from({ length: CLIENTS }, (_, index) => joinRaw(server, board, ROLES[index % ROLES.length])),
      )
      for (const client of clients) {
        for (let frame = 0; frame < FRAMES_EACH; frame++) client.send(damage(random, seeds))
      }
      await Promise.all(clients.map((client) => client.close()))
    }
    const seconds = (performance.now() - start) / 1_000
    quiet.doc.getMap('notes').set('n1', new Y.Map())
    await quiet.until(({ sent, acknowledged }) => sent === acknowledged)
    const survivor = await joinRaw(server, board)
    const fresh = await joinRaw(server, board, 'viewer')
    survivor.doc.getMap('notes').set('last', new Y.Map())
    await fresh.until(({ doc }) => doc.getMap('notes').has('last'))
    const expected = Y.encodeSnapshot(Y.snapshot(fresh.doc))
    expect(Y.encodeSnapshot(Y.snapshot(survivor.doc))).toEqual(expected)
    expect(await server.end('SIGTERM')).toBe(0)
    // A line of each kind every ten seconds, and one for each time that a room started again.
    const lines = server.output.split('\n').filter((line) => line.startsWith('{'))
    const roomFailures = lines.filter((line) => line.includes('room failed'))
    expect(lines.length - roomFailures.length).toBeLessThan(10 + seconds)
    expect(roomFailures.length).toBeLessThan(10 + FRAMES / 100)
    const again = await startProcess(env)
    const late = await joinRaw(again, board, 'viewer')
    expect(Y.encodeSnapshot(Y.snapshot(late.doc))).toEqual(expected)
  },
  900_000,
)
