import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveInGrid, nextEditable, rangeOf } from './grid-keys.ts'
import { compareKeys, holdsWords } from './rows.ts'

test('texts sort without regard to case, numbers by size, numbers before texts', () => {
  expect(['b', 10, 'A', 9].sort(compareKeys)).toEqual([9, 10, 'A', 'b'])
  expect(compareKeys('x', 'X')).toBe(0)
})

test('a row is found by all words of the query, in any order and case', () => {
  const row = 'Builds cannot be reproduced, CoreX of Acme'
  expect(holdsWords(row, 'acme BUILDS')).toBe(true)
  expect(holdsWords(row, ' acme ')).toBe(true)
  expect(holdsWords(row, 'acme bolt')).toBe(false)
  expect(holdsWords(row, '')).toBe(true)
})

test('no key leads out of a grid', () => {
  const keys = fc.constantFrom(
    'ArrowDown',
    'ArrowUp',
    'ArrowLeft',
    'ArrowRight',
    'PageDown',
    'PageUp',
    'Home',
    'End',
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.boolean())), fc.integer({ min: 1, max: 40 }), (pressed, rows) => {
      let at = { row: 0, column: 0 }
      for (const [key, mod] of pressed) at = moveInGrid(at, key, mod, { rows, columns: 5 }) ?? at
      expect(at.row).toBeGreaterThanOrEqual(0)
      expect(at.row).toBeLessThan(rows)
      expect(at.column).toBeGreaterThanOrEqual(0)
      expect(at.column).toBeLessThan(5)
    }),
  )
  expect(moveInGrid({ row: 3, column: 2 }, 'End', true, { rows: 9, columns: 4 })).toEqual({
    row: 8,
    column: 3,
  })
  expect(moveInGrid({ row: 0, column: 0 }, 'ArrowDown', false, { rows: 0, columns: 4 })).toBeNull()
  expect(moveInGrid({ row: 0, column: 0 }, 'x', false, { rows: 3, columns: 4 })).toBeNull()
})

test('Tab goes from one editable cell to the next, over the ends of rows and the heads of groups', () => {
  const rows =
    (...lines: readonly boolean[]) =>
    (line: number) =>
      lines[line]
  expect(nextEditable({ row: 0, column: 1 }, 1, [1, 4], rows(true, true))).toEqual({ row: 0, column: 4 })
  expect(nextEditable({ row: 0, column: 4 }, 1, [1, 4], rows(true, true))).toEqual({ row: 1, column: 1 })
  expect(nextEditable({ row: 1, column: 4 }, 1, [1, 4], rows(true, true))).toBeNull()
  expect(nextEditable({ row: 1, column: 1 }, -1, [1, 4], rows(true, true))).toEqual({ row: 0, column: 4 })
  expect(nextEditable({ row: 0, column: 1 }, -1, [1, 4], rows(true, true))).toBeNull()
  const grouped = rows(false, true, false, false, true)
  expect(nextEditable({ row: 1, column: 4 }, 1, [1, 4], grouped)).toEqual({ row: 4, column: 1 })
  expect(nextEditable({ row: 1, column: 1 }, -1, [1, 4], grouped)).toBeNull()
})

test('a range goes either way and holds both ends', () => {
  const ids = ['a', 'b', 'c', 'd']
  expect(rangeOf(ids, 'c', 'a')).toEqual(['a', 'b', 'c'])
  expect(rangeOf(ids, null, 'b')).toEqual(['b'])
  expect(rangeOf(ids, 'gone', 'b')).toEqual(['b'])
  expect(rangeOf(ids, 'a', 'gone')).toEqual([])
})
