import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BoardDoc, type Editor, Preparing } from '../collab/doc/board-doc.ts'
import { modelOfDocument } from '../collab/doc/snapshot.ts'
import { give, makePeers } from '../collab/doc/testing/peers.ts'
import { change } from '../collab/doc/testing/random-edits.ts'
import { modelOf } from '../core/analysis/testing/model-of.ts'
import { normalise } from '../core/model/normalise.ts'
import { patchBetween, patchModel } from '../core/model/patch.ts'
import { emptyModel, KINDS } from '../core/model/records.ts'
import { recordOf } from '../core/model/testing/sample.ts'
import { bindBoard, catchUpNow, useBoard, whenShown } from './board-store.ts'

const edits = fc.array(
  fc.tuple(fc.constantFrom('mine', 'theirs', 'undo'), fc.array(change, { minLength: 1, maxLength: 4 })),
  {
    maxLength: 12,
  },
)

test('after any edits, ours, theirs or undone, the store and every keeper of patches have what the document says', () => {
  fc.assert(
    fc.property(edits, (list) => {
      const [board, other] = makePeers(2) as [BoardDoc, BoardDoc]
      const unbind = bindBoard(board)
      let copy = emptyModel()
      for (const [whose, changes] of list) {
        if (whose === 'undo') board.undo()
        else {
          const editing = whose === 'mine' ? board : other
          editing.edit('Edit', (editor) => changes.forEach((apply) => apply(editor)))
        }
        give(other, board)
        const told = modelOfDocument(board.doc)
        expect(useBoard.getState().model).toEqual(told.model)
        expect(new Set(useBoard.getState().setAside.map(({ id }) => id))).toEqual(
          new Set(told.setAside.map(({ id }) => id)),
        )
        const { model } = useBoard.getState()
        copy = patchModel(copy, patchBetween(copy, model, KINDS))
        expect(normalise(copy).model).toEqual(told.model)
      }
      const anew = patchModel(emptyModel(), patchBetween(null, useBoard.getState().model, KINDS))
      expect(normalise(anew).model).toEqual(useBoard.getState().model)
      unbind()
      const before = useBoard.getState()
      board.edit('Unseen', (editor) => editor.setMeta({ title: 'Unseen' }))
      expect(useBoard.getState()).toBe(before)
    }),
    { numRuns: 60 },
  )
})

test('an edit of a component leaves every other list of records the same object', () => {
  const [board] = makePeers(1) as [BoardDoc]
  const { vendors, components } = modelOf({
    vendors: [{ id: 'v1', name: 'Acme' }],
    components: [{ id: 'c1' }, { id: 'c2' }],
  })
  board.edit('Begin', (editor) => {
    for (const vendor of vendors) editor.create('vendors', vendor)
    for (const component of components) editor.create('components', component)
  })
  const unbind = bindBoard(board)
  const before = useBoard.getState().model
  board.edit('Edit', (editor) => editor.set('components', 'c1', { product: 'CoreX' }))
  const after = useBoard.getState().model
  unbind()
  expect(KINDS.filter((kind) => after[kind] !== before[kind])).toEqual(['components'])
  expect(after.components.map((each, index) => each === before.components[index])).toEqual([false, true])
})

const notes = (count: number) => (editor: Editor) => {
  for (let at = 0; at < count; at++) editor.create('notes', recordOf('notes', { id: `n${at}` }))
}
const shownNotes = () => useBoard.getState().model.notes.length

test('what comes in parts is shown after the last, also where that changes nothing', async () => {
  const [from, board] = makePeers(2) as [BoardDoc, BoardDoc]
  const unbind = bindBoard(board)
  const preparing = new Preparing('a test')
  from.edit('Add', notes(3))
  give(from, board, preparing)
  let isShown = false
  whenShown(() => (isShown = true))
  give(from, board, preparing)
  expect([shownNotes(), isShown]).toEqual([0, false])
  give(from, board)
  expect([shownNotes(), isShown]).toEqual([3, true])
  unbind()
})

test('what is much is shown in steps; who changes something meanwhile goes on from all of it', async () => {
  const [board, other] = makePeers(2) as [BoardDoc, BoardDoc]
  const unbind = bindBoard(board)
  other.edit('Add', notes(2_100))
  give(other, board)
  expect(shownNotes()).toBe(0)
  await new Promise<void>(whenShown)
  expect(shownNotes()).toBe(2_100)

  other.edit('Delete', (editor) => {
    for (let at = 0; at < 2_050; at++) editor.remove('notes', `n${at}`)
  })
  give(other, board)
  expect(shownNotes()).toBe(2_100)
  board.edit('Mine', (editor) => editor.remove('notes', 'n2099'))
  expect(shownNotes()).toBe(49)
  await new Promise<void>(whenShown)
  expect(shownNotes()).toBe(49)

  board.edit('Many', (editor) => {
    for (let at = 0; at < 2_050; at++) editor.create('notes', recordOf('notes', { id: `m${at}` }))
  })
  expect(shownNotes()).toBe(49)
  catchUpNow()
  expect(shownNotes()).toBe(2_099)
  unbind()
})
