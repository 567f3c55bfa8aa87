import { expect, test } from 'vitest'
import { ago, moment } from './ago.ts'

const now = Date.parse('2026-11-25T12:00:00Z')

test.each([
  ['2026-11-25T12:00:40Z', 'just now'],
  ['2026-11-25T11:59:10Z', 'just now'],
  ['2026-11-25T11:55:00Z', '5 min ago'],
  ['2026-11-25T09:00:00Z', '3 h ago'],
  ['2026-11-24T11:00:00Z', 'yesterday'],
  ['2026-11-21T11:00:00Z', '4 days ago'],
  ['2026-11-03T11:00:00Z', '2026-11-03'],
  [null, 'some time ago'],
  ['soon', 'some time ago'],
])('%s is %s', (time, words) => {
  expect(ago(time, now)).toBe(words)
})

test('a moment that nobody gave is said to be unknown', () => {
  expect(moment(null)).toBe('Nobody said when')
  expect(moment('2026-11-25T12:00:00Z')).toMatch(/25 November 2026/)
})
