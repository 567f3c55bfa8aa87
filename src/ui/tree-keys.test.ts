import { expect, test } from 'vitest'
import { placesOf, treeMove, type TreeRow, typeAhead } from './tree-keys.ts'

const row = (key: string, level: number, open: boolean | null = null, label = key): TreeRow => ({
  key,
  level,
  open,
  label,
})

// core (amf, smf) · ran (closed) · note
const rows = [row('core', 1, true), row('amf', 2, false), row('smf', 2), row('ran', 1, false), row('note', 1)]

test.each([
  ['ArrowDown', 'core', { focus: 'amf' }],
  ['ArrowUp', 'core', { focus: 'core' }],
  ['ArrowDown', 'note', { focus: 'note' }],
  ['Home', 'note', { focus: 'core' }],
  ['End', 'core', { focus: 'note' }],
  ['PageDown', 'amf', { focus: 'note' }],
  ['PageUp', 'ran', { focus: 'core' }],
  ['ArrowRight', 'core', { focus: 'amf' }],
  ['ArrowRight', 'ran', { toggle: ['ran'], open: true }],
  ['ArrowRight', 'smf', null],
  ['ArrowLeft', 'core', { toggle: ['core'], open: false }],
  ['ArrowLeft', 'smf', { focus: 'core' }],
  ['ArrowLeft', 'note', { focus: 'note' }],
  ['*', 'smf', { toggle: ['amf'], open: true }],
  ['*', 'note', { toggle: ['ran'], open: true }],
  ['x', 'core', null],
  ['ArrowDown', 'gone', null],
] as const)('%s on %s', (key, at, move) => {
  expect(treeMove(rows, at, key)).toEqual(move)
})

test('an open row without children keeps the focus', () => {
  expect(treeMove([row('a', 1, true), row('b', 1)], 'a', 'ArrowRight')).toBeNull()
})

test('type-ahead finds the beginning of a label, also on the row itself, and goes round', () => {
  const named = [row('1', 1, null, 'AMF 1'), row('2', 1, null, 'SMF'), row('3', 1, null, 'AMF 2')]
  expect(typeAhead(named, '1', 'amf 2')).toBe('3')
  expect(typeAhead(named, '1', 'amf')).toBe('1')
  expect(typeAhead(named, '2', 'am')).toBe('3')
  expect(typeAhead(named, '3', 'sm')).toBe('2')
  expect(typeAhead(named, '1', 'x')).toBeNull()
})

test('one letter, also again and again, goes to the next row that begins with it', () => {
  const named = [row('1', 1, null, 'AMF 1'), row('2', 1, null, 'SMF'), row('3', 1, null, 'AMF 2')]
  expect(typeAhead(named, '1', 'a')).toBe('3')
  expect(typeAhead(named, '3', 'aa')).toBe('1')
})

test('places are counted among siblings only', () => {
  expect(placesOf(rows).map(({ place, size }) => `${place}/${size}`)).toEqual([
    '1/3',
    '1/2',
    '2/2',
    '2/3',
    '3/3',
  ])
})
