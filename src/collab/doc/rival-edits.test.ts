import { expect, test } from 'vitest'
import { sampleModel } from '../../core/model/testing/sample.ts'
import type { BoardDoc } from './board-doc.ts'
import { rivalEdits } from './rival-edits.ts'
import { give, makePeers, modelOf, sync } from './testing/peers.ts'

const MODEL = sampleModel({ components: [{ id: 'c1', name: 'AMF 1' }, { id: 'c2' }], notes: [{ id: 'n1' }] })
const pair = () => makePeers(2, MODEL) as [BoardDoc, BoardDoc]
const rename = (board: BoardDoc, name: string) =>
  board.edit('Rename', (editor) => editor.set('components', 'c1', { name }))
const rivals = (mine: BoardDoc, theirs: BoardDoc) => rivalEdits(mine.doc, theirs.doc)

test('a field that both changed to different ends is told, and one of both values stands', () => {
  const [mine, theirs] = pair()
  rename(mine, 'AMF Leeds')
  rename(theirs, 'AMF York')
  const [rival, ...more] = rivals(mine, theirs)
  expect([rival, more]).toEqual([
    { record: { kind: 'components', id: 'c1' }, field: 'name', mine: 'AMF Leeds', theirs: 'AMF York' },
    [],
  ])
  sync(mine, theirs)
  expect([rival?.mine, rival?.theirs]).toContain(modelOf(mine).components[0]?.name)
})

test('what only one changed is no matter, however often, nor what both changed alike or in different fields', () => {
  const [mine, theirs] = pair()
  rename(mine, 'AMF Leeds')
  rename(mine, 'AMF York')
  theirs.edit('Set', (editor) => editor.set('components', 'c1', { version: '2' }))
  expect(rivals(mine, theirs)).toEqual([])
  rename(theirs, 'AMF York')
  expect(rivals(mine, theirs)).toEqual([])
})

test('who knew of the other value meant to replace it', () => {
  const [mine, theirs] = pair()
  rename(theirs, 'AMF York')
  give(theirs, mine)
  rename(mine, 'AMF Leeds')
  expect(rivals(mine, theirs)).toEqual([])
  sync(mine, theirs)
  expect(rivals(mine, theirs)).toEqual([])
})

test('places, texts and records that one has deleted are left out; the title of the board is not', () => {
  const [mine, theirs] = pair()
  for (const [board, at] of [
    [mine, 10],
    [theirs, 20],
  ] as const)
    board.edit('Edit', (editor) => {
      editor.set('components', 'c1', { pos: [at, at] })
      editor.set('components', 'c2', { name: `Named ${at}` })
      editor.set('notes', 'n1', { text: `Noted ${at}` })
      editor.setMeta({ title: `Board ${at}` })
    })
  theirs.edit('Delete', (editor) => editor.remove('components', 'c2'))
  expect(rivals(mine, theirs)).toEqual([
    { record: null, field: 'title', mine: 'Board 10', theirs: 'Board 20' },
  ])
})
