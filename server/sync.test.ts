import { afterEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { openBoardDoc } from '../src/collab/doc/board-doc.ts'
import { modelOfDocument } from '../src/collab/doc/snapshot.ts'
import { type Component } from '../src/core/model/records.ts'
import { recordSchemas } from '../src/core/model/schemas.ts'
import { serialiseModel } from '../src/core/model/serialise.ts'
import { closeStockClients, connectStock, reconnectStock, type StockClient } from './testing/connect-stock.ts'
import { startTestServer, stopTestServers } from './testing/start-test-server.ts'

afterEach(async () => {
  closeStockClients()
  await stopTestServers()
})

const component = (id: string): Component => recordSchemas.components.parse({ id, name: id })

/** Resolves once `holds` does, looked at after each change of the document. */
const until = (doc: Y.Doc, holds: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (!holds()) return
      doc.off('afterTransaction', look)
      resolve()
    }
    doc.on('afterTransaction', look)
    look()
  })

const untilPresent = (provider: StockClient, holds: (names: unknown[]) => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (!holds([...provider.awareness.getStates().values()].map((state) => state.name))) return
      provider.awareness.off('change', look)
      resolve()
    }
    provider.awareness.on('change', look)
    look()
  })

describe('stock clients', () => {
  it('get each other’s edits, and undo their own only', async () => {
    const server = await startTestServer()
    const board = await server.createBoard()
    const [a, b] = [await connectStock(server, board), await connectStock(server, board)]
    const [boardA, boardB] = [openBoardDoc(a.doc), openBoardDoc(b.doc)]
    boardA.edit('Add AMF', (editor) => editor.create('components', component('amf')))
    await until(b.doc, () => b.doc.getMap('components').has('amf'))
    boardB.edit('Rename', (editor) => editor.set('components', 'amf', { name: 'AMF of B' }))
    boardB.edit('Add SMF', (editor) => editor.create('components', component('smf')))
    await until(a.doc, () => a.doc.getMap('components').has('smf'))
    boardA.undo()
    await until(b.doc, () => modelOfDocument(b.doc).model.components.length === 1)
    expect(modelOfDocument(b.doc).model.components).toMatchObject([{ id: 'smf' }])
    boardA.redo()
    await until(b.doc, () => modelOfDocument(b.doc).model.components.length === 2)
    expect((await server.model(board)).components).toMatchObject([
      { id: 'amf', name: 'AMF of B' },
      { id: 'smf' },
    ])
  })

  it('see each other come, go and return at once', async () => {
    const server = await startTestServer()
    const board = await server.createBoard()
    const a = await connectStock(server, board, 'editor', 'Ann')
    const b = await connectStock(server, board, 'viewer', 'Ben')
    a.awareness.setLocalState({ cursor: [1, 2] })
    await untilPresent(b, (names) => names.includes('Ann'))
    b.awareness.setLocalState({ name: 'Cem', role: 'owner' })
    await untilPresent(a, (names) => names.includes('Ben'))
    expect(a.awareness.getStates().get(b.doc.clientID)).toMatchObject({ name: 'Ben', role: 'viewer' })
    for (let round = 0; round < 3; round++) {
      a.disconnect()
      await untilPresent(b, (names) => !names.includes('Ann'))
      await reconnectStock(a, server, board, 'Ann')
      await untilPresent(b, (names) => names.includes('Ann'))
      await untilPresent(a, (names) => names.includes('Ben'))
    }
    expect(a.awareness.getLocalState()).toEqual({ cursor: [1, 2] })
  })

  it('merge what both did offline', async () => {
    const server = await startTestServer()
    const board = await server.createBoard()
    const [a, b] = [await connectStock(server, board), await connectStock(server, board)]
    for (const provider of [a, b]) {
      provider.disconnect()
      const local = openBoardDoc(provider.doc)
      for (let index = 0; index < 100; index++) {
        local.edit('Add', (editor) =>
          editor.create('components', component(`${provider === a ? 'a' : 'b'}${index}`)),
        )
      }
    }
    await Promise.all([a, b].map((provider) => reconnectStock(provider, server, board)))
    for (const { doc } of [a, b]) await until(doc, () => doc.getMap('components').size === 200)
    const [first, second] = [a, b].map(({ doc }) => serialiseModel(modelOfDocument(doc).model))
    expect(first).toBe(second)
    expect(serialiseModel(await server.model(board))).toBe(first)
  })
})
