import { expect, test } from 'vitest'
import { rankedExposures } from '../../commands/exposure.ts'
import { analyseCore } from '../../core/analysis/analyse.ts'
import { normalisedOf, type Parts } from '../../core/analysis/testing/model-of.ts'
import { type Column, exposureRows, hopsInWords, sortRows, whyNothing } from './exposure-rows.ts'

// Acme's manager is held and controls UDM 2; UDM 10 can be talked to from there, the HSS from a held jump host.
const parts: Parts = {
  vendors: [{ id: 'v', name: 'Acme' }],
  components: [
    { id: 'ems', name: 'Manager', vendor: 'v', product: 'Suite', criticality: 'low' },
    { id: 'jump', name: 'Jump host', criticality: 'low' },
    { id: 'u2', name: 'UDM 2', criticality: 'critical' },
    { id: 'u10', name: 'UDM 10', criticality: 'critical' },
    { id: 'hss', name: 'HSS', criticality: 'critical' },
  ],
  links: [
    { id: 'a', from: 'ems', to: 'u2', carries: 'control' },
    { id: 'b', from: 'u2', to: 'u10', carries: 'access' },
    { id: 'c', from: 'jump', to: 'hss', carries: 'access' },
  ],
  risks: [
    { id: 'r1', title: 'Backdoor', on: { vendor: 'v' }, propagation: 'foothold', likelihood: 5, impact: 5 },
    {
      id: 'r2',
      title: 'Weak passwords',
      on: { component: 'jump' },
      propagation: 'foothold',
      likelihood: 2,
      impact: 3,
      status: 'accepted',
      rationale: 'Short',
    },
  ],
}
const normalised = normalisedOf(parts)
const result = analyseCore(normalised, { date: '2026-01-01' })
const rows = exposureRows(normalised.model, rankedExposures(result))

test('a row names the risk, whose product it sits in, and the target', () => {
  expect(rows[0]).toMatchObject({
    risk: 'Backdoor',
    product: 'Suite, Acme',
    source: 'Manager',
    target: 'UDM 2',
  })
  expect(rows.find(({ target }) => target === 'HSS')).toMatchObject({ product: 'Jump host' })
})

test('a record that is gone already is named by its id', () => {
  const { model } = normalisedOf({})
  expect(exposureRows(model, result.exposures)[0]).toMatchObject({ risk: 'r1', target: 'u10' })
})

test('[MO4] a row lies in every segment around its source and its target, the innermost of the target is its home', () => {
  const nested = normalisedOf({
    ...parts,
    segments: [{ id: 's1' }, { id: 's2', parent: 's1' }, { id: 's3' }],
    components: (parts.components ?? []).map((component) =>
      component.id === 'u2'
        ? { ...component, segment: 's2' }
        : component.id === 'ems'
          ? { ...component, segment: 's3' }
          : component,
    ),
  })
  const row = exposureRows(nested.model, analyseCore(nested, { date: '2026-01-01' }).exposures).find(
    ({ target }) => target === 'UDM 2',
  )
  expect(row).toMatchObject({ home: 's2', within: ['s2', 's1', 's3'], vendor: 'v' })
  expect(rows[0]).toMatchObject({ home: null, within: [] })
})

test.each([
  ['rating', true, ['UDM 2', 'UDM 10', 'HSS']],
  ['rating', false, ['HSS', 'UDM 10', 'UDM 2']],
  ['kind', true, ['UDM 2', 'UDM 10', 'HSS']],
  ['target', false, ['HSS', 'UDM 2', 'UDM 10']],
  ['target', true, ['UDM 10', 'UDM 2', 'HSS']],
  ['product', false, ['HSS', 'UDM 2', 'UDM 10']],
  ['risk', true, ['HSS', 'UDM 2', 'UDM 10']],
  ['hops', true, ['UDM 10', 'UDM 2', 'HSS']],
] as readonly [Column, boolean, string[]][])('sorted by %s, descending %s', (by, descending, targets) => {
  expect(sortRows(rows, { by, descending }).map(({ target }) => target)).toEqual(targets)
})

test('hops are counted in words', () => {
  expect([0, 1, 4].map(hopsInWords)).toEqual(['at the source', '1 hop', '4 hops'])
})

test('an empty list says the first reason that fits', () => {
  const why = (some: Parts) => {
    const { model, ...rest } = normalisedOf(some)
    return whyNothing(model, analyseCore({ model, ...rest }, { date: '2026-01-01' }))
  }
  const [ems, , u2] = parts.components ?? []
  expect(why({})).toBe('no-components')
  expect(why({ components: ems === undefined ? [] : [{ ...ems, vendor: null }] })).toBe('no-targets')
  expect(why({ components: u2 === undefined ? [] : [u2] })).toBe('no-risks')
  expect(why({ ...parts, links: [] })).toBe('nothing-exposed')
  expect(why(parts)).toBeNull()
})
