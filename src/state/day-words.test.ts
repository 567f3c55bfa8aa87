import { expect, test } from 'vitest'
import { asPlannedOn, dayInWords, onDay } from './day-words.ts'

test('a day is told the same in any time zone', () => {
  expect([dayInWords('2027-03-01'), dayInWords('2026-12-31')]).toEqual(['1 Mar 2027', '31 Dec 2026'])
})

test('[PR5] what is moved to a day says that it is as planned, and what is of today says nothing', () => {
  expect(asPlannedOn('2027-03-01')).toBe('As planned on 1 Mar 2027')
  expect(onDay('Removed', '2027-03-01')).toBe('Removed, as planned on 1 Mar 2027')
  expect(onDay('Removed', null)).toBe('Removed')
})
