import { describe, expect, test } from 'vitest'
import { recordIn } from '../../core/model/lookup.ts'
import { recordOf, sampleModel } from '../../core/model/testing/sample.ts'
import type { BoardDoc, DocPatch, Editor } from './board-doc.ts'
import { nextTask } from './next-task.ts'
import { makePeers, modelOf, sync } from './testing/peers.ts'

const start = sampleModel({
  components: [
    { id: 'c1', name: 'AMF' },
    { id: 'c2', name: 'SMF' },
  ],
})
const twoPeers = () => makePeers(2, start) as [BoardDoc, BoardDoc]
const component = (board: BoardDoc, id: string) => recordIn(modelOf(board), 'components', id)
const renameTo = (board: BoardDoc, id: string, name: string) =>
  board.edit(`Rename ${id}`, (editor) => editor.set('components', id, { name }))

describe('an edit in parts', () => {
  const many = (editor: Editor) => {
    for (let at = 0; at < 400; at++) editor.create('components', recordOf('components', { id: `n${at}` }))
  }

  test('is there at once and one undo step; its parts go to others in messages of their own', async () => {
    const [a, b] = twoPeers()
    const seen: number[] = []
    a.observe(({ preparing }) => preparing || seen.push(modelOf(a).components.length))
    const sizes: number[] = []
    a.doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    expect(await a.editInParts('Import', many)).toBe(true)
    expect(seen).toEqual([402])
    expect(sizes.length).toBeGreaterThan(3)
    expect(a.steps().undo).toBe('Import')
    sync(a, b)
    expect(modelOf(b).components.length).toBe(402)
    a.undo()
    expect(modelOf(a)).toEqual(start)
    expect(a.steps()).toEqual({ undo: null, redo: 'Import' })
  })

  describe('of thousands of records', () => {
    const thousands = (editor: Editor) => {
      for (let at = 0; at < 2_500; at++) editor.create('notes', recordOf('notes', { id: `n${at}` }))
    }
    const imported = async () => {
      const [a, b] = twoPeers()
      renameTo(a, 'c1', 'Before')
      await a.editInParts('Import', thousands)
      const shown: number[] = []
      a.observe(({ preparing }) => preparing || shown.push(modelOf(a).notes.length))
      return { a, b, shown }
    }
    const inTime = async (holds: () => boolean) => {
      while (!holds()) await nextTask()
    }

    test('is undone and redone as one step, and shown once it is whole', async () => {
      const { a, shown } = await imported()
      expect(a.undo()).toBe('Import')
      expect(modelOf(a).notes.length).toBeGreaterThan(0)
      await inTime(() => shown.length > 0)
      expect([shown, a.steps()]).toEqual([[0], { undo: 'Rename c1', redo: 'Import' }])
      expect(a.redo()).toBe('Import')
      await inTime(() => shown.length > 1)
      expect([shown, a.steps()]).toEqual([[0, 2_500], { undo: 'Import', redo: null }])
    })

    test('is taken back whole before anything else is done', async () => {
      const { a } = await imported()
      expect([a.undo(), a.undo(), modelOf(a)]).toEqual(['Import', 'Rename c1', start])
      expect([a.redo(), a.redo()]).toEqual(['Rename c1', 'Import'])
      renameTo(a, 'c1', 'After')
      expect([modelOf(a).notes.length, a.steps()]).toEqual([2_500, { undo: 'Rename c1', redo: null }])
      expect([a.undo(), a.undo(), a.undo()]).toEqual(['Rename c1', 'Import', 'Rename c1'])
      expect(modelOf(a)).toEqual(start)
    })

    test('is undone without the step before it where others have written over some of it', async () => {
      const { a, b, shown } = await imported()
      sync(a, b)
      b.edit('Delete', (editor) => {
        for (let at = 0; at < 1_000; at++) editor.remove('notes', `n${at}`)
      })
      sync(a, b)
      shown.length = 0
      expect(a.undo()).toBe('Import')
      await inTime(() => shown.length > 0)
      expect([modelOf(a).notes.length, component(a, 'c1')?.name]).toEqual([0, 'Before'])
      expect(a.steps()).toEqual({ undo: 'Rename c1', redo: 'Import' })
    })
  })

  test('leaves alone what somebody else makes meanwhile under an id of its own', async () => {
    const [a, b] = twoPeers()
    let asked = 0
    const othersCome = () => {
      if (asked++ === 0) {
        b.edit('Theirs', (editor) =>
          editor.create('components', recordOf('components', { id: 'n399', name: 'Theirs' })),
        )
        sync(a, b)
      }
      return true
    }
    expect(await a.editInParts('Import', many, othersCome)).toBe(true)
    sync(a, b)
    expect(component(a, 'n399')?.name).toBe('Theirs')
    expect(component(b, 'n399')?.name).toBe('Theirs')
    a.undo()
    sync(a, b)
    expect(component(b, 'n399')?.name).toBe('Theirs')
  })

  test('that nobody wants any more comes to nothing', async () => {
    const [a] = twoPeers()
    let asked = 0
    const patches: DocPatch[] = []
    a.observe((patch) => patches.push(patch))
    expect(await a.editInParts('Import', many, () => ++asked < 2)).toBe(false)
    expect(patches.map(({ preparing }) => preparing)).toEqual([true, false])
    expect(modelOf(a)).toEqual(start)
    expect(a.steps()).toEqual({ undo: null, redo: null })
  })
})
