import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BLANK_COMPONENT, BLANK_LINK } from '../model/blank.ts'
import { Draft } from './draft.ts'
import { foreignOf, packBoard, packRecord, unpackBoard, unpackRecord, withForeign } from './extension.ts'
import { guessFunction, mappingKey, withFunctions, functionsOf } from './guess.ts'
import { READ_LIMITS } from './limits.ts'
import { tally } from './report.ts'
import { TooLarge } from './too-large.ts'
import { randomRecords } from '../model/testing/random-records.ts'
import { normalise } from '../model/normalise.ts'
import { KINDS, type Model } from '../model/records.ts'

test('[EX8] an id of the file is kept where it is one of ours and free, else made from it, the same each time', () => {
  const draft = new Draft('otm')
  expect(draft.id('node', 'a1')).toBe('a1')
  expect(draft.id('edge', 'a1')).toBe('a1-2')
  expect(draft.id('node', 'a1')).toBe('a1')
  expect(draft.id('node', 'Über uns / x')).toBe('ber-uns-x')
  expect(draft.id('node', '')).toBe('x')
  expect(draft.id('node', '__proto__')).not.toBe('__proto__')
})

test('[EX8] of an id of a megabyte only the beginning is looked at', () => {
  expect(new Draft('otm').fresh(`a${'-'.repeat(1_000_000)}b`)).toBe('a')
})

test('[EX1] no more records are begun than a board may have', () => {
  const draft = new Draft('otm')
  for (let nth = 0; nth < READ_LIMITS.records; nth++) draft.id('node', `n${nth}`)
  expect(draft.id('node', 'n0')).toBe('n0')
  expect(() => draft.fresh('one more')).toThrow(TooLarge)
})

test('[EX8] whatever ids a file has, ours are valid and unique', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 80 })), (foreign) => {
      const draft = new Draft('otm')
      const names = [...new Set(foreign)]
      const ids = names.map((name) => draft.id('node', name))
      expect(new Set(ids).size).toBe(names.length)
      for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._:-]{1,64}$/)
    }),
  )
})

test('[EX2] a record that is none, and one that refers to nothing, are told of and left out', () => {
  const draft = new Draft('otm')
  draft.add('components', { ...BLANK_COMPONENT, id: 'c1', name: 'AMF' })
  draft.add('components', { ...BLANK_COMPONENT, id: 'c2', name: 7 as never }, 'node', 'n2')
  draft.add('links', { ...BLANK_LINK, id: 'l1', from: 'c1', to: 'gone' })
  const { model, report } = draft.finish(true)
  expect(model.components.map(({ id }) => id)).toEqual(['c1'])
  expect(model.links).toEqual([])
  expect(tally(report)).toEqual([
    { what: 'node', carried: 0, changed: 0, dropped: 1 },
    { what: 'reference', carried: 0, changed: 0, dropped: 1 },
  ])
})

/** As JSON can say it: without −0. */
const normalised = randomRecords.map(
  (records) => JSON.parse(JSON.stringify(normalise(records).model)) as Model,
)

test('[EX3] a packed record, and a packed board, are unpacked as they were', () => {
  fc.assert(
    fc.property(normalised, (model) => {
      for (const kind of KINDS) {
        for (const record of model[kind]) {
          const packed = JSON.parse(JSON.stringify(packRecord(kind, record as never))) as unknown
          expect(unpackRecord(kind, record.id, packed)).toEqual(record)
        }
      }
      const board = unpackBoard(JSON.parse(JSON.stringify(packBoard(model, KINDS))))
      expect(board?.unreadable).toEqual([])
      expect(board?.meta).toEqual(model.meta)
      for (const kind of KINDS) {
        const records = board?.records.filter((entry) => entry.kind === kind).map(({ record }) => record)
        expect(records).toEqual(model[kind])
      }
    }),
  )
})

test('[EX3] what is packed by nobody we know is nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(() => unpackBoard(value)).not.toThrow()
      expect(unpackBoard({ version: 99, meta: value })).toBeNull()
      for (const kind of KINDS) expect(() => unpackRecord(kind, 'x', value)).not.toThrow()
    }),
  )
})

test('[EX10] what the model has no field for is kept for the format that it came from, and no other', () => {
  const component = withForeign({ ...BLANK_COMPONENT, id: 'c1' }, 'otm', { tags: ['x'] })
  expect(foreignOf(component, 'otm')).toEqual({ tags: ['x'] })
  expect(foreignOf(component, 'tm7')).toEqual({})
  expect(unpackRecord('components', 'c1', packRecord('components', component))).toEqual(component)
})

test('[EX7] a name that is one in the catalogue says the function, a likeness does not', () => {
  expect(
    ['AMF', 'amf', 'AMF 1', 'smf-2', 'free5gc-upf', 'open5gs-amf-1', 'gNodeB'].map(guessFunction),
  ).toEqual(['amf', 'amf', 'amf', 'smf', 'upf', 'amf', 'gnb'])
  expect(guessFunction('webui')).toBe('provisioning-ui')
  expect(
    ['Web server', 'Web UI', 'AMF proxy', 'my-amf', '', '1', 'Process', 'Database'].map(guessFunction),
  ).toEqual(Array(8).fill(null))
})

test('[EX7] what a person said goes before what the name says', () => {
  const element = { component: 'c1', type: 'Process', name: 'AMF 1' }
  const model = {
    ...new Draft('otm').finish(true).model,
    components: [{ ...BLANK_COMPONENT, id: 'c1', name: 'AMF 1' }],
  }
  const given = (mapping: Map<string, string | null>) =>
    withFunctions(model, functionsOf([element], mapping)).components[0]?.function
  expect(given(new Map())).toBe('amf')
  expect(given(new Map([[mappingKey({ type: 'process ', name: 'amf 1' }), 'smf']]))).toBe('smf')
  expect(given(new Map([[mappingKey(element), null]]))).toBeNull()
})
