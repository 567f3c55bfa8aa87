import { describe, expect, test } from 'vitest'
import { recordIn } from '../../core/model/lookup.ts'
import { recordOf, sampleModel } from '../../core/model/testing/sample.ts'
import type { BoardDoc, DocPatch } from './board-doc.ts'
import { makePeers, modelOf, sync } from './testing/peers.ts'

const start = sampleModel({
  components: [
    { id: 'c1', name: 'AMF' },
    { id: 'c2', name: 'SMF' },
  ],
  risks: [
    { id: 'r1', title: 'Builds', on: { component: 'c1' }, rationale: 'Seen in 2018.' },
    { id: 'r2', title: 'Support', on: { component: 'c2' } },
  ],
  mitigations: [{ id: 'm1', title: 'Rebuild', treats: [], on: [{ component: 'c1' }, { component: 'c2' }] }],
})

const twoPeers = () => makePeers(2, start) as [BoardDoc, BoardDoc]
const component = (board: BoardDoc, id: string) => recordIn(modelOf(board), 'components', id)
const mitigation = (board: BoardDoc) => recordIn(modelOf(board), 'mitigations', 'm1')

function addC3(board: BoardDoc): void {
  board.edit('Add c3', (editor) =>
    editor.create('components', recordOf('components', { id: 'c3', name: 'UPF' })),
  )
}
const renameTo = (board: BoardDoc, id: string, name: string) =>
  board.edit(`Rename ${id}`, (editor) => editor.set('components', id, { name }))

describe('one edit', () => {
  test('is one undo step, by name, whatever it changes', () => {
    const [a] = twoPeers()
    a.edit('Several things', (editor) => {
      editor.create('components', recordOf('components', { id: 'c3', name: 'UPF' }))
      editor.set('components', 'c3', { name: 'UPF 1' })
      editor.set('components', 'c1', { name: 'AMF 1' })
      editor.remove('components', 'c2')
      editor.setMeta({ title: 'Renamed' })
    })
    expect(modelOf(a).components.map(({ id, name }) => [id, name])).toEqual([
      ['c1', 'AMF 1'],
      ['c3', 'UPF 1'],
    ])
    expect(a.steps()).toEqual({ undo: 'Several things', redo: null })
    expect(a.undo()).toBe('Several things')
    expect(modelOf(a)).toEqual(start)
    expect(a.steps()).toEqual({ undo: null, redo: 'Several things' })
    expect(a.redo()).toBe('Several things')
    expect(modelOf(a).meta.title).toBe('Renamed')
    expect(component(a, 'c2')).toBeUndefined()
    expect(component(a, 'c3')?.name).toBe('UPF 1')
  })

  test('that throws has changed nothing', () => {
    const [a] = twoPeers()
    const fail = () =>
      a.edit('Fail', (editor) => {
        editor.remove('components', 'c1')
        throw new Error('stop')
      })
    expect(fail).toThrow('stop')
    expect(modelOf(a)).toEqual(start)
    expect(a.steps().undo).toBeNull()
  })

  test('without a change makes no undo step', () => {
    const [a] = twoPeers()
    renameTo(a, 'c1', 'AMF')
    a.edit('Nothing', () => undefined)
    renameTo(a, 'gone', 'X')
    expect(a.steps().undo).toBeNull()
  })

  test('creating an id that is taken leaves the record as it is', () => {
    const [a] = twoPeers()
    a.edit('Add', (editor) =>
      editor.create('components', recordOf('components', { id: 'c1', name: 'Impostor' })),
    )
    expect(component(a, 'c1')?.name).toBe('AMF')
  })

  test('reports exactly the records that it changed', () => {
    const [a] = twoPeers()
    const patches: DocPatch[] = []
    a.observe((patch) => patches.push(patch))
    renameTo(a, 'c1', 'AMF 1')
    a.edit('Text', (editor) => editor.set('risks', 'r1', { rationale: 'Seen in 2019.' }))
    a.edit('Treat', (editor) => editor.set('mitigations', 'm1', { treats: ['r1'] }))
    a.edit('Title', (editor) => editor.setMeta({ title: 'T', policy: { scenario: 'target' } }))
    a.edit('Remove', (editor) => editor.remove('risks', 'r1'))
    a.edit('Add', (editor) => editor.create('vendors', recordOf('vendors', { id: 'v9' })))
    a.undo()
    const told = patches.map(({ changed, meta, preparing }) => {
      const records = [...changed].flatMap(([kind, ids]) => [...ids].map((id) => [kind, ...id].join(' ')))
      return [...records, ...(meta ? ['meta'] : []), ...(preparing ? ['preparing'] : [])]
    })
    expect(told).toEqual([
      ['components c1 fields'],
      ['risks r1 fields'],
      ['mitigations m1 fields'],
      ['meta'],
      ['risks r1 flag'],
      ['vendors v9 fields', 'preparing'],
      ['vendors v9 flag'],
      ['vendors v9 flag'],
    ])
  })
})

describe('undo', () => {
  test('takes back nobody else’s edit', () => {
    const [a, b] = twoPeers()
    renameTo(a, 'c1', 'Mine')
    sync(a, b)
    renameTo(b, 'c2', 'Yours')
    sync(a, b)
    expect(b.steps().undo).toBe('Rename c2')
    a.undo()
    sync(a, b)
    expect([component(b, 'c1')?.name, component(b, 'c2')?.name]).toEqual(['AMF', 'Yours'])
    expect(a.undo()).toBeNull()
  })

  test('of a field that somebody else has changed since leaves theirs', () => {
    const [a, b] = twoPeers()
    renameTo(a, 'c1', 'Mine')
    sync(a, b)
    renameTo(b, 'c1', 'Yours')
    sync(a, b)
    a.undo()
    sync(a, b)
    expect(component(a, 'c1')?.name).toBe('Yours')
    expect(component(b, 'c1')?.name).toBe('Yours')
  })

  test('of a create, after your rename, then redo, keeps the rename', () => {
    const [a, b] = twoPeers()
    addC3(a)
    sync(a, b)
    renameTo(b, 'c3', 'Yours')
    sync(a, b)
    a.undo()
    sync(a, b)
    expect(component(b, 'c3')).toBeUndefined()
    a.redo()
    sync(a, b)
    expect(component(a, 'c3')?.name).toBe('Yours')
    expect(modelOf(a)).toEqual(modelOf(b))
  })

  test('of a create loses no edit made at the same time elsewhere', () => {
    const [a, b] = twoPeers()
    addC3(a)
    sync(a, b)
    renameTo(b, 'c3', 'Yours')
    a.undo()
    sync(a, b)
    a.redo()
    sync(a, b)
    expect(component(a, 'c3')?.name).toBe('Yours')
    expect(modelOf(a)).toEqual(modelOf(b))
  })

  test('of a delete loses no edit made at the same time elsewhere', () => {
    const [a, b] = twoPeers()
    a.edit('Delete c1', (editor) => editor.remove('components', 'c1'))
    renameTo(b, 'c1', 'Yours')
    sync(a, b)
    expect(component(b, 'c1')).toBeUndefined()
    a.undo()
    sync(a, b)
    expect(component(a, 'c1')?.name).toBe('Yours')
    expect(component(b, 'c1')?.name).toBe('Yours')
  })

  test('of a delete that somebody else has made, too, ends the same on both sides', () => {
    const [a, b] = twoPeers()
    for (const board of [a, b]) board.edit('Delete c1', (editor) => editor.remove('components', 'c1'))
    sync(a, b)
    a.undo()
    sync(a, b)
    expect(modelOf(a)).toEqual(modelOf(b))
  })

  test('an edit of a deleted record does not bring it back', () => {
    const [a, b] = twoPeers()
    a.edit('Delete c1', (editor) => editor.remove('components', 'c1'))
    sync(a, b)
    renameTo(b, 'c1', 'Yours')
    sync(a, b)
    expect(component(a, 'c1')).toBeUndefined()
  })
})

describe('two at once', () => {
  test('type into one rationale', () => {
    const [a, b] = twoPeers()
    const rationale = (board: BoardDoc) => recordIn(modelOf(board), 'risks', 'r1')?.rationale
    a.edit('Type', (editor) => editor.set('risks', 'r1', { rationale: 'It was seen in 2018.' }))
    b.edit('Type', (editor) => editor.set('risks', 'r1', { rationale: 'Seen in 2018. And in 2019.' }))
    sync(a, b)
    expect(rationale(a)).toBe('It was seen in 2018. And in 2019.')
    expect(rationale(b)).toBe(rationale(a))
    a.undo()
    sync(a, b)
    expect(rationale(b)).toBe('Seen in 2018. And in 2019.')
  })

  test('change two fields of one record', () => {
    const [a, b] = twoPeers()
    a.edit('Product', (editor) => editor.set('components', 'c1', { product: 'CoreX' }))
    b.edit('Move', (editor) => editor.set('components', 'c1', { pos: [8, 16] }))
    sync(a, b)
    expect(component(a, 'c1')).toMatchObject({ product: 'CoreX', pos: [8, 16] })
    expect(component(b, 'c1')).toEqual(component(a, 'c1'))
  })

  test('change two planes of the policy', () => {
    const [a, b] = twoPeers()
    const setPlane = (board: BoardDoc, planes: Record<string, string>) =>
      board.edit('Policy', (editor) => editor.setMeta({ policy: { planes } }))
    setPlane(a, { user: 'access' })
    setPlane(b, { management: 'access' })
    sync(a, b)
    expect(modelOf(b).meta.policy.planes).toMatchObject({
      user: 'access',
      management: 'access',
      control: 'access',
    })
    expect(modelOf(a).meta).toEqual(modelOf(b).meta)
  })

  test('add to what one mitigation treats', () => {
    const [a, b] = twoPeers()
    a.edit('Treat', (editor) => editor.set('mitigations', 'm1', { treats: ['r1'] }))
    b.edit('Treat', (editor) => editor.set('mitigations', 'm1', { treats: ['r2'] }))
    sync(a, b)
    expect(mitigation(a)?.treats).toEqual(['r1', 'r2'])
    a.undo()
    sync(a, b)
    expect(mitigation(b)?.treats).toEqual(['r2'])
  })

  test('take one entry each from what a mitigation covers: it covers nothing, not everything', () => {
    const [a, b] = twoPeers()
    a.edit('Narrow', (editor) => editor.set('mitigations', 'm1', { on: [{ component: 'c2' }] }))
    b.edit('Narrow', (editor) => editor.set('mitigations', 'm1', { on: [{ component: 'c1' }] }))
    sync(a, b)
    expect(mitigation(a)).toBeUndefined()
    a.undo()
    sync(a, b)
    expect(mitigation(b)?.on).toEqual([{ component: 'c1' }])
  })

  test('widen a mitigation to everything and narrow it elsewhere: the narrower holds', () => {
    const [a, b] = twoPeers()
    a.edit('Everything', (editor) => editor.set('mitigations', 'm1', { on: [] }))
    expect(mitigation(a)?.on).toEqual([])
    b.edit('Another', (editor) =>
      editor.set('mitigations', 'm1', { on: [{ component: 'c1' }, { component: 'c2' }, { segment: 's1' }] }),
    )
    sync(a, b)
    // The segment does not exist: what it names is dropped, and nothing else is named any more.
    expect(mitigation(a)).toBeUndefined()
    expect(modelOf(a)).toEqual(modelOf(b))
  })

  test('[MO6] reply to a comment that is being deleted: the reply stays, in its place', () => {
    const [a, b] = twoPeers()
    const first = recordOf('comments', { id: 'k1', on: { component: 'c1' }, text: 'Why?' })
    a.edit('Comment', (editor) => editor.create('comments', first))
    sync(a, b)
    a.edit('Delete', (editor) => editor.remove('comments', 'k1'))
    b.edit('Reply', (editor) =>
      editor.create('comments', recordOf('comments', { id: 'k2', thread: 'k1', text: 'Because.' })),
    )
    sync(a, b)
    expect(modelOf(a).comments).toMatchObject([{ id: 'k2', thread: null, on: { component: 'c1' } }])
    expect(modelOf(b)).toEqual(modelOf(a))
    a.undo()
    sync(a, b)
    expect(modelOf(b).comments).toMatchObject([
      { id: 'k1', thread: null },
      { id: 'k2', thread: 'k1' },
    ])
  })

  test('[MO6] comment on a component that is being deleted: the comment stays, where that was', () => {
    const [a, b] = twoPeers()
    a.edit('Move', (editor) => editor.set('components', 'c1', { pos: [30, 40] }))
    sync(a, b)
    a.edit('Delete', (editor) => editor.remove('components', 'c1'))
    b.edit('Comment', (editor) =>
      editor.create('comments', recordOf('comments', { id: 'k1', on: { component: 'c1' }, text: 'Why?' })),
    )
    sync(a, b)
    expect(modelOf(a).comments).toMatchObject([{ id: 'k1', on: { component: 'c1' }, at: [30, 40] }])
    expect(modelOf(b)).toEqual(modelOf(a))
  })

  test('edit one comment', () => {
    const [a, b] = twoPeers()
    const edit = (board: BoardDoc, text: string) =>
      board.edit('Edit', (editor) => editor.set('comments', 'k1', { text }))
    a.edit('Comment', (editor) =>
      editor.create('comments', recordOf('comments', { id: 'k1', text: 'Is it so?' })),
    )
    sync(a, b)
    edit(a, 'Is it really so?')
    edit(b, 'Is it so? And why?')
    sync(a, b)
    expect(recordIn(modelOf(b), 'comments', 'k1')?.text).toBe('Is it really so? And why?')
  })
})
