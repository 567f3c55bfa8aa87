import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareCodeUnits } from '../../core/model/order.ts'
import { filterRows, sortRows } from './rows.ts'

test('texts sort without regard to case, numbers by size, numbers before texts', () => {
  const keys = ['b', 10, 'A', 9]
  expect(sortRows(keys, (key) => key, false)).toEqual([9, 10, 'A', 'b'])
  expect(sortRows(keys, (key) => key, true)).toEqual(['b', 'A', 10, 9])
})

test('equal rows keep their order, either way', () => {
  const rows = [
    { id: 1, key: 'x' },
    { id: 2, key: 'X' },
    { id: 3, key: 'a' },
  ]
  expect(sortRows(rows, ({ key }) => key, false).map(({ id }) => id)).toEqual([3, 1, 2])
  expect(sortRows(rows, ({ key }) => key, true).map(({ id }) => id)).toEqual([1, 2, 3])
})

test('sorting loses no row and makes none up', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer(), fc.string())), fc.boolean(), (keys, descending) => {
      const sorted = sortRows(keys, (key) => key, descending)
      expect(sorted.map(String).toSorted(compareCodeUnits)).toEqual(
        keys.map(String).toSorted(compareCodeUnits),
      )
    }),
  )
})

test('a row is found by all words of the query, in any order and case', () => {
  const rows = ['Builds cannot be reproduced, CoreX of Acme', 'Weak update channel, all of Acme']
  const textOf = (row: string) => row
  expect(filterRows(rows, textOf, 'acme BUILDS')).toEqual([rows[0]])
  expect(filterRows(rows, textOf, ' acme ')).toEqual(rows)
  expect(filterRows(rows, textOf, 'acme bolt')).toEqual([])
  expect(filterRows(rows, textOf, '')).toBe(rows)
})
