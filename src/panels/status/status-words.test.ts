import { expect, test } from 'vitest'
import type { CoverageState } from '../../core/analysis/result.ts'
import { answerFor } from '../../core/analysis/testing/answer.ts'
import { normalisedOf } from '../../core/analysis/testing/model-of.ts'
import { SCENARIOS } from '../../core/model/terms.ts'
import { counted, coverageInWords, scenarioInWords } from './status-words.ts'

test('coverage is the fraction of which the analysis gives the share', () => {
  const { model, ...rest } = normalisedOf({
    components: [
      { id: 'a', criticality: 'critical' },
      { id: 'b', criticality: 'low' },
      { id: 'c', criticality: 'low' },
    ],
    risks: [
      { id: 'r1', on: { component: 'a' }, propagation: 'foothold' },
      { id: 'r2', on: { component: 'b' }, propagation: 'foothold' },
      { id: 'r3', on: { component: 'c' }, propagation: 'weakness', status: 'closed', rationale: 'Gone' },
    ],
  })
  const { coverage } = answerFor({ model, ...rest }, { date: '2026-01-01' })
  expect(coverage.share).toBe(0.5)
  expect(coverageInWords(coverage, model.risks.length)).toBe('1 of 2 risk instances covered')
})

test('where there is nothing to cover, that is what is said', () => {
  const one = (state: CoverageState | null) => ({ count: (of: CoverageState) => Number(of === state) })
  expect(coverageInWords(one(null), 0)).toBe('no risks recorded')
  expect(coverageInWords(one(null), 2)).toBe('nothing to cover')
  expect(coverageInWords(one('closed'), 1)).toBe('nothing to cover')
  expect(coverageInWords(one('planned'), 1)).toBe('0 of 1 risk instance covered')
})

test('[AN13] with something tried, coverage is told as it stands and with that', () => {
  const board = normalisedOf({
    components: [
      { id: 'a', criticality: 'critical' },
      { id: 'b', criticality: 'critical' },
    ],
    risks: [
      { id: 'r1', on: { component: 'a' }, propagation: 'foothold' },
      { id: 'r2', on: { component: 'b' }, propagation: 'foothold' },
    ],
    mitigations: [{ id: 'm', effect: 'removes-risk', treats: ['r1'], on: [], status: 'planned' }],
  })
  const coverageOf = (switched: [string, boolean][]) =>
    answerFor(board, { date: '2026-01-01', switched: new Map(switched) }).coverage
  const before = coverageOf([])
  expect(coverageInWords(before, 2, coverageOf([['m', true]]))).toBe('0 → 1 of 2 risk instances covered')
  expect(coverageInWords(before, 2, before)).toBe('0 of 2 risk instances covered')
})

test('one is counted without an s', () => {
  expect([counted(1, 'link'), counted(0, 'link'), counted(2, 'entry', 'entries')]).toEqual([
    '1 link',
    '0 links',
    '2 entries',
  ])
})

test('[AN1] every scenario but the current one says what sets it apart', () => {
  expect(SCENARIOS.map(scenarioInWords)).toEqual([
    'Inherent scenario: no measure counts',
    'Assured scenario: only verified measures count',
    'Current scenario',
    'Target scenario: planned measures count',
  ])
})
