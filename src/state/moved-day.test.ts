import { expect, test } from 'vitest'
import type { AnalysisState } from './analysis-store.ts'
import { movedDayOf, todayOf } from './moved-day.ts'

const of = (result: string | null, before: string | null = null) =>
  ({
    result: result === null ? null : { date: result },
    before: before === null ? null : { result: { date: before }, routes: null },
  }) as Pick<AnalysisState, 'result' | 'before'>

test('[PR5] an answer says which day it is of, and today stays today', () => {
  const answers = [
    of(null),
    of('2026-11-23'),
    // A trial is of today.
    of('2026-11-23', '2026-11-23'),
    of('2027-03-01', '2026-11-23'),
  ]
  expect(answers.map(movedDayOf)).toEqual([null, null, null, '2027-03-01'])
  expect(answers.map(todayOf)).toEqual([null, '2026-11-23', '2026-11-23', '2026-11-23'])
})
