import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type BoardDoc, openBoardDoc } from '../../src/collab/doc/board-doc.ts'
import { modelOfDocument, seedDocument } from '../../src/collab/doc/snapshot.ts'
import { makePeers, modelOf } from '../../src/collab/doc/testing/peers.ts'
import { change } from '../../src/collab/doc/testing/random-edits.ts'
import { KINDS } from '../../src/core/model/records.ts'
import { sampleModel } from '../../src/core/model/testing/sample.ts'
import { openSqliteStore } from '../storage/sqlite-store.ts'
import { controlStore, type ControlledStore } from '../testing/controlled-store.ts'
import { closeStockClients, connectStock } from '../testing/connect-stock.ts'
import { startTestServer, stopTestServers } from '../testing/start-test-server.ts'
import { collectDeleted } from './collect.ts'

const DAY_MS = 86_400_000
const seeded = (parts: Parameters<typeof sampleModel>[0]): Y.Doc => {
  const doc = new Y.Doc()
  seedDocument(doc, sampleModel(parts), 'epoch-1')
  return doc
}
const recordAt = (doc: Y.Doc, kind: (typeof KINDS)[number], id: string) =>
  doc.getMap<Y.Map<unknown>>(kind).get(id)
const idsIn = (doc: Y.Doc) => KINDS.flatMap((kind) => [...doc.getMap(kind).keys()]).sort()

describe('collecting', () => {
  it('takes out what was deleted before, not what was deleted since or without a time', () => {
    const doc = seeded({ components: ['c1', 'c2', 'c3', 'c4'].map((id) => ({ id, name: id })) })
    recordAt(doc, 'components', 'c1')?.set('deleted', 100)
    recordAt(doc, 'components', 'c2')?.set('deleted', 200)
    recordAt(doc, 'components', 'c3')?.set('deleted', true)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const update = collectDeleted(doc, 150)
    expect(idsIn(doc)).toEqual(['c2', 'c3', 'c4'])
    Y.applyUpdate(copy, update ?? new Uint8Array())
    expect(idsIn(copy)).toEqual(idsIn(doc))
    expect(collectDeleted(doc, 150)).toBeNull()
  })

  it('[MO9] leaves behind the number of a threat that it takes out', () => {
    const doc = seeded({
      meta: { lastThreat: 2 },
      components: [{ id: 'c1' }],
      threats: [
        { id: 't1', number: 2, on: { component: 'c1' } },
        { id: 't2', number: 7, on: { component: 'c1' } },
      ],
    })
    recordAt(doc, 'threats', 't2')?.set('deleted', 100)
    collectDeleted(doc, 150)
    expect(idsIn(doc)).toEqual(['c1', 't1'])
    expect(modelOfDocument(doc).model.meta.lastThreat).toBe(7)
  })

  it('keeps what a record that stays refers to, and what that refers to', () => {
    const doc = seeded({
      segments: [
        { id: 's1', pos: [10, 10] },
        { id: 's2', parent: 's1', pos: [5, 5] },
        { id: 's3', pos: [1, 1] },
      ],
      components: [{ id: 'c1', name: 'In', segment: 's2' }],
    })
    for (const id of ['s1', 's2', 's3']) recordAt(doc, 'segments', id)?.set('deleted', 100)
    const before = modelOfDocument(doc).model
    collectDeleted(doc, 150)
    expect(idsIn(doc)).toEqual(['c1', 's1', 's2'])
    expect(modelOfDocument(doc).model).toEqual(before)
    expect(before.components[0]?.pos).toEqual([15, 15])
  })

  it('never changes the living model, whatever was edited, and brings nothing back', () => {
    const edits = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 25 })
    fc.assert(
      fc.property(edits, fc.array(fc.boolean()), (list, old) => {
        const [board] = makePeers(1) as [BoardDoc]
        for (const [index, changes] of list.entries()) {
          board.edit('Edit', (editor) => changes.forEach((apply) => apply(editor)))
          if (index % 5 === 4) board.undo()
        }
        // Some of what is deleted has been so for long.
        let next = 0
        for (const kind of KINDS) {
          for (const map of board.doc.getMap<Y.Map<unknown>>(kind).values())
            if (map.has('deleted') && old[next++] !== false) map.set('deleted', 100)
        }
        const before = modelOf(board)
        const ids = idsIn(board.doc)
        collectDeleted(board.doc, 150)
        expect(modelOf(board)).toEqual(before)
        expect(ids).toEqual(expect.arrayContaining(idsIn(board.doc)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a board that is loaded', () => {
  afterEach(async () => {
    closeStockClients()
    await stopTestServers()
  })

  /** A server on which `c1` has been deleted for 40 days and `c2` has not, stopped. */
  async function deletedLongAgo() {
    const server = await startTestServer()
    const board = await server.createBoard(
      sampleModel({ components: ['c1', 'c2'].map((id) => ({ id, name: id })) }),
    )
    const { doc } = await connectStock(server, board)
    recordAt(doc, 'components', 'c1')?.set('deleted', Date.now() - 40 * DAY_MS)
    openBoardDoc(doc).edit('Delete', (editor) => editor.remove('components', 'c2'))
    await server.stop()
    return { dataDir: server.dataDir, board }
  }

  it('has lost what was deleted long ago, in the store as well, and in the copy of who comes back', async () => {
    const { dataDir, board } = await deletedLongAgo()
    const patient = await startTestServer({ dataDir, limits: { collectDeletedDays: 60 } })
    const away = await connectStock(patient, board)
    expect(idsIn(away.doc)).toEqual(['c1', 'c2'])
    away.disconnect()
    await patient.stop()

    const server = await startTestServer({ dataDir })
    expect(idsIn((await connectStock(server, board)).doc)).toEqual(['c2'])
    const returned = await connectStock(server, board, 'editor', '', away.doc)
    expect(idsIn(returned.doc)).toEqual(['c2'])
    await server.stop()

    const again = await startTestServer({ dataDir, limits: { collectDeletedDays: 36_500 } })
    expect(idsIn((await connectStock(again, board)).doc)).toEqual(['c2'])
  })

  it('opens as it is stored where the store takes nothing', async () => {
    const { dataDir, board } = await deletedLongAgo()
    let store: ControlledStore | undefined
    const server = await startTestServer({
      dataDir,
      store: (dir) => (store = controlStore(openSqliteStore(dir))),
    })
    store?.fail('append', new Error('disk full'))
    expect(idsIn((await connectStock(server, board)).doc)).toEqual(['c1', 'c2'])
  })
})
