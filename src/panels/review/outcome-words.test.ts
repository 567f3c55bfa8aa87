import { expect, test } from 'vitest'
import type { ReviewOutcome } from '../../core/model/records.ts'
import { recordOf } from '../../core/model/testing/sample.ts'
import { figuresInWords, outcomeChanged, settingInWords } from './outcome-words.ts'

const then: ReviewOutcome = {
  scenario: 'current',
  date: '2026-11-23',
  taken: 2,
  reached: 1,
  covered: 0,
  counted: 1,
}
const review = recordOf('reviews', { id: 'w1', outcome: then })
const now = (outcome: ReviewOutcome | null) => ({ since: { state: 'unchanged' }, outcome }) as const

test('an outcome is told with its figures, its scenario and its day', () => {
  expect(figuresInWords(then)).toBe('2 taken, 1 reached; 0 of 1 risk instance covered')
  expect(settingInWords(then)).toBe('current scenario, 2026-11-23')
})

test('another figure is a change, another day alone is none', () => {
  expect(outcomeChanged(review, now({ ...then, taken: 3 }))).toBe(true)
  expect(outcomeChanged(review, now({ ...then, covered: 1 }))).toBe(true)
  expect(outcomeChanged(review, now({ ...then, date: '2027-01-01' }))).toBe(false)
})

test('nothing is said to have changed that is not known, or was taken back', () => {
  const other = now({ ...then, taken: 3 })
  expect(outcomeChanged(review, undefined)).toBe(false)
  expect(outcomeChanged(review, now(null))).toBe(false)
  expect(outcomeChanged({ ...review, outcome: null }, other)).toBe(false)
  const withdrawn = { by: 'Ada', at: '2026-11-24T09:30:00Z' }
  expect(outcomeChanged({ ...review, withdrawn }, other)).toBe(false)
})
