import { expect, test } from 'vitest'
import { percentOf } from './percent.ts'

test('a share is told to a tenth where it is no whole number', () => {
  expect([0.35, 1 / 3, 0, 1, 0.07].map((share) => percentOf(share))).toEqual(['35', '33.3', '0', '100', '7'])
})

test('rounding never hides on which side of the cap a share is', () => {
  expect(percentOf(0.3504, 35)).toBe('35.04')
  expect(percentOf(0.3496, 35)).toBe('34.96')
  expect(percentOf(0.350001, 35)).toBe('35.0001')
  expect(percentOf(1 / 3, 33.33)).toBe('33.333')
  expect(percentOf(0.35, 35)).toBe('35')
  expect(percentOf(7 / 20, 35)).toBe('35')
  expect(percentOf(0.335, 33.5)).toBe('33.5')
  expect(percentOf(0.5123, 35)).toBe('51.2')
})
