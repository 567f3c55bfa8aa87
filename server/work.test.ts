import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { joinRaw, type RawClient } from './testing/connect-raw.ts'
import { addTextNote, characterId, craftUpdate, noteText, type Operation } from './testing/craft-update.ts'
import {
  startTestServer,
  stopTestServers,
  type TestBoard,
  type TestServer,
} from './testing/start-test-server.ts'

afterEach(stopTestServers)

const allStored = (client: RawClient) => client.until(({ sent, acknowledged }) => acknowledged === sent)
const stateOf = async (server: TestServer, board: TestBoard) =>
  Y.encodeStateAsUpdate((await joinRaw(server, board, 'viewer')).doc)
const craft = (count: number, operation: (index: number) => Partial<Operation>) =>
  craftUpdate(
    Array.from({ length: count }, (_, index) => ({
      client: 5,
      clock: index,
      text: 'x',
      ...operation(index),
    })),
  )

/** A board with a long text and, by the same hand, thousands of notes after it. */
async function startBoard(limits = {}): Promise<{ server: TestServer; board: TestBoard; writer: RawClient }> {
  const server = await startTestServer({ limits })
  const board = await server.createBoard()
  const writer = await joinRaw(server, board)
  writer.doc.transact(() => {
    addTextNote(writer.doc, 'a'.repeat(120_000))
    for (let index = 0; index < 3_000; index++)
      writer.doc.getMap('notes').set(`m${index}`, new Y.Map([['text', 'b']]))
  })
  await allStored(writer)
  return { server, board, writer }
}

const HARD: [string, (text: Y.Text) => Uint8Array][] = [
  [
    'operations with one left neighbour and ever others to the right',
    (text) =>
      craft(2_000, (index) => ({ origin: characterId(text, 9), rightOrigin: characterId(text, 10 + index) })),
  ],
  [
    'operations of many people with one left neighbour, the last first',
    (text) =>
      craft(2_000, (index) => ({
        client: 10_000 - index,
        clock: 0,
        origin: characterId(text, 9),
        rightOrigin: characterId(text, 10 + index),
      })),
  ],
  [
    'values of many people for one field',
    () => craft(2_000, (index) => ({ client: 1_000 + index, clock: 0, key: ['meta', 'title'] })),
  ],
  [
    'operations that each cut one long text',
    (text) =>
      craft(20_000, (index) => ({
        origin: characterId(text, 2 * (20_000 - index)),
        rightOrigin: characterId(text, 2 * (20_000 - index) + 1),
      })),
  ],
  [
    'deletes that each cut one long text',
    (text) => {
      const { client, clock } = characterId(text, 0)
      const ranges = Array.from({ length: 30_000 }, (_, index): [number, number] => [
        clock + 1 + 2 * index,
        1,
      ])
      return craftUpdate([], new Map([[client, ranges]]))
    },
  ],
  [
    'pieces that could be joined, in pairs',
    (text) =>
      craft(30_000, (index) => ({
        origin: index % 2 === 0 ? characterId(text, 9) : Y.createID(5, index - 1),
        rightOrigin: characterId(text, 10),
      })),
  ],
]

describe('a frame that would take the server seconds', () => {
  it.each(HARD)('(%s) is refused, and nothing changes', async (_what, update) => {
    const { server, board, writer } = await startBoard({ splitMoves: 100_000_000 })
    const before = await stateOf(server, board)
    writer.sendUpdate(update(noteText(writer.doc)))
    expect(await writer.closed).toMatchObject({ code: 4413 })
    expect(await stateOf(server, board)).toEqual(before)
  })

  it.each<[string, (text: Y.Text) => Uint8Array]>([
    [
      'a delete set that names the same again and again',
      (text) => {
        const { client, clock } = characterId(text, 0)
        const ranges = Array.from({ length: 50_000 }, (): [number, number] => [clock, 120_000])
        return craftUpdate([], new Map([[client, ranges]]))
      },
    ],
    [
      'an operation that builds on a later one of its own',
      () => craft(2, (index) => ({ origin: Y.createID(5, index + 1) })),
    ],
  ])('(%s) is no update at all', async (_what, update) => {
    const { server, board, writer } = await startBoard()
    const before = await stateOf(server, board)
    writer.sendUpdate(update(noteText(writer.doc)))
    expect(await writer.closed).toMatchObject({ code: 4400 })
    expect(await stateOf(server, board)).toEqual(before)
  })

  it('from more sessions than a board takes is refused', async () => {
    const { server, board, writer } = await startBoard({ roomClients: 50 })
    const before = await stateOf(server, board)
    writer.sendUpdate(craft(60, (index) => ({ client: 1_000 + index, clock: 0, key: ['meta', `x${index}`] })))
    expect(await writer.closed).toMatchObject({ code: 4413 })
    expect(await stateOf(server, board)).toEqual(before)
  })
})

describe('a text', () => {
  it.each<[string, (doc: Y.Doc) => unknown]>([
    [
      '3 MB in a name',
      (doc) => doc.getMap('components').set('c1', new Y.Map([['name', 'x'.repeat(3_000_000)]])),
    ],
    [
      'a list of lines',
      (doc) =>
        doc.getMap('meta').set(
          'x',
          Array.from({ length: 9_000 }, () => 'a line of ten'),
        ),
    ],
    ['a long key in a value', (doc) => doc.getMap('meta').set('x', { ['k'.repeat(70_000)]: 1 })],
    ['one shared text', (doc) => addTextNote(doc, 'x'.repeat(1_100_000))],
    [
      'a shared text, grown by and by',
      (doc) => {
        addTextNote(doc, 'x'.repeat(600_000))
        noteText(doc).insert(0, 'y'.repeat(600_000))
      },
    ],
  ])('too long (%s) does not reach the others', async (_what, change) => {
    const server = await startTestServer()
    const board = await server.createBoard()
    const [writer, witness] = [await joinRaw(server, board), await joinRaw(server, board, 'viewer')]
    change(writer.doc)
    expect(await writer.closed).toMatchObject({ code: 4413 })
    const next = await joinRaw(server, board)
    next.doc.getMap('notes').set('after', new Y.Map())
    await witness.until(({ doc }) => doc.getMap('notes').has('after'))
    expect(Y.encodeStateAsUpdate(witness.doc).length).toBeLessThan(700_000)
  })

  it('may be replaced by another as long', async () => {
    const server = await startTestServer()
    const writer = await joinRaw(server, await server.createBoard())
    addTextNote(writer.doc, 'x'.repeat(900_000))
    writer.doc.transact(() => {
      noteText(writer.doc).delete(0, 900_000)
      noteText(writer.doc).insert(0, 'y'.repeat(900_000))
    })
    await allStored(writer)
    expect(writer.socket.readyState).toBe(writer.socket.OPEN)
  })
})

describe('one who sends the hardest frames that are allowed', () => {
  it('is read more slowly, so that others hardly notice', async () => {
    const server = await startTestServer({ limits: { workMsPerSecond: 50, workMsBurst: 50 } })
    const [calm, busy] = [await server.createBoard(), await server.createBoard()]
    const [ann, eve] = [await joinRaw(server, calm), await joinRaw(server, busy)]
    addTextNote(eve.doc, 'a'.repeat(5_000))
    await Promise.all([ann, eve].map(allStored))
    const roundTrip = async () => {
      const times: number[] = []
      for (let round = 0; round < 15; round++) {
        const start = performance.now()
        ann.doc.getMap('meta').set('title', `${round}`)
        await allStored(ann)
        times.push(performance.now() - start)
      }
      return times.sort((a, b) => a - b)[7] ?? 0
    }
    const alone = await roundTrip()
    const text = noteText(eve.doc)
    // About 180,000 steps each: sixty of them are seconds of work.
    for (let frame = 0; frame < 60; frame++) {
      eve.sendUpdate(
        craft(420, (index) => ({
          client: 100 + frame,
          origin: characterId(text, 9 + frame * 50),
          rightOrigin: characterId(text, 10 + frame * 50 + index),
        })),
      )
    }
    await eve.until(({ acknowledged }) => acknowledged > 2)
    const together = await roundTrip()
    expect(eve.acknowledged).toBeLessThan(eve.sent)
    expect(together).toBeLessThan(20 * alone + 100)
  })
})
