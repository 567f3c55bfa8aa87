import { expect, test } from 'vitest'
import { UNFOLDED } from '../../state/register-store.ts'
import { type Grouping, linesOf, toggled } from './groups.ts'

type Row = Readonly<{ id: string; status: string }>
const rows: readonly Row[] = [
  { id: 'd', status: 'open' },
  { id: 'a', status: '' },
  { id: 'c', status: 'closed' },
  { id: 'b', status: 'open' },
]
const BY_STATUS: Grouping<Row> = { id: 'status', label: 'Status', of: ({ status }) => status }

const said = (lines: ReturnType<typeof linesOf<Row>>) =>
  lines.map(({ row, head }) => row?.id ?? `${head?.value}:${head?.count}${head?.open ? '' : ' folded'}`)

test('without a group there are rows alone', () => {
  expect(said(linesOf(rows, null, UNFOLDED))).toEqual(['d', 'a', 'c', 'b'])
})

test('rows stand under their group in the order that they have, those without a value last', () => {
  expect(said(linesOf(rows, BY_STATUS, UNFOLDED))).toEqual(['closed:1', 'c', 'open:2', 'd', 'b', ':1', 'a'])
})

test('values with an order of their own stand in it', () => {
  const order = ({ status }: Row) => (status === 'open' ? 0 : 1)
  expect(said(linesOf(rows, { ...BY_STATUS, order }, UNFOLDED))[0]).toBe('open:2')
})

test('a folded group has its head and its count alone', () => {
  const one = toggled(UNFOLDED, 'open')
  expect(said(linesOf(rows, BY_STATUS, one))).toEqual(['closed:1', 'c', 'open:2 folded', ':1', 'a'])
  expect(toggled(one, 'open')).toEqual(UNFOLDED)
  const all = toggled({ all: true, but: [] }, '')
  expect(said(linesOf(rows, BY_STATUS, all))).toEqual(['closed:1 folded', 'open:2 folded', ':1', 'a'])
})
