import { expect, test } from 'vitest'
import { summarise } from './selection-view.ts'
import { operator } from './testing/operator.ts'

test('several records are counted by kind, and ids that are gone are not', () => {
  const summary = summarise(operator(), ['c-amf', 'l-n11', 's-core', 's-mgmt', 'gone'])
  expect(summary.counts).toEqual([
    { label: 'component', count: 1 },
    { label: 'link', count: 1 },
    { label: 'segments', count: 2 },
  ])
})

test('what the components share, and undefined where they differ', () => {
  const model = operator()
  expect(summarise(model, ['c-mgr', 'c-amf'])).toMatchObject({ vendor: 'v-acme', criticality: undefined })
  expect(summarise(model, ['c-smf', 'c-amf'])).toMatchObject({ vendor: undefined, criticality: null })
})
