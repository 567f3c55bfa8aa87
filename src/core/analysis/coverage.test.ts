import { expect, test } from 'vitest'
import type { Scenario } from '../model/terms.ts'
import { analyseCore } from './analyse.ts'
import { sketch, type Sketch } from './testing/sketch.ts'

type Fields = Readonly<Record<string, unknown>>

const coverage = (said: Sketch, scenario: Scenario = 'current') =>
  analyseCore(sketch({ critical: 't', ...said }), { date: '2026-11-23', scenario }).coverage

/** The state of the risk r on a, which leads to t. */
function state(
  risk: Fields,
  mitigations: readonly Fields[] = [],
  scenario: Scenario = 'current',
  links = 'a => t',
) {
  const r = { id: 'r', on: { component: 'a' }, propagation: 'foothold', ...risk }
  const { instances } = coverage({ links, risks: [r], mitigations }, scenario)
  expect(instances.map(({ risk, component }) => [risk, component])).toEqual([['r', 'a']])
  return instances[0]?.state
}

const treat = (status: string, fields: Fields = {}) => ({
  id: `m-${status}`,
  effect: 'governs',
  treats: ['r'],
  on: [],
  status,
  ...fields,
})
const remove = (status: string, fields: Fields = {}) =>
  treat(status, { id: `x-${status}`, effect: 'removes-risk', ...fields })

test.each(['closed', 'not-applicable'])('[CO1] %s, by the status of the risk', (status) => {
  expect(state({ status })).toBe(status)
  expect(state({ status }, [remove('verified')])).toBe(status)
})

test('[CO2] verified before removed, and only where it counts', () => {
  expect(state({}, [remove('verified')])).toBe('verified')
  expect(state({}, [remove('implemented')])).toBe('removed')
  expect(state({}, [remove('implemented'), remove('verified')])).toBe('verified')
  expect(state({}, [remove('implemented'), treat('verified')])).toBe('removed')
  expect(state({}, [remove('planned')], 'target')).toBe('removed')
  expect(state({}, [remove('verified')], 'inherent')).toBe('uncovered')
})

test('[CO2] only where the mitigation covers the component and names the risk', () => {
  expect(state({}, [remove('verified', { on: [{ component: 't' }] })])).toBe('partial')
  expect(state({}, [remove('verified', { treats: [] })])).toBe('uncovered')
})

test('[CO3] contained: live, and not exposed', () => {
  expect(state({}, [], 'current', 't => a')).toBe('contained')
  expect(
    state({}, [{ id: 'm', effect: 'contains-node', on: [{ component: 'a' }], status: 'implemented' }]),
  ).toBe('contained')
  expect(state({ status: 'accepted' }, [], 'current', 't => a')).toBe('contained')
})

test('[CO3] a weakness that nobody can enter is contained', () => {
  expect(state({ propagation: 'weakness' })).toBe('contained')
})

test('[CO3] reached is exposed, as taken is', () => {
  expect(state({}, [], 'current', 'a -> t')).toBe('uncovered')
  expect(state({}, [], 'current', 'a => b, b -> t')).toBe('uncovered')
})

test('[CO4] accepted on the date asked for, before any mitigation', () => {
  const accepted = (acceptedUntil: string | null) =>
    state({ status: 'accepted', acceptedUntil }, [treat('verified')])
  expect(accepted(null)).toBe('accepted')
  expect(accepted('2026-11-23')).toBe('accepted')
  expect(accepted('2026-11-22')).toBe('partial')
})

test('[CO5] partial: a counting mitigation names it, whatever it does', () => {
  for (const effect of ['governs', 'reduces', 'detects', 'recovers']) {
    expect(state({}, [treat('implemented', { effect }), treat('planned')])).toBe('partial')
  }
})

test('[CO6] planned, then proposed', () => {
  expect(state({}, [treat('proposed'), treat('planned')])).toBe('planned')
  expect(state({}, [treat('proposed')])).toBe('proposed')
  expect(state({}, [treat('planned')], 'target')).toBe('partial')
})

test('[CO7] uncovered: exposed, and nothing at all', () => {
  expect(state({})).toBe('uncovered')
  expect(state({}, [treat('rejected')])).toBe('uncovered')
  expect(state({}, [treat('retired')])).toBe('uncovered')
  expect(state({}, [treat('implemented')], 'inherent')).toBe('uncovered')
  expect(state({}, [treat('implemented', { treats: [] })])).toBe('uncovered')
})

test('[CO3] each component where a risk applies is an instance of its own', () => {
  const { instances, share } = coverage({
    links: 'a => t',
    vendors: [{ id: 'v' }],
    components: { a: { vendor: 'v' }, B: { vendor: 'v' }, c: { vendor: 'v' } },
    risks: [
      { id: 'r', on: { vendor: 'v' }, propagation: 'foothold' },
      { id: 'q', on: { component: 'c' }, propagation: 'weakness', status: 'not-applicable' },
      { id: 'd', on: { component: 'c' }, propagation: 'dependency' },
      { id: 'l', on: { component: 'c' }, propagation: 'raises-likelihood' },
    ],
  })
  expect(instances).toEqual([
    { risk: 'q', component: 'c', state: 'not-applicable' },
    { risk: 'r', component: 'B', state: 'contained' },
    { risk: 'r', component: 'a', state: 'uncovered' },
    { risk: 'r', component: 'c', state: 'contained' },
  ])
  expect(share).toBe(2 / 3)
})

test('[CO1] with nothing to cover the share is blank', () => {
  expect(coverage({}).share).toBeNull()
  expect(
    coverage({ risks: [{ id: 'r', on: { component: 'a' }, status: 'closed' }], alone: 'a' }).share,
  ).toBeNull()
})
