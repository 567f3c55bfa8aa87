import { expect, test } from 'vitest'
import { type Grouping, groupRows, type Item, itemsOf, moveFor } from './exposure-groups.ts'
import { sortRows } from './exposure-rows.ts'
import { rows } from './testing/three-exposures.ts'

const none: ReadonlySet<string> = new Set()
const drawn = (items: readonly Item[]) =>
  items.map((item) =>
    item.kind === 'group'
      ? `${item.group.of ?? '–'} ${item.group.taken}/${item.group.reached} ${item.group.worst.rating}`
      : item.row.target,
  )

test.each<[Exclude<Grouping, 'none'>, string[]]>([
  ['risk', ['r1 1/1 critical', 'UDM 2', 'UDM 10', 'r2 0/1 low', 'HSS']],
  ['vendor', ['v 1/1 critical', 'UDM 2', 'UDM 10', '– 0/1 low', 'HSS']],
  ['target', ['u2 1/0 critical', 'UDM 2', 'u10 0/1 high', 'UDM 10', 'hss 0/1 low', 'HSS']],
  ['segment', ['data 1/0 critical', 'UDM 2', 'core 0/1 high', 'UDM 10', '– 0/1 low', 'HSS']],
])('grouped by %s the worst group comes first, with its counts', (by, lines) => {
  expect(drawn(itemsOf(rows, groupRows(rows, by), none))).toEqual(lines)
})

test('rows keep the order of the list within their group, and a closed group keeps its rows to itself', () => {
  const byHops = sortRows(rows, { by: 'hops', descending: true })
  const groups = groupRows(byHops, 'risk')
  expect(drawn(itemsOf(byHops, groups, none)).slice(1, 3)).toEqual(['UDM 10', 'UDM 2'])
  expect(drawn(itemsOf(byHops, groups, new Set(['/r1'])))).toEqual(['r1 1/1 critical', 'r2 0/1 low', 'HSS'])
  expect(drawn(itemsOf(byHops, null, new Set(['/r1'])))).toEqual(['UDM 10', 'UDM 2', 'HSS'])
})

const open = itemsOf(rows, groupRows(rows, 'risk'), none)
const shut = itemsOf(rows, groupRows(rows, 'risk'), new Set(['/r1']))

test.each<[string, readonly Item[], number, string, ReturnType<typeof moveFor>]>([
  ['down', open, 0, 'ArrowDown', { to: 1 }],
  ['down before anything had the focus', open, -1, 'ArrowDown', { to: 0 }],
  ['down at the end', open, 4, 'ArrowDown', { to: 4 }],
  ['to the end', open, 0, 'End', { to: 4 }],
  ['up at the top', open, 0, 'PageUp', { to: 0 }],
  ['enter on an exposure', open, 1, 'Enter', { to: 1 }],
  ['enter on an open head', open, 0, 'Enter', { group: '/r1', open: false }],
  ['space on a closed head', shut, 0, ' ', { group: '/r1', open: true }],
  ['left on an open head', open, 0, 'ArrowLeft', { group: '/r1', open: false }],
  ['left on a closed head', shut, 0, 'ArrowLeft', null],
  ['left on an exposure of a group', open, 2, 'ArrowLeft', { to: 0 }],
  ['right on a closed head', shut, 0, 'ArrowRight', { group: '/r1', open: true }],
  ['right on an open head', open, 0, 'ArrowRight', { to: 1 }],
  ['right on an exposure', open, 1, 'ArrowRight', null],
  ['left in a list without groups', itemsOf(rows, null, none), 1, 'ArrowLeft', null],
  ['a letter', open, 1, 'x', null],
])('a key: %s', (_, items, at, key, move) => {
  expect(moveFor(items, at, key)).toEqual(move)
})
