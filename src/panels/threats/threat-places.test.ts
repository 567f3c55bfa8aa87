import { expect, test } from 'vitest'
import { sampleModel } from '../../core/model/testing/sample.ts'
import { threatPlaces } from './threat-places.ts'

const model = sampleModel({
  segments: [{ id: 's', name: 'Core north' }],
  components: [
    { id: 'amf', name: 'AMF 1' },
    { id: 'smf', name: 'SMF 1' },
  ],
  links: [{ id: 'n11', from: 'amf', to: 'smf', interface: 'n11' }],
})
const found = (query: string) =>
  threatPlaces(model, query).map(({ label, options }) => [label, ...options.map(({ value }) => value)])

test('a threat can be on a component, a link or a segment', () => {
  expect(found('')).toEqual([
    ['Components', 'amf', 'smf'],
    ['Links', 'n11'],
    ['Segments', 's'],
  ])
})

test('every word narrows, and a link is found by its ends', () => {
  expect(found('amf smf')).toEqual([['Links', 'n11']])
  expect(found('NORTH core')).toEqual([['Segments', 's']])
  expect(found('nowhere')).toEqual([])
})
