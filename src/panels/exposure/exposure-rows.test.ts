import { expect, test } from 'vitest'
import { analyseCore } from '../../core/analysis/analyse.ts'
import { normalisedOf, type Parts } from '../../core/analysis/testing/model-of.ts'
import { type Column, exposureRows, hopsInWords, sortRows, whyNothing } from './exposure-rows.ts'
import { parts, result, rows } from './testing/three-exposures.ts'

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
  const rowOf = (name: string) => rows.find(({ target }) => target === name)
  expect(rowOf('UDM 2')).toMatchObject({ home: 'data', within: ['data', 'core', 'nms'], vendor: 'v' })
  expect(rowOf('HSS')).toMatchObject({ home: null, within: [], vendor: null })
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
  const only = (id: string) => parts.components.filter((component) => component.id === id)
  expect(why({})).toBe('no-components')
  expect(why({ components: only('jump') })).toBe('no-targets')
  expect(why({ components: only('u2') })).toBe('no-risks')
  expect(why({ ...parts, links: [] })).toBe('nothing-exposed')
  expect(why(parts)).toBeNull()
})
