import { expect, test } from 'vitest'
import { emptyModel, type Model } from '../../core/model/records.ts'
import { spotFor } from './placing.ts'

const component = { kind: 'component', function: null } as const
const segmentItem = { kind: 'segment', segment: 'ran' } as const

const segment = (id: string, parent: string | null, size: [number, number]) => ({
  id,
  name: id,
  kind: null,
  parent,
  zone: null,
  pos: [0, 0] as [number, number],
  size,
})

const model: Model = {
  ...emptyModel(),
  segments: [segment('core', null, [900, 600]), segment('pod', 'core', [420, 280])],
  components: [
    {
      id: 'amf',
      name: 'AMF',
      function: 'amf',
      segment: 'core',
      vendor: null,
      product: null,
      version: null,
      criticality: null,
      untrusted: null,
      pos: [600, 400],
    },
  ],
}

const homeOf = (item: Parameters<typeof spotFor>[0], selected: string[], centre: [number, number]) =>
  spotFor(item, model, new Set(selected), centre).home

test('a component goes into the selected segment, wherever the view is', () => {
  expect(homeOf(component, ['pod'], [5000, 5000])).toBe('pod')
})

test('a component goes beside the selected one', () => {
  expect(homeOf(component, ['amf'], [5000, 5000])).toBe('core')
})

test('with nothing or several things selected it goes where the view is', () => {
  expect(homeOf(component, [], [5000, 5000])).toBeNull()
  expect(homeOf(component, ['amf', 'pod'], [800, 500])).toBe('core')
})

test('a segment goes into one that can hold it, and beside one that cannot', () => {
  expect(homeOf(segmentItem, ['core'], [0, 0])).toBe('core')
  expect(homeOf(segmentItem, ['pod'], [0, 0])).toBe('core')
})
