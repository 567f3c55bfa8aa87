import * as fc from 'fast-check'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import type { Model } from '../../core/model/records.ts'
import { recordOf } from '../../core/model/testing/sample.ts'
import { type BoardDoc, openBoardDoc } from './board-doc.ts'
import { restoreDocument } from './restore.ts'
import { modelOfDocument, readRecord } from './snapshot.ts'
import { makePeers, modelOf, sync } from './testing/peers.ts'
import { type Change, change } from './testing/random-edits.ts'

const NOW = Date.UTC(2026, 10, 23)
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const edit = (board: BoardDoc, changes: readonly Change[]) =>
  board.edit('Edit', (editor) => changes.forEach((apply) => apply(editor)))
/**
 * A model without what a comment finds out about things that are gone (MO6): where they were, which the backup does not know
 * of what came later and the board does.
 */
const told = ({ comments, ...model }: Model) => ({
  ...model,
  comments: comments.map(({ on: _on, at: _at, thread: _thread, resolved: _resolved, ...said }) => said),
})
const commentsIn = (doc: Y.Doc, ids: Iterable<string>) =>
  Array.from(ids, (id) => readRecord(doc, 'comments', id))
const changes = fc.array(change, { maxLength: 12 })

test('after it the board is as the backup, whatever was done since, and doing it again does nothing', () => {
  fc.assert(
    fc.property(changes, changes, (before, since) => {
      const [board] = makePeers(1) as [BoardDoc]
      edit(board, before)
      const backup = copyOf(board.doc)
      edit(board, since)
      restoreDocument(board.doc, backup, NOW)
      expect(told(modelOf(board))).toEqual(told(modelOfDocument(backup).model))
      const ids = [...backup.getMap('comments').keys()]
      expect(commentsIn(board.doc, ids)).toEqual(commentsIn(backup, ids))
      const state = Y.encodeStateAsUpdate(board.doc)
      restoreDocument(board.doc, backup, NOW)
      expect(Y.encodeStateAsUpdate(board.doc)).toEqual(state)
    }),
    { numRuns: 300 },
  )
})

test('what others do meanwhile merges with it, and all end with the same board', () => {
  fc.assert(
    fc.property(changes, changes, changes, (before, since, meanwhile) => {
      const [board, other] = makePeers(2) as [BoardDoc, BoardDoc]
      edit(board, before)
      const backup = copyOf(board.doc)
      edit(board, since)
      sync(board, other)
      edit(other, meanwhile)
      restoreDocument(board.doc, backup, NOW)
      sync(board, other)
      expect(modelOf(board)).toEqual(modelOf(other))
    }),
    { numRuns: 150 },
  )
})

test('a text changes only where it differs, a record made since is flagged, and new work stays', () => {
  const [board, other] = makePeers(2) as [BoardDoc, BoardDoc]
  edit(board, [(editor) => editor.create('notes', recordOf('notes', { id: 'n1', text: 'One two three' }))])
  const backup = copyOf(board.doc)
  edit(board, [
    (editor) => editor.set('notes', 'n1', { text: 'One 2 three' }),
    (editor) => editor.create('notes', recordOf('notes', { id: 'n2', text: 'Later' })),
  ])
  sync(board, other)
  edit(other, [
    (editor) => editor.set('notes', 'n1', { text: 'One 2 three, four' }),
    (editor) => editor.create('notes', recordOf('notes', { id: 'n3', text: 'New' })),
  ])
  restoreDocument(board.doc, backup, NOW)
  sync(board, other)
  expect(modelOf(other).notes.map(({ id, text }) => [id, text])).toEqual([
    ['n1', 'One two three, four'],
    ['n3', 'New'],
  ])
  expect(board.doc.getMap<Y.Map<unknown>>('notes').get('n2')?.get('deleted')).toBe(NOW)
  openBoardDoc(board.doc).destroy()
})

test('a field that a later version added since goes, whatever objects have by nature', () => {
  const [board] = makePeers(1) as [BoardDoc]
  edit(board, [(editor) => editor.create('notes', recordOf('notes', { id: 'n1', text: 'One' }))])
  const backup = copyOf(board.doc)
  const note = board.doc.getMap<Y.Map<unknown>>('notes').get('n1') as Y.Map<unknown>
  note.set('valueOf', 1)
  restoreDocument(board.doc, backup, NOW)
  expect(note.has('valueOf')).toBe(false)
})
