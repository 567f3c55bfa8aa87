import { expect, test } from 'vitest'
import { riskCategories } from '../../core/catalogue/risks.ts'
import { recordIn } from '../../core/model/lookup.ts'
import {
  acceptanceExpired,
  categoryChoices,
  missingRationale,
  mitigationsOfRisk,
  placesOfRisk,
  subjectChoices,
  subjectsOfComponent,
  subjectsOfVendor,
} from './risk-view.ts'
import { must } from './testing/must.ts'
import { analysed, operator } from './testing/operator.ts'

const BUILD = { id: 'r-build', title: 'Builds', category: 'vr-build', on: { vendor: 'v-acme' } }

test('every category is offered once in its group, and found by any word of it', () => {
  const all = categoryChoices('').flatMap(({ options }) => options)
  expect(all).toHaveLength(riskCategories.length)
  expect(categoryChoices('').map(({ label }) => label)[0]).toBe('Engineering process')
  const [only] = categoryChoices('builds reproduced')
  expect(only?.options.map(({ value }) => value)).toEqual(['vr-build'])
  expect(only?.options[0]?.detail).toMatch(/^Foothold\. /)
})

test('a risk is recorded on the component, its product or its vendor, as far as they are known', () => {
  const model = operator()
  const labels = (id: string) =>
    subjectsOfComponent(model, must(recordIn(model, 'components', id))).map(({ label }) => label)
  expect(labels('c-amf')).toEqual(['AMF 1', 'CoreX of Acme', 'All of Acme'])
  expect(labels('c-smf')).toEqual(['SMF 1', 'All of Bolt'])
})

test('a vendor offers itself and each of its products once', () => {
  expect(subjectsOfVendor(operator(), 'v-acme').map(({ on }) => on)).toEqual([
    { vendor: 'v-acme' },
    { vendor: 'v-acme', product: 'CoreX' },
    { vendor: 'v-acme', product: 'ViewX' },
  ])
  expect(
    subjectChoices(operator(), 'corex').flatMap(({ choices }) => choices.map(({ label }) => label)),
  ).toEqual(['CoreX of Acme'])
})

test('[AN3] a risk is no longer live where a counting mitigation removes it', () => {
  const { model, result } = analysed({
    risks: [BUILD],
    mitigations: [
      {
        id: 'm1',
        title: 'Rebuild',
        control: 'mit-repeatable-build',
        treats: ['r-build'],
        on: [{ component: 'c-amf' }],
        status: 'implemented',
      },
    ],
  })
  expect(placesOfRisk(model, result, must(recordIn(model, 'risks', 'r-build')))).toEqual([
    { component: 'c-mgr', state: 'partial', live: true },
    { component: 'c-amf', state: 'removed', live: false },
  ])
})

test('a closed risk is live nowhere, analysed or not', () => {
  const { model } = analysed({ risks: [{ ...BUILD, status: 'closed', rationale: 'gone' }] })
  const places = placesOfRisk(model, null, must(recordIn(model, 'risks', 'r-build')))
  expect(places.map(({ live }) => live)).toEqual([false, false])
})

test('mitigations of a risk: those that can cut first', () => {
  const model = operator({
    risks: [BUILD],
    mitigations: [
      { id: 'm1', title: 'A watch', control: 'mit-monitoring', treats: ['r-build'], on: [] },
      { id: 'm2', title: 'Rebuild', control: 'mit-repeatable-build', treats: ['r-build'], on: [] },
      { id: 'm3', title: 'Elsewhere', control: 'mit-repeatable-build', treats: [], on: [] },
    ],
  })
  expect(mitigationsOfRisk(model, 'r-build').map(({ mitigation }) => mitigation.id)).toEqual(['m2', 'm1'])
})

test('[CO1] whatever is not open wants a reason', () => {
  expect(missingRationale({ status: 'open', rationale: '' })).toBeNull()
  for (const status of ['accepted', 'closed', 'not-applicable'] as const) {
    expect(missingRationale({ status, rationale: ' ' })).toMatch(/^Say /)
    expect(missingRationale({ status, rationale: 'because' })).toBeNull()
  }
})

test('[AN14] accepted until a day is accepted on that day', () => {
  const risk = must(recordIn(operator({ risks: [BUILD] }), 'risks', 'r-build'))
  const accepted = { ...risk, status: 'accepted', acceptedUntil: '2026-11-23' } as const
  expect(acceptanceExpired(accepted, '2026-11-23')).toBe(false)
  expect(acceptanceExpired(accepted, '2026-11-24')).toBe(true)
  expect(acceptanceExpired({ ...accepted, acceptedUntil: null }, '2026-11-24')).toBe(false)
})
