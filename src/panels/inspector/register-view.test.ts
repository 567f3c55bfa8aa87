import { expect, test } from 'vitest'
import { recordOf, sampleModel } from '../../core/model/testing/sample.ts'
import {
  earliestPart,
  isLapsed,
  missingOfJudgement,
  productRows,
  statementsOfVendor,
  supportInWords,
  unrecorded,
  withParts,
} from './register-view.ts'

const model = sampleModel({
  vendors: [{ id: 'v1' }, { id: 'v2' }],
  products: [
    { id: 'p1', vendor: 'v1', name: 'eNodeB', version: '15', supportEnd: '2028-01-01' },
    { id: 'p2', vendor: 'v1', name: 'Baseband', partOf: 'p1' },
    { id: 'p3', vendor: 'v1', name: 'Real-time OS', partOf: 'p2', supportEnd: '2020-06-30' },
    { id: 'p4', vendor: 'v1', name: 'AAA' },
    { id: 'p5', vendor: 'v2', name: 'Other', partOf: 'p1' },
  ],
  components: [
    { id: 'c1', vendor: 'v1', product: 'eNodeB', version: '15' },
    { id: 'c2', vendor: 'v1', product: 'eNodeB', version: '16' },
    { id: 'c3', vendor: 'v1', product: 'eNodeB', version: '16' },
    { id: 'c4', vendor: 'v1', product: 'eNodeB', version: '15', hardware: 'rev B' },
    { id: 'c5', vendor: 'v2', product: 'eNodeB', version: '16' },
    { id: 'c6', vendor: 'v1' },
  ],
})

test('products read as a tree, each vendor’s by itself', () => {
  const rows = (vendor: string) =>
    productRows(model.products, vendor).map((row) => [row.product.id, row.depth])
  expect(rows('v1')).toEqual([
    ['p4', 0],
    ['p1', 0],
    ['p2', 1],
    ['p3', 2],
  ])
  expect(rows('v2')).toEqual([['p5', 0]])
})

test('what a product must not become part of is itself and its parts, however deep, even in a circle', () => {
  expect([...withParts(model.products, 'p1')].sort()).toEqual(['p1', 'p2', 'p3', 'p5'])
  const circle = ['a', 'b'].map((id, at) => recordOf('products', { id, partOf: ['b', 'a'][at] }))
  expect([...withParts(circle, 'a')].sort()).toEqual(['a', 'b'])
})

test('a part whose support ends before that of the whole is named', () => {
  const [p1, p2, p3, p4] = model.products
  expect([p1, p2, p3, p4].map((each) => each && (earliestPart(model.products, each)?.id ?? null))).toEqual([
    'p3',
    'p3',
    null,
    null,
  ])
})

test('support holds on its last day, and is over after it', () => {
  expect(supportInWords('2026-11-28', '2026-11-28')).toEqual({
    words: 'Support ends today, 2026-11-28',
    passed: false,
  })
  expect(supportInWords('2026-11-29', '2026-11-28').words).toBe('Supported until 2026-11-29, 1 day left')
  expect(supportInWords('2025-11-28', '2026-11-28')).toEqual({
    words: 'Support ended 2025-11-28, 365 days ago',
    passed: true,
  })
  expect(supportInWords(null, '2026-11-28').passed).toBe(false)
  expect(supportInWords('2020-01-01', null).passed).toBe(false)
})

test('a judgement lapses after its last day, and says what it lacks', () => {
  const judgement = (fields: object) => recordOf('statements', { id: 'f', kind: 'judgement', ...fields })
  expect(isLapsed(judgement({ until: '2026-11-28' }), '2026-11-28')).toBe(false)
  expect(isLapsed(judgement({ until: '2026-11-27' }), '2026-11-28')).toBe(true)
  expect(isLapsed(judgement({}), '2026-11-28')).toBe(false)
  expect(missingOfJudgement(judgement({}))).toMatch(/its author, its date, a day/)
  expect(missingOfJudgement(judgement({ author: 'A', date: '2026-01-01', until: '2026-02-01' }))).toBeNull()
})

test('statements read newest first, those without a day last', () => {
  const dated = sampleModel({
    statements: [
      { id: 'a', vendor: 'v1' },
      { id: 'b', vendor: 'v1', date: '2018-07-19' },
      { id: 'c', vendor: 'v1', date: '2020-10-01' },
      { id: 'd', vendor: 'v2' },
    ],
  })
  expect(statementsOfVendor(dated, 'v1').map(({ id }) => id)).toEqual(['c', 'b', 'a'])
})

test('what runs without a record is found by product, version and hardware', () => {
  expect(unrecorded(model, 'v1')).toEqual([
    { product: 'eNodeB', version: '15', hardware: 'rev B', components: 1 },
    { product: 'eNodeB', version: '16', hardware: null, components: 2 },
  ])
})
