import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from './normalise.ts'
import { parseModel } from './parse.ts'
import type { Model } from './records.ts'
import { serialiseModel } from './serialise.ts'
import { randomRecords, reordered } from './testing/random-records.ts'

const fixture = readFileSync(new URL('fixtures/v1.ringfence.json', import.meta.url), 'utf8')

function read(text: string): Model {
  const parsed = parseModel(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

test('a file comes back with every field, known and unknown', () => {
  expect(JSON.parse(serialiseModel(read(fixture)))).toEqual(JSON.parse(fixture))
})

test('what was written reads as the same model and writes as the same text', () => {
  fc.assert(
    fc.property(randomRecords, (records) => {
      const { model } = normalise(records)
      const text = serialiseModel(model)
      expect(normalise(read(text)).model).toEqual(JSON.parse(JSON.stringify(model)))
      expect(serialiseModel(read(text))).toBe(text)
    }),
  )
})

test('neither the order of records nor that of fields shows', () => {
  fc.assert(
    fc.property(randomRecords, fc.nat(), (records, seed) => {
      expect(serialiseModel(reordered(records, seed))).toBe(serialiseModel(records))
    }),
  )
  const backwards = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(backwards)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([name, item]) => [name, backwards(item)]),
    )
  }
  const model = read(fixture)
  expect(serialiseModel(backwards(model) as Model)).toBe(serialiseModel(model))
})

test('fields stand in the order of the schema, unknown ones after them by name', () => {
  const model = read(
    '{"format":"ringfence","version":1,"vendors":[{"z":1,"name":"A","a":2,"id":"v1"}],"zz":1,"aa":2}',
  )
  const written = JSON.parse(serialiseModel(model)) as { vendors: object[] }
  expect(Object.keys(written.vendors[0] ?? {})).toEqual(['id', 'name', 'restricted', 'a', 'z'])
  expect(Object.keys(written).slice(-2)).toEqual(['aa', 'zz'])
  expect(serialiseModel(model).endsWith('}\n')).toBe(true)
})
