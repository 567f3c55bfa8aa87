import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { recordIn } from '../../core/model/lookup.ts'
import { emptyModel } from '../../core/model/records.ts'
import { recordOf, sampleModel } from '../../core/model/testing/sample.ts'
import { type BoardDoc, openBoardDoc } from './board-doc.ts'
import { seedDocument } from './snapshot.ts'
import { makePeers, modelOf, sync } from './testing/peers.ts'

const start = sampleModel({
  components: [
    { id: 'c1', name: 'AMF' },
    { id: 'c2', name: 'SMF' },
  ],
})
const twoPeers = () => makePeers(2, start) as [BoardDoc, BoardDoc]
const nameOf = (board: BoardDoc, id: string) => recordIn(modelOf(board), 'components', id)?.name

/** A board whose person has a selection. */
function withSelection() {
  const doc = new Y.Doc()
  seedDocument(doc, start, 'epoch-1')
  let selected: readonly string[] = []
  const board = openBoardDoc(doc, { get: () => selected, set: (ids) => (selected = ids) })
  return { board, select: (...ids: string[]) => (selected = ids), selected: () => selected }
}

describe('the selection', () => {
  test('comes back as it was before the step that is undone, and after the one that is redone', () => {
    const { board, select, selected } = withSelection()
    select('c1')
    board.edit('Delete c1', (editor) => editor.remove('components', 'c1'))
    select()
    board.edit('Add c3', (editor) => editor.create('components', recordOf('components', { id: 'c3' })))
    select('c3')
    board.undo()
    expect(selected()).toEqual([])
    board.undo()
    expect(selected()).toEqual(['c1'])
    board.redo()
    expect(selected()).toEqual([])
    board.redo()
    expect(selected()).toEqual(['c3'])
    board.undo()
    expect(selected()).toEqual([])
  })

  test('stays where there is nothing to undo', () => {
    const { board, select, selected } = withSelection()
    select('c2')
    expect([board.undo(), board.redo()]).toEqual([null, null])
    expect(selected()).toEqual(['c2'])
  })
})

describe('a step', () => {
  test('that others have written over is passed over, and the one that was taken is named', () => {
    const [a, b] = twoPeers()
    a.edit('Rename c2', (editor) => editor.set('components', 'c2', { name: 'Mine' }))
    a.edit('Rename c1', (editor) => editor.set('components', 'c1', { name: 'Mine' }))
    sync(a, b)
    b.edit('Rename c1', (editor) => editor.set('components', 'c1', { name: 'Yours' }))
    sync(a, b)
    expect(a.undo()).toBe('Rename c2')
    expect(a.steps()).toEqual({ undo: null, redo: 'Rename c2' })
    expect([nameOf(a, 'c1'), nameOf(a, 'c2')]).toEqual(['Yours', 'SMF'])
    expect(a.redo()).toBe('Rename c2')
    expect(nameOf(a, 'c2')).toBe('Mine')
  })

  test('made offline is undone after the merge, and nothing of others with it', () => {
    const [a, b] = twoPeers()
    a.edit('Rename c1', (editor) => editor.set('components', 'c1', { name: 'Offline' }))
    b.edit('Rename c2', (editor) => editor.set('components', 'c2', { name: 'Yours' }))
    b.edit('Add c3', (editor) => editor.create('components', recordOf('components', { id: 'c3' })))
    sync(a, b)
    expect(a.undo()).toBe('Rename c1')
    sync(a, b)
    expect([nameOf(b, 'c1'), nameOf(b, 'c2'), nameOf(b, 'c3')]).toEqual(['AMF', 'Yours', ''])
    expect(a.undo()).toBeNull()
  })

  test('may be a whole import, comments with it', () => {
    const [a, b] = makePeers(2, emptyModel('Board')) as [BoardDoc, BoardDoc]
    a.edit('Import', (editor) => {
      for (let index = 0; index < 200; index++)
        editor.create('components', recordOf('components', { id: `c${index}`, name: `N${index}` }))
      editor.create('comments', recordOf('comments', { id: 'k1' }))
    })
    sync(a, b)
    b.edit('Rename', (editor) => editor.set('components', 'c7', { name: 'Yours' }))
    sync(a, b)
    a.undo()
    sync(a, b)
    expect([modelOf(b).components, modelOf(b).comments]).toEqual([[], []])
    a.redo()
    sync(a, b)
    expect(modelOf(b).components).toHaveLength(200)
    expect(modelOf(b).comments).toHaveLength(1)
    expect(nameOf(b, 'c7')).toBe('Yours')
  })
})

describe('a delete', () => {
  test('says when; a document of an older Ringfence says true', () => {
    const [a, b] = twoPeers()
    const before = Date.now()
    a.edit('Delete', (editor) => editor.remove('components', 'c1'))
    const flag = a.doc.getMap<Y.Map<unknown>>('components').get('c1')?.get('deleted')
    expect(flag).toBeGreaterThanOrEqual(before)
    expect(flag).toBeLessThanOrEqual(Date.now())
    b.doc.getMap<Y.Map<unknown>>('components').get('c2')?.set('deleted', true)
    sync(a, b)
    expect(modelOf(a).components).toEqual([])
  })
})
