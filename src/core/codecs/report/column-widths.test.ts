import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { widthOf } from '../svg/measure.ts'
import { columnWidths } from './column-widths.ts'
import { column, table } from './document.ts'

const SIZE = 7.5

test('columns fill their room, and none is less than nothing', () => {
  const cells = fc.array(fc.tuple(fc.string(), fc.string(), fc.integer()))
  fc.assert(
    fc.property(cells, fc.integer({ min: 10, max: 900 }), (rows, room) => {
      const widths = columnWidths(
        table('', [column('Name', 30), column('Until', 4), column('Number', 8, 'number')], rows),
        room,
        SIZE,
      )
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(room, 5)
      for (const width of widths) expect(width).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a date is not broken where a wider column can give way', () => {
  const some = table('', [column('Name', 80), column('Due', 4)], [['Rebuild by ourselves', '2027-09-30']])
  const [, due] = columnWidths(some, 300, SIZE)
  expect(due).toBeGreaterThanOrEqual(widthOf('2027-09-30', SIZE, 'regular') - 1e-9)
})

test('where all have room for their words they are as wide to each other as they say', () => {
  const widths = columnWidths(table('', [column('A', 1), column('B', 3)], [['x', 'y']]), 400, SIZE)
  expect(widths).toEqual([100, 300])
})
