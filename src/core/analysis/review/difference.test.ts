import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { normalisedOf } from '../testing/model-of.ts'
import { differenceBetween } from './difference.ts'

const board = (parts: Parameters<typeof normalisedOf>[0]) => normalisedOf(parts).model

test('[MO7] what was added, removed and changed is named, layout and notes are left out', () => {
  const before = board({
    components: [
      { id: 'a', name: 'AMF 1', function: 'amf' },
      { id: 'b', name: 'gNB 1', pos: [0, 0] },
    ],
    links: [{ id: 'l', from: 'b', to: 'a', interface: 'n2' }],
    notes: [{ id: 'n', text: 'before' }],
  })
  const after = board({
    components: [
      { id: 'a', name: 'AMF 2', function: 'amf' },
      { id: 'b', name: 'gNB 1', pos: [500, 0] },
      { id: 'c', name: 'SMF 1' },
    ],
    notes: [{ id: 'n', text: 'after' }],
  })
  const told = differenceBetween(before, after).map(({ of, what, name, fields }) => ({
    of,
    what,
    name,
    fields,
  }))
  expect(told).toEqual([
    {
      of: 'components',
      what: 'changed',
      name: 'AMF 2',
      fields: [{ field: 'name', before: 'AMF 1', after: 'AMF 2' }],
    },
    { of: 'components', what: 'added', name: 'SMF 1', fields: [] },
    { of: 'links', what: 'removed', name: 'N2: gNB 1 ⇄ AMF 1', fields: [] },
  ])
})

test('[AN14] a model differs from itself in nothing, in whatever order its records come', () => {
  fc.assert(
    fc.property(randomRecords, fc.nat(99), (records, seed) => {
      const { model } = normalise(records)
      expect(differenceBetween(model, normalise(reordered(records, seed)).model)).toEqual([])
    }),
  )
})

test('[MO7] a field called as every object has one by nature is told as any other', () => {
  const carrying = (own: object) => board({ segments: [{ id: 's', name: 'Core', 'x-own': own }] })
  const [more, less] = [carrying({ valueOf: false, toString: [1] }), carrying({})]
  const told = (one: typeof more, other: typeof more) =>
    differenceBetween(one, other).flatMap(({ fields }) => fields)
  expect(told(more, less)).toEqual([
    { field: 'x own: to string', before: '1', after: 'not set' },
    { field: 'x own: value of', before: 'no', after: 'not set' },
  ])
  expect(told(less, more).map(({ after }) => after)).toEqual(['1', 'no'])
})

test('[MO7] what is added one way is removed the other way', () => {
  fc.assert(
    fc.property(randomRecords, randomRecords, (one, other) => {
      const [a, b] = [normalise(one).model, normalise(other).model]
      const flipped = { added: 'removed', removed: 'added', changed: 'changed' } as const
      const keys = (list: ReturnType<typeof differenceBetween>, flip: boolean) =>
        list.map(({ of, id, what }) => `${of} ${id} ${flip ? flipped[what] : what}`).sort()
      expect(keys(differenceBetween(b, a), true)).toEqual(keys(differenceBetween(a, b), false))
    }),
  )
})
