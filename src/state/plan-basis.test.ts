import { expect, test } from 'vitest'
import type { Model } from '../core/model/records.ts'
import { type Parts, sampleModel } from '../core/model/testing/sample.ts'
import { isStillFor, type PlanBasis } from './plan-basis.ts'

const parts = {
  components: [{ id: 'a', name: 'A' }, { id: 'b' }],
  links: [{ id: 'l', from: 'a', to: 'b' }],
  risks: [{ id: 'r', on: { component: 'a' } }],
  mitigations: [{ id: 'm', treats: ['r'], on: [] }],
} satisfies Parts
const model = sampleModel(parts)
const basis: PlanBasis = { model, date: '2026-01-01', switched: null }
const holds = (change: Partial<PlanBasis>, from: PlanBasis = basis, plan = ['m', 'n']) =>
  isStillFor(from, { ...from, ...change }, plan)
/** The board with some fields of the first record of a kind changed. */
const withFields = (kind: 'components' | 'links' | 'risks' | 'mitigations', fields: object): Model => ({
  ...model,
  [kind]: model[kind].map((record, place) => (place === 0 ? { ...record, ...fields } : record)),
})

test('a plan outlives what people only read, and where things lie', () => {
  expect(holds({ model: withFields('components', { name: 'Other', pos: [9, 9] }) })).toBe(true)
  expect(holds({ model: withFields('risks', { title: 'T', rationale: 'Why', evidence: ['e'] }) })).toBe(true)
  expect(holds({ model: withFields('mitigations', { owner: 'O', due: '2027-01-01' }) })).toBe(true)
  expect(holds({ model: { ...model, meta: { ...model.meta, title: 'Other' } } })).toBe(true)
  expect(holds({ model: { ...model, notes: [], segments: [] } })).toBe(true)
})

test.each([
  ['effort', withFields('mitigations', { effort: 7 })],
  ['status', withFields('mitigations', { status: 'implemented' })],
  ['a field that nobody has heard of', withFields('links', { mystery: 1 })],
  ['what a link carries', withFields('links', { carries: 'none' })],
  ['a component that is gone', sampleModel({ ...parts, components: [{ id: 'a', name: 'A' }] })],
  ['a component in place of another', sampleModel({ ...parts, components: [{ id: 'a' }, { id: 'c' }] })],
  [
    'the scenario',
    { ...model, meta: { ...model.meta, policy: { ...model.meta.policy, scenario: 'target' as const } } },
  ],
])('a plan does not outlive a change of %s', (_, changed) => {
  expect(holds({ model: changed })).toBe(false)
})

test('a plan is of its day', () => {
  expect(holds({ date: '2026-01-02' })).toBe(false)
})

test('trying all or some of a plan is no change, trying something else is', () => {
  expect(holds({ switched: new Map([['m', true]]) })).toBe(true)
  expect(holds({ switched: new Map([['x', true]]) })).toBe(false)
  expect(holds({ switched: new Map([['m', false]]) })).toBe(false)
  const tried: PlanBasis = { ...basis, switched: new Map([['x', false]]) }
  expect(
    holds(
      {
        switched: new Map([
          ['x', false],
          ['n', true],
        ]),
      },
      tried,
    ),
  ).toBe(true)
  expect(holds({ switched: null }, tried)).toBe(false)
})
