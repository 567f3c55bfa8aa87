import { expect, test } from 'vitest'
import type { Changes } from '../../core/analysis/result.ts'
import { sampleModel } from '../../core/model/testing/sample.ts'
import { arranged, clearsInWords, filterRows, type Only, orderOf, whatIfRows } from './what-if-rows.ts'

const model = sampleModel({
  mitigations: [
    { id: 'a', title: 'Alpha', effect: 'removes-risk', treats: [], on: [], status: 'planned' },
    { id: 'b', title: 'Bravo', effect: 'contains-node', treats: [], on: [], status: 'implemented' },
    { id: 'c', title: 'Charlie', effect: 'detects', treats: [], on: [], status: 'implemented' },
    { id: 'd', title: 'Delta', effect: 'removes-risk', treats: [], on: [], status: 'rejected' },
    { id: 'e', title: 'Echo', effect: 'blocks-propagation', treats: [], on: [], status: 'proposed' },
    { id: 'f', title: 'Foxtrot', effect: 'removes-risk', treats: [], on: [], status: 'planned' },
  ],
})
const changes: Changes = {
  mitigations: [
    { id: 'f', taken: 3, reached: 1 },
    { id: 'a', taken: 0, reached: 2 },
  ],
  loadBearing: [{ id: 'b', opens: 4 }],
}
const rows = whatIfRows(model, null, changes)
const rowOf = (id: string, all = rows) => all.find(({ mitigation }) => mitigation.id === id)

test('[AN13] a row says what its mitigation would clear alone, or bears, or why it does nothing', () => {
  expect(rows.map((row) => [row.mitigation.id, row.on, row.bears])).toEqual([
    ['a', false, 0],
    ['b', true, 4],
    ['c', true, 0],
    ['d', false, 0],
    ['e', false, 0],
    ['f', false, 0],
  ])
  expect(rows.map(clearsInWords)).toEqual([
    'clears 2 reached',
    'bears nothing here',
    'lowers impact only: cuts nothing',
    'rejected: not weighed',
    'clears nothing here',
    'clears 3 taken, 1 reached',
  ])
})

test('what is switched counts as it is tried, whatever its status', () => {
  const tried = whatIfRows(
    model,
    new Map([
      ['d', true],
      ['b', false],
    ]),
    null,
  )
  expect(['a', 'b', 'd'].map((id) => [rowOf(id, tried)?.on, rowOf(id, tried)?.switched])).toEqual([
    [false, false],
    [false, true],
    [true, true],
  ])
})

test('rows are found by what they do and by words', () => {
  const found = (only: Only, text = '') => filterRows(rows, text, only).map(({ mitigation }) => mitigation.id)
  expect(found('clears')).toEqual(['a', 'f'])
  expect(found('bears')).toEqual(['b'])
  expect(found('nothing')).toEqual(['c', 'e'])
  expect(found('switched')).toEqual([])
  expect(found('all', 'removes FOX')).toEqual(['f'])
})

test('what clears most comes first, then what bears most, then titles', () => {
  expect(orderOf(rows)).toEqual(['f', 'a', 'b', 'c', 'd', 'e'])
})

test('an order outlives the figures that it was made of, and new rows come last', () => {
  const order = orderOf(rows).filter((id) => id !== 'c')
  const later = whatIfRows(model, new Map([['f', true]]), null)
  expect(arranged(later, order).map(({ mitigation }) => mitigation.id)).toEqual([
    'f',
    'a',
    'b',
    'd',
    'e',
    'c',
  ])
})
