import { expect, test } from 'vitest'
import { planInWords, proofInWords } from './plan-words.ts'

const plan = { mitigations: ['a', 'b'], effort: 5, minimal: true, remaining: 0 }

test('[AN13] a plan says whether it is proven, and its bound where it is not', () => {
  expect(proofInWords(plan)).toBe('proven minimal')
  expect(proofInWords({ ...plan, minimal: false, lowerBound: 3 })).toBe('best found, at least 3 is needed')
  expect(proofInWords({ ...plan, minimal: false })).toBe('best found')
})

test('[AN13] a plan says what it takes and what it leaves', () => {
  expect(planInWords(plan)).toBe('2 mitigations, effort 5. No taken exposure would remain.')
  expect(planInWords({ ...plan, mitigations: ['a'], remaining: 1 })).toBe(
    '1 mitigation, effort 5. 1 taken exposure would remain: no mitigation that is proposed or planned here ends it.',
  )
  expect(planInWords({ ...plan, mitigations: [], effort: 0 })).toBe(
    'Nothing is taken, so there is nothing to plan.',
  )
  expect(planInWords({ ...plan, mitigations: [], effort: 0, remaining: 2 })).toBe(
    '2 taken exposures would remain: no mitigation that is proposed or planned here ends them.',
  )
})
