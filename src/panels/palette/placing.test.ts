import { BLANK_COMPONENT } from '../../core/model/blank.ts'
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
      ...BLANK_COMPONENT,
      id: 'amf',
      name: 'AMF',
      function: 'amf',
      segment: 'core',
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

test('a segment goes into a selected one that has room, and beside one that has not', () => {
  const roomy = {
    ...model,
    segments: [segment('core', null, [1600, 900]), segment('pod', 'core', [420, 280])],
  }
  expect(spotFor(segmentItem, roomy, new Set(['core']), [0, 0]).home).toBe('core')
  expect(spotFor(segmentItem, roomy, new Set(['pod']), [0, 0]).home).toBe('core')
  const tight = {
    ...model,
    segments: [segment('core', null, [900, 400]), segment('pod', 'core', [500, 280])],
  }
  const { home, pos } = spotFor(segmentItem, tight, new Set(['pod']), [0, 0])
  expect(home).toBeNull()
  expect(pos[0] >= 900 || pos[1] >= 400 || pos[0] <= -420 || pos[1] <= -280).toBe(true)
})

test('a segment never goes where only the view or a component would put it', () => {
  expect(homeOf(segmentItem, ['amf'], [100, 100])).toBeNull()
  expect(homeOf(segmentItem, [], [100, 100])).toBeNull()
})

test('a note goes into the nearest segment around that has room for it', () => {
  expect(homeOf({ kind: 'note' }, ['pod'], [0, 0])).toBe('pod')
  const full = { ...model, segments: [segment('core', null, [900, 600]), segment('pod', 'core', [180, 100])] }
  expect(spotFor({ kind: 'note' }, full, new Set(['pod']), [0, 0]).home).toBe('core')
})
