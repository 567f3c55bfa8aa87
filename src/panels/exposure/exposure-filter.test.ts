import { expect, test } from 'vitest'
import {
  countValues,
  type Facet,
  type Filter,
  filterRows,
  isFiltering,
  NO_FILTER,
  NOBODY,
  toggled,
  without,
} from './exposure-filter.ts'
import { model, rows } from './testing/three-exposures.ts'
import { optionsOf, pickedInWords } from './facet-words.ts'

const picking = (...picks: readonly (readonly [Facet, string])[]): Filter =>
  picks.reduce<Filter>((filter, [facet, value]) => toggled(filter, facet, value), NO_FILTER)
const left = (filter: Filter) => filterRows(rows, filter).map(({ target }) => target)
const search = (text: string) => left({ ...NO_FILTER, text })

test('every word of the text has to be found, in whichever column, and “accepted” is one', () => {
  expect(search('acme udm')).toEqual(['UDM 2', 'UDM 10'])
  expect(search('acme hss')).toEqual([])
  expect(search('ACCEPTED')).toEqual(['HSS'])
})

test.each<[Facet, string, string[]]>([
  ['kind', 'taken', ['UDM 2']],
  ['rating', 'critical', ['UDM 2']],
  ['risk', 'r2', ['HSS']],
  ['vendor', 'v', ['UDM 2', 'UDM 10']],
  ['vendor', NOBODY, ['HSS']],
  ['target', 'u10', ['UDM 10']],
  ['segment', 'data', ['UDM 2']],
  ['segment', 'core', ['UDM 2', 'UDM 10']],
  ['segment', 'nms', ['UDM 2', 'UDM 10']],
  ['accepted', 'yes', ['HSS']],
  ['accepted', 'no', ['UDM 2', 'UDM 10']],
])('%s narrowed to “%s” leaves %j', (facet, value, targets) => {
  expect(left(picking([facet, value]))).toEqual(targets)
})

test('values of one facet widen, facets narrow together, and nothing picked means all', () => {
  expect(left(NO_FILTER)).toHaveLength(3)
  expect(left(picking(['kind', 'taken'], ['kind', 'reached']))).toHaveLength(3)
  expect(left(picking(['vendor', 'v'], ['kind', 'reached']))).toEqual(['UDM 10'])
  expect(left({ ...picking(['vendor', 'v']), text: '10' })).toEqual(['UDM 10'])
  expect(left(picking(['risk', 'r2'], ['kind', 'taken']))).toEqual([])
})

test('a filter knows whether it narrows anything, and takes back what it was given', () => {
  const filter = picking(['vendor', 'v'], ['kind', 'taken'])
  expect(
    [NO_FILTER, { ...NO_FILTER, text: ' ' }, { ...NO_FILTER, text: 'a' }, filter].map(isFiltering),
  ).toEqual([false, false, true, true])
  expect(toggled(toggled(filter, 'kind', 'taken'), 'vendor', 'v')).toEqual(NO_FILTER)
  expect(without(without(filter, 'kind'), 'vendor')).toEqual(NO_FILTER)
})

test('counts are by what each value would leave with the rest of the filter, values of no avail included', () => {
  const counts = (filter: Filter, facet: Facet) => Object.fromEntries(countValues(rows, filter, facet))
  expect(counts(NO_FILTER, 'kind')).toEqual({ taken: 1, reached: 2 })
  expect(counts(picking(['kind', 'taken']), 'kind')).toEqual({ taken: 1, reached: 2 })
  expect(counts(picking(['vendor', 'v']), 'kind')).toEqual({ taken: 1, reached: 1 })
  expect(counts(picking(['kind', 'taken']), 'risk')).toEqual({ r1: 1, r2: 0 })
  expect(counts(NO_FILTER, 'segment')).toEqual({ core: 2, data: 1, nms: 2 })
})

test('values are offered by how much they leave, terms in their own order, and a pick that is gone stays on offer', () => {
  const offered = (facet: Facet, picked: readonly string[] = []) =>
    optionsOf(model, facet, countValues(rows, NO_FILTER, facet), new Set(picked)).map(
      ({ label, count }) => `${label} ${count}`,
    )
  expect(offered('kind')).toEqual(['Taken 1', 'Reached 2'])
  expect(offered('rating')).toEqual(['Critical 1', 'High 1', 'Low 1'])
  expect(offered('segment')).toEqual(['Core 2', 'Management 2', 'Subscriber data 1'])
  expect(offered('vendor', ['gone'])).toEqual(['Acme 2', 'No vendor given 1', 'gone 0'])
  expect(offered('accepted')).toEqual(['Accepted 1', 'Not accepted 2'])
})

test('a chip names one value and counts the others', () => {
  expect(pickedInWords(model, 'target', new Set(['u2']))).toBe('UDM 2')
  expect(pickedInWords(model, 'target', new Set(['u2', 'u10', 'hss']))).toBe('UDM 2 and 2 more')
})
