import { describe, expect, test } from 'vitest'
import { makeEngine } from '../analyse.ts'
import { boardResult } from '../board-result.ts'
import { normalisedOf } from '../testing/model-of.ts'
import { parseModel } from '../../model/parse.ts'
import { contentOf } from './content.ts'
import { isSameOutcome, outcomeOf } from './outcome.ts'

/** A manager of one vendor in one segment owns an AMF of another vendor in another; a gNB far off is held, too. */
const parts = {
  segments: [{ id: 'core' }, { id: 'inner', parent: 'core' }, { id: 'office' }, { id: 'field' }],
  vendors: [{ id: 'v1' }, { id: 'v2' }],
  components: [
    { id: 'ems', segment: 'office', vendor: 'v1' },
    { id: 'amf', segment: 'inner', vendor: 'v2', criticality: 'critical' },
    { id: 'gnb', segment: 'field' },
  ],
  links: [{ id: 'l1', from: 'ems', to: 'amf', carries: 'control' }],
  risks: [
    { id: 'r1', on: { vendor: 'v1' }, propagation: 'foothold' },
    { id: 'r2', on: { component: 'gnb' }, propagation: 'foothold' },
  ],
}
const resultOf = (more: object = {}) => {
  const normalised = normalisedOf({ ...parts, ...more })
  return boardResult(makeEngine()(normalised.model, { date: '2026-11-23' }).outcome, normalised)
}
const figures = (...args: Parameters<typeof outcomeOf>) => {
  const outcome = outcomeOf(...args)
  return outcome === null ? null : [outcome.taken, outcome.reached, outcome.covered, outcome.counted]
}

describe('[MO7] the outcome of a scope', () => {
  const result = resultOf()
  test('of the board is all of it, in its scenario on its day', () => {
    expect(outcomeOf(null, result)).toEqual({
      scenario: 'current',
      date: '2026-11-23',
      taken: 1,
      reached: 0,
      covered: 1,
      counted: 2,
    })
  })
  test('has an exposure where its target lies, also further in, and where its shown path begins', () => {
    expect(figures({ segment: 'core' }, result)).toEqual([1, 0, 0, 0])
    expect(figures({ segment: 'office' }, result)).toEqual([1, 0, 0, 1])
    expect(figures({ vendor: 'v2' }, result)).toEqual([1, 0, 0, 0])
    expect(figures({ segment: 'field' }, result)).toEqual([0, 0, 1, 1])
    expect(figures({ segment: 'gone' }, result)).toEqual([0, 0, 0, 0])
  })
  test('of one exposure stands in its content and not beside it', () => {
    expect(outcomeOf({ risk: 'r1', target: 'amf' }, result)).toBeNull()
  })
  test('changes with what lies outside, which changes nothing of the content', () => {
    const later = resultOf({
      links: [{ ...parts.links[0], direction: 'forward' }],
      components: parts.components.map((each) =>
        each.id === 'gnb' ? { ...each, criticality: 'critical' } : each,
      ),
    })
    const [then, now] = [outcomeOf(null, result), outcomeOf(null, later)]
    expect(then !== null && now !== null && isSameOutcome(then, now)).toBe(false)
    const scope = { vendor: 'v2' } as const
    const cut = resultOf({
      mitigations: [
        { id: 'm', effect: 'removes-risk', treats: ['r1'], on: [{ vendor: 'v1' }], status: 'implemented' },
      ],
    })
    expect(figures(scope, cut)).toEqual([0, 0, 0, 0])
    expect(contentOf(cut.coverage.model, scope)).toBe(contentOf(result.coverage.model, scope))
  })
})

test('a sign-off of before outcomes were kept reads, and has none', () => {
  const read = parseModel(
    JSON.stringify({ format: 'ringfence', version: 1, meta: {}, reviews: [{ id: 'w1', content: '{}' }] }),
  )
  expect(read).toMatchObject({ ok: true, value: { reviews: [{ outcome: null }] } })
})
