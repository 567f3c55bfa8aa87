import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../model/records.ts'
import { EFFECTS, PROPAGATIONS } from '../../model/terms.ts'
import { LIBRARY_LIMITS, readLibrary, writeLibrary } from './library.ts'
import { planTakeOver } from './take-over.ts'

const entry = (fields: Partial<Entry> & { id: string }): Entry => ({
  of: 'risk',
  title: '',
  description: '',
  propagation: null,
  effect: null,
  references: [],
  source: '',
  ...fields,
})

const anyEntry: fc.Arbitrary<Entry> = fc.record({
  id: fc.stringMatching(/^[A-Za-z0-9._:-]{1,12}$/).filter((id) => id !== '__proto__'),
  of: fc.constantFrom('risk' as const, 'mitigation' as const),
  title: fc.string({ unit: 'grapheme' }),
  description: fc.string(),
  propagation: fc.option(fc.constantFrom(...PROPAGATIONS)),
  effect: fc.option(fc.constantFrom(...EFFECTS)),
  references: fc.array(fc.string(), { maxLength: 3 }),
  source: fc.string(),
})
const anyEntries = fc.uniqueArray(anyEntry, { selector: ({ id }) => id, maxLength: 8 })

const fileOf = (entries: unknown, more: object = {}) =>
  JSON.stringify({ format: 'ringfence-library', version: 1, entries, ...more })
const problemsOf = (text: string) => {
  const read = readLibrary(text)
  return read.ok ? [] : read.problems.map(({ code, at }) => `${code} ${at}`)
}

test('what is written is read back, and the same entries give the same bytes', () => {
  fc.assert(
    fc.property(anyEntries, (entries) => {
      const text = writeLibrary(entries)
      expect(text).toBe(writeLibrary(entries.toReversed()))
      const read = readLibrary(text)
      expect(read.ok && writeLibrary(read.value)).toBe(text)
      expect(read.ok && read.value).toEqual(entries.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    }),
  )
})

test('a field that this version does not know is kept', () => {
  const text = fileOf([{ id: 'e1', of: 'risk', 'x-own': [1] }])
  const read = readLibrary(text)
  expect(read.ok && writeLibrary(read.value)).toContain('"x-own"')
})

test('reading never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((value) => fileOf(value)),
        fc.jsonValue().map((value) => fileOf([value])),
      ),
      (text) => {
        const read = readLibrary(text)
        if (!read.ok) for (const problem of read.problems) expect(problem.at).not.toBe('')
      },
    ),
  )
})

test('a refusal names what is wrong and where', () => {
  expect(problemsOf('{')).toEqual(['not-json line 1, column 2'])
  expect(problemsOf('{"format":"ringfence","version":1}')).toEqual(['not-ringfence format'])
  expect(problemsOf(fileOf([], { version: 2 }))).toEqual(['newer-version version'])
  expect(problemsOf(fileOf([], { version: '1' }))).toEqual(['bad-version version'])
  expect(problemsOf(fileOf({}))).toEqual(['wrong-type entries'])
  expect(problemsOf('{"format":"ringfence-library","version":1}')).toEqual(['missing entries'])
  expect(problemsOf(fileOf([{ id: 'e1', of: 'check' }]))).toEqual(['wrong-value entries[0].of'])
  expect(problemsOf(fileOf([entry({ id: 'e1' }), entry({ id: 'e1' })]))).toEqual([
    'duplicate-id entries[1].id',
  ])
  expect(problemsOf(fileOf([{ ...entry({ id: 'e1' }), deleted: true }]))).toEqual([
    'reserved-field entries[0].deleted',
  ])
  const long = 'x'.repeat(LIBRARY_LIMITS.text + 1)
  expect(problemsOf(fileOf([entry({ id: 'e1', title: long })]))).toEqual(['too-large entries[0]'])
  const many = Array.from({ length: LIBRARY_LIMITS.entries + 1 }, (_, index) => entry({ id: `e${index}` }))
  expect(problemsOf(fileOf(many))).toEqual(['too-large entries'])
})

test('what is there already is skipped, what says something else by the same id gets a new one', () => {
  const there = [entry({ id: 'e1', title: 'Mine' })]
  const coming = [
    entry({ id: 'e1', title: 'Theirs' }),
    entry({ id: 'e9', title: 'Mine' }),
    entry({ id: 'c1', title: 'By the id of a component' }),
    entry({ id: 'e2', title: 'New' }),
  ]
  const ids = ['n1', 'n2']
  const plan = planTakeOver(
    there,
    coming,
    (id) => id === 'c1',
    () => ids.shift() ?? '',
  )
  expect(plan).toMatchObject({ renamed: 2, skipped: 1 })
  expect(plan.created.map(({ id, title }) => `${id} ${title}`)).toEqual([
    'n1 Theirs',
    'n2 By the id of a component',
    'e2 New',
  ])
})

test('taking a file over twice brings nothing new', () => {
  fc.assert(
    fc.property(anyEntries, anyEntries, (there, coming) => {
      let drawn = 0
      const makeId = () => `new:${drawn++}:${'x'.repeat(20)}`
      const first = planTakeOver(there, coming, () => false, makeId)
      expect(first.created.length + first.skipped).toBe(coming.length)
      const after = [...there, ...first.created]
      expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
      expect(planTakeOver(after, coming, () => false, makeId).created).toEqual([])
    }),
  )
})
