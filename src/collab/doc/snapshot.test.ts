import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { recordIn } from '../../core/model/lookup.ts'
import { normalise } from '../../core/model/normalise.ts'
import { parseModel } from '../../core/model/parse.ts'
import { serialiseModel } from '../../core/model/serialise.ts'
import { recordOf, sampleModel } from '../../core/model/testing/sample.ts'
import type { Model } from '../../core/model/records.ts'
import { openBoardDoc } from './board-doc.ts'
import { HEADER } from './shape.ts'
import { isNewerDocument, modelOfDocument, seedDocument } from './snapshot.ts'

function seeded(model: Model): Y.Doc {
  const doc = new Y.Doc()
  seedDocument(doc, model, 'epoch-1')
  return doc
}

const record = (doc: Y.Doc, kind: string, id: string) =>
  doc.getMap<Y.Map<unknown>>(kind).get(id) as Y.Map<unknown>
const roundTrip = (doc: Y.Doc) => parseModel(serialiseModel(modelOfDocument(doc).model))

const full = sampleModel({
  meta: { title: 'Full', description: 'Words.', jurisdiction: 'UK' },
  segments: [{ id: 's1', name: 'Core', kind: 'core-5g', pos: [1, 2], size: [3, 4] }],
  vendors: [{ id: 'v1', name: 'Acme', restricted: true }],
  components: [{ id: 'c1', name: 'AMF', segment: 's1', vendor: 'v1', ownField: { a: [1, null] } }],
  links: [{ id: 'l1', from: 'c1', to: 'c1' }],
  risks: [
    { id: 'r1', on: { vendor: 'v1', product: 'X', why: 'kept' }, rationale: 'R', evidence: ['a', { b: 1 }] },
  ],
  mitigations: [
    { id: 'm1', treats: ['r1'], on: [{ note: 'kept', segment: 's1' }, { link: 'l1' }] },
    { id: 'm2', on: [] },
  ],
  notes: [{ id: 'n1', text: 'Note' }],
  comments: [{ id: 'k1', text: 'own fields only' }],
  reviews: [{ id: 'w1' }],
})

describe('a document', () => {
  test('holds a whole model, with what this version does not know', () => {
    const model = { ...full, 'x-tool': { anything: ['kept'] } } as Model
    expect(modelOfDocument(seeded(model))).toEqual({ model, setAside: [] })
  })

  test('holds unknown fields whatever their names, also those that every object has', () => {
    const own = { constructor: { constructor: [1] }, toString: 1, hasOwnProperty: null }
    const model = sampleModel({
      components: [{ id: 'c1', own }],
      risks: [{ id: 'r1', on: { component: 'c1', constructor: 1 } }],
    })
    Object.assign(model, own)
    Object.assign(model.meta, { own })
    Object.assign(model.meta.policy, { own })
    Object.assign(model.meta.policy.planes, { own })
    expect(modelOfDocument(seeded(model))).toEqual({ model, setAside: [] })
  })

  test('has the shape that is promised: maps of maps by kind, geometry as one value, long text as shared text', () => {
    const doc = seeded(full)
    expect(record(doc, 'components', 'c1').get('pos')).toEqual([0, 0])
    expect(record(doc, 'segments', 's1').get('size')).toEqual([3, 4])
    expect(record(doc, 'risks', 'r1').get('rationale')).toBeInstanceOf(Y.Text)
    expect(doc.getMap('meta').get('title')).toBe('Full')
    expect(doc.getMap('ringfence').toJSON()).toMatchObject({ version: 1, epoch: 'epoch-1' })
  })

  test('a drag costs one small update', () => {
    const doc = seeded(full)
    const board = openBoardDoc(doc)
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    board.edit('Move', (editor) => editor.set('components', 'c1', { pos: [400, 300], segment: 's1' }))
    expect(updates.map(({ length }) => length <= 512)).toEqual([true])
  })

  test('leaves deleted records out, and puts what lay in a deleted segment where it stood', () => {
    const doc = seeded(full)
    openBoardDoc(doc).edit('Delete', (editor) => editor.remove('segments', 's1'))
    const { model } = modelOfDocument(doc)
    expect(model.segments).toEqual([])
    expect(recordIn(model, 'components', 'c1')).toMatchObject({ segment: null, pos: [1, 2] })
  })
})

test('a document says when a newer Ringfence has written it', () => {
  const doc = seeded(full)
  expect(isNewerDocument(doc)).toBe(false)
  doc.getMap(HEADER).set('version', 2)
  expect(isNewerDocument(doc)).toBe(true)
})

describe('whatever a peer has written', () => {
  const hostile: [string, (doc: Y.Doc) => void][] = [
    ['a record that is no map', (doc) => doc.getMap<unknown>('components').set('c9', 'text')],
    [
      'a record under an id that no file may have',
      (doc) => doc.getMap('components').set('no id!', new Y.Map()),
    ],
    ['a record called __proto__', (doc) => doc.getMap('vendors').set('__proto__', new Y.Map())],
    [
      'a field called __proto__',
      (doc) => record(doc, 'components', 'c1').set('__proto__', { polluted: true }),
    ],
    ['a big integer', (doc) => record(doc, 'components', 'c1').set('x', 10n)],
    ['bytes', (doc) => record(doc, 'components', 'c1').set('x', new Uint8Array([1, 2]))],
    ['undefined', (doc) => record(doc, 'components', 'c1').set('x', undefined)],
    ['numbers that are none', (doc) => record(doc, 'components', 'c1').set('pos', [Number.NaN, Infinity])],
    ['a place beyond all canvases', (doc) => record(doc, 'segments', 's1').set('pos', [1e308, 1e308])],
    ['a value nested without end', (doc) => record(doc, 'components', 'c1').set('x', nested(500))],
    ['maps nested without end', (doc) => record(doc, 'components', 'c1').set('x', nestedMaps(100))],
    ['a flag that is no flag', (doc) => record(doc, 'components', 'c1').set('deleted', 'perhaps')],
    ['another id inside a record', (doc) => record(doc, 'components', 'c1').set('id', 'c2')],
    ['a name that is a list', (doc) => record(doc, 'components', 'c1').set('name', new Y.Array())],
    [
      'a risk on two things',
      (doc) => record(doc, 'risks', 'r1').set('on', { vendor: 'v1', component: 'c1' }),
    ],
    [
      'a mitigation with a list of plain text',
      (doc) => record(doc, 'mitigations', 'm1').set('on', 'everything'),
    ],
    ['a mitigation without anything', (doc) => doc.getMap('mitigations').set('m9', new Y.Map())],
    [
      'a treated risk that is no id',
      (doc) => (record(doc, 'mitigations', 'm1').get('treats') as Y.Map<number>).set('?', 1),
    ],
    [
      'a cover that is no subject',
      (doc) => (record(doc, 'mitigations', 'm1').get('on') as Y.Map<number>).set('zone:z', 1),
    ],
    ['a policy that is text', (doc) => doc.getMap('meta').set('policy', 'none')],
    ['a title that is a number', (doc) => doc.getMap('meta').set('title', 5)],
    [
      'a header that is nonsense',
      (doc) => doc.getMap('ringfence').set('unknown', { components: 'x', format: 'y' }),
    ],
  ]

  test.each(hostile)('%s: the board opens, and its file can be read again', (_, write) => {
    const doc = seeded(full)
    write(doc)
    const read = roundTrip(doc)
    expect(read).toMatchObject({ ok: true })
    if (read.ok) expect(normalise(read.value).setAside).toEqual([])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('a mitigation that lost its cover is set aside, not spread over everything', () => {
    const doc = seeded(full)
    for (const key of ['segment:s1', 'link:l1'])
      (record(doc, 'mitigations', 'm1').get('on') as Y.Map<number>).delete(key)
    const { model, setAside } = modelOfDocument(doc)
    expect(recordIn(model, 'mitigations', 'm1')).toBeUndefined()
    expect(setAside.map(({ id }) => id)).toEqual(['m1'])
    expect(recordIn(model, 'mitigations', 'm2')?.on).toEqual([])
  })

  test('a damaged policy falls back field by field', () => {
    const doc = seeded(full)
    const board = openBoardDoc(doc)
    board.edit('Policy', (editor) => editor.setMeta({ policy: { scenario: 'inherent', access: 'assume' } }))
    ;(doc.getMap('meta').get('policy') as Y.Map<unknown>).set('access', 'nobody')
    expect(modelOfDocument(doc).model.meta.policy).toMatchObject({ scenario: 'inherent', access: 'weakness' })
  })
})

test('an unreadable field of a risk counts as the worst', () => {
  const doc = seeded({
    ...full,
    risks: [recordOf('risks', { id: 'r1', on: { vendor: 'v1' }, likelihood: 1 })],
  })
  record(doc, 'risks', 'r1').set('likelihood', 'never')
  record(doc, 'risks', 'r1').set('status', 'gone')
  const { model, setAside } = modelOfDocument(doc)
  expect(recordIn(model, 'risks', 'r1')).toMatchObject({ likelihood: 5, status: 'open' })
  expect(setAside).toHaveLength(2)
})

function nested(levels: number): unknown {
  let value: unknown = 'end'
  for (let level = 0; level < levels; level++) value = [value]
  return value
}

function nestedMaps(levels: number): Y.Map<unknown> {
  const outer = new Y.Map<unknown>()
  let inner = outer
  for (let level = 0; level < levels; level++) {
    const next = new Y.Map<unknown>()
    inner.set('in', next)
    inner = next
  }
  return outer
}
