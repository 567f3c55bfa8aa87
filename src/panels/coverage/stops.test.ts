import { expect, test } from 'vitest'
import { stopOf } from './stops.ts'

const DAYS = ['2026-11-23', '2027-01-01', '2027-03-01']

test('a board that is moved stands at the last day on which anything changed', () => {
  expect(
    [null, '2027-01-01', '2027-02-14', '2027-03-01', '2030-01-01'].map((day) => stopOf(DAYS, day)),
  ).toEqual([0, 1, 1, 2, 2])
})

test('a day before all that are left is today', () => {
  expect([stopOf(DAYS, '2026-01-01'), stopOf([], '2027-01-01')]).toEqual([0, 0])
})
