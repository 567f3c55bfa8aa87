import { expect, test } from 'vitest'
import { knownVendors } from '../../core/catalogue/vendors.ts'
import { operator } from './testing/operator.ts'
import {
  componentsOfVendor,
  productsOfVendor,
  risksOfVendor,
  vendorChoices,
  vendorPick,
} from './vendor-view.ts'

const labels = (query: string, model = operator()) =>
  vendorChoices(model, query).map(({ label, options }) => [label, options.map((option) => option.label)])

test('vendors of the board stand first, none stands last', () => {
  const groups = labels('')
  expect(groups[0]).toEqual(['On this board', ['Acme', 'Bolt']])
  expect(groups[1]?.[1]).toHaveLength(knownVendors.length)
  expect(groups.at(-1)).toEqual(['Otherwise', ['No vendor']])
})

test('a name that is not there can be added, one that is there cannot be added again', () => {
  expect(labels('acm')).toEqual([
    ['On this board', ['Acme']],
    ['New', ['Add “acm”']],
  ])
  expect(labels('ACME')).toEqual([['On this board', ['Acme']]])
  const [known] = knownVendors
  const model = operator({ vendors: [{ id: 'v-acme', name: known?.name ?? '' }] })
  expect(labels(known?.name ?? '', model)).toEqual([['On this board', [known?.name]]])
})

test('an option means one of the board, a new one by its name, or none', () => {
  const picks = vendorChoices(operator(), '').flatMap(({ options }) =>
    options.map(({ value }) => vendorPick(value, '')),
  )
  expect(picks[0]).toEqual({ vendor: 'v-acme' })
  expect(picks[2]).toEqual({ create: knownVendors[0]?.name })
  expect(picks.at(-1)).toEqual({ vendor: null })
  const [{ options } = { options: [] }] = vendorChoices(operator(), 'Nova')
  expect(vendorPick(options[0]?.value ?? '', ' Nova ')).toEqual({ create: 'Nova' })
})

test('what belongs to a vendor', () => {
  const model = operator({
    risks: [
      { id: 'r2', title: 'Z', on: { vendor: 'v-acme' } },
      { id: 'r1', title: 'A', on: { vendor: 'v-acme', product: 'CoreX' } },
      { id: 'r3', title: 'B', on: { component: 'c-amf' } },
    ],
  })
  expect(componentsOfVendor(model, 'v-acme').map(({ id }) => id)).toEqual(['c-amf', 'c-mgr'])
  expect(risksOfVendor(model, 'v-acme').map(({ id }) => id)).toEqual(['r1', 'r2'])
  expect(productsOfVendor(model, 'v-acme')).toEqual(['CoreX', 'ViewX'])
  expect(productsOfVendor(model, null)).toEqual([])
})
