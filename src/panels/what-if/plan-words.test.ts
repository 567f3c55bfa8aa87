import { expect, test } from 'vitest'
import { NO_PLAN } from '../../state/analysis-store.ts'
import { planInWords, planStateInWords, proofInWords } from './plan-words.ts'

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

test('[AN13] it is said how it stands with a plan, and that one is of an earlier board', () => {
  const found = planInWords(plan)
  const says = (state: Partial<typeof NO_PLAN>, hasFailed = false) =>
    planStateInWords({ ...NO_PLAN, ...state }, hasFailed)
  expect(says({})).toContain('The least effort')
  expect(says({ searching: true })).toBe('Searching…')
  expect(says({ isOld: true })).toBe('The board changed before a plan was found.')
  expect(says({ failed: 'Stopped.' })).toBe('No plan could be found: Stopped.')
  expect(says({}, true)).toBe('The analysis failed, so no plan can be sought.')
  expect(says({ plan })).toBe(found)
  expect(says({ plan }, true)).toBe(found)
  expect(says({ plan, searching: true })).toBe(
    `The best so far; still looking for less, or a proof… ${found}`,
  )
  expect(says({ plan, isOld: true })).toBe(`For the board as it was before the last change: ${found}`)
  expect(says({ plan, failed: 'Stopped.' })).toBe(`${found} The search for less ended early: Stopped.`)
})
