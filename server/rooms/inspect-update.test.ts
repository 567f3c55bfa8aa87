import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openBoardDoc } from '../../src/collab/doc/board-doc.ts'
import { seedDocument } from '../../src/collab/doc/snapshot.ts'
import { emptyModel } from '../../src/core/model/records.ts'
import { DEFAULT_LIMITS } from '../config.ts'
import { inspectUpdate } from './inspect-update.ts'

const inspect = (update: Uint8Array) => inspectUpdate(update, DEFAULT_LIMITS)
const updateOf = (change: (doc: Y.Doc) => void) => {
  const doc = new Y.Doc()
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}
const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)])
const inRecord = (value: unknown) => (doc: Y.Doc) => doc.getMap('notes').set('n1', new Y.Map([['x', value]]))

describe('inspectUpdate', () => {
  it('names the operations that create a record', () => {
    const update = updateOf((doc) => {
      seedDocument(doc, emptyModel('A'), 'epoch')
      openBoardDoc(doc).edit('add', (editor) => {
        editor.create('vendors', { id: 'v1', name: 'Acme', restricted: false })
        editor.create('vendors', { id: 'v2', name: 'Ampere', restricted: true })
      })
    })
    expect(inspect(update).creates).toHaveLength(2)
    expect(inspect(Y.encodeStateAsUpdate(new Y.Doc())).creates).toEqual([])
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['another top-level type', (doc) => doc.getMap('elsewhere').set('a', 1)],
    ['a subdocument', inRecord(new Y.Doc())],
    ['XML', inRecord(new Y.XmlElement('b'))],
    ['bytes', inRecord(new Uint8Array([1]))],
    ['bytes in a list', inRecord([new Uint8Array([1])])],
    ['a bigint', inRecord({ a: [1n] })],
    ['a value nested too deeply', inRecord(nested(80))],
    ['a prototype', inRecord(JSON.parse('{"a":{"__proto__":{"b":1}}}'))],
  ])('refuses %s', (_what, change) => {
    expect(() => inspect(updateOf(change))).toThrow(/no board h|not JSON|nested too deeply/)
  })

  it('takes values as deep as a file may hold', () => {
    expect(inspect(updateOf(inRecord(nested(50)))).creates).toHaveLength(1)
  })

  it('refuses operations of no length, which would break the search for others', () => {
    const update = updateOf((doc) => doc.getMap('notes').set('n1', new Y.Map()))
    // One client, one operation at clock 0: a gap filler (GC) of length 0, nothing deleted.
    expect(() => inspect(new Uint8Array([1, 1, 5, 0, 0, 0, 0]))).toThrow(/impossible length/)
    expect(inspect(update).creates).toHaveLength(1)
  })

  it('either reads an update or throws, whatever the bytes', () => {
    const update = updateOf((doc) => {
      seedDocument(doc, emptyModel('Fuzzed'), 'epoch')
      inRecord({ a: [1, 'two', null, true, 0.5] })(doc)
    })
    const flips = fc.array(fc.tuple(fc.nat(update.length - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 8,
    })
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      flips.map((changes) => {
        const copy = update.slice()
        for (const [at, mask] of changes) copy[at] = (copy[at] ?? 0) ^ mask
        return copy
      }),
    )
    fc.assert(
      fc.property(bytes, (damaged) => {
        try {
          return inspect(damaged).creates.length >= 0
        } catch (error) {
          return error instanceof Error
        }
      }),
      { numRuns: 5_000 },
    )
  })
})
