import { expect, test } from 'vitest'
import { asPlannedOn, onDay } from './day-words.ts'

test('[PR5] what is moved to a day says that it is as planned, and what is of today says nothing', () => {
  expect(asPlannedOn('2027-03-01')).toBe('As planned on 2027-03-01')
  expect(onDay('Removed', '2027-03-01')).toBe('Removed, as planned on 2027-03-01')
  expect(onDay('Removed', null)).toBe('Removed')
})
