import { expect, test } from 'vitest'
import type { Statement } from '../core/model/records.ts'
import { execute } from './execute.ts'
import { removeRecords } from './remove.ts'
import { openDesk } from './testing/desk.ts'
import { addProduct, addStatement, editStatement, removeFromRegister } from './vendor-register.ts'

const vendors = [{ id: 'v1', name: 'Acme' }]

test('a product is recorded without anything that nobody said, and is one step', () => {
  const desk = openDesk({ vendors })
  execute(addProduct, { vendor: 'v1', product: { name: 'CoreX', version: '3.2' } })
  expect(desk.model().products).toMatchObject([
    { vendor: 'v1', name: 'CoreX', version: '3.2', supportEnd: null, build: 'not-assessed', evidence: [] },
  ])
  desk.board.undo()
  expect(desk.model().products).toEqual([])
})

test('a judgement without author, date or end is refused, and nothing changes', () => {
  const desk = openDesk({ vendors })
  const whole = {
    kind: 'judgement',
    title: 'High',
    author: 'A. Bell',
    date: '2026-01-01',
    until: '2026-12-31',
  } as const
  for (const lacks of [{ author: ' ' }, { date: null }, { until: null }, { until: '2025-12-31' }])
    execute(addStatement, { vendor: 'v1', statement: { ...whole, ...lacks } })
  expect(desk.model().statements).toEqual([])
  expect(desk.said.notified).toHaveLength(4)
  execute(addStatement, { vendor: 'v1', statement: whole })
  expect(desk.model().statements).toMatchObject([{ author: 'A. Bell', until: '2026-12-31' }])
})

test('a judgement that would lapse before its date is refused on edit, too, and nothing changes', () => {
  const judgement = { kind: 'judgement', author: 'A. Bell', date: '2026-01-01', until: '2026-12-31' } as const
  const desk = openDesk({
    vendors,
    statements: [
      { id: 'f1', vendor: 'v1', ...judgement },
      { id: 'f2', vendor: 'v1', date: '2026-01-01', until: '2026-12-31' },
    ],
  })
  const edit = (id: string, fields: Partial<Statement>) => {
    const statement = desk.model().statements.find((each) => each.id === id)
    if (statement !== undefined) execute(editStatement, { statement, fields, label: 'Set' })
  }
  edit('f1', { until: '2025-12-31' })
  edit('f1', { date: '2027-01-01' })
  expect(desk.model().statements[0]).toMatchObject(judgement)
  expect(desk.said.notified).toEqual([
    expect.stringContaining('lapse on 2025-12-31, before its date, 2026-01-01'),
    expect.stringContaining('lapse on 2026-12-31, before its date, 2027-01-01'),
  ])
  edit('f1', { until: '2026-01-01' })
  edit('f2', { until: '2025-12-31' })
  expect(desk.model().statements.map(({ until }) => until)).toEqual(['2026-01-01', '2025-12-31'])
})

test('a product that goes leaves its parts to its whole and its statements to the vendor, in one step', () => {
  const desk = openDesk({
    vendors,
    products: [
      { id: 'p1', vendor: 'v1', name: 'Base station' },
      { id: 'p2', vendor: 'v1', name: 'Baseband', partOf: 'p1' },
      { id: 'p3', vendor: 'v1', name: 'Real-time OS', partOf: 'p2' },
    ],
    statements: [{ id: 'f1', vendor: 'v1', product: 'p2', wording: 'limited assurance' }],
  })
  execute(removeFromRegister, { kind: 'products', id: 'p2', name: 'Baseband' })
  expect(desk.model().products.map(({ id, partOf }) => [id, partOf])).toEqual([
    ['p1', null],
    ['p3', 'p1'],
  ])
  expect(desk.model().statements).toMatchObject([{ id: 'f1', product: null }])
  desk.board.undo()
  expect(desk.model().products).toHaveLength(3)
  expect(desk.model().statements).toMatchObject([{ product: 'p2' }])
})

test('what is recorded of a vendor goes with it', () => {
  const desk = openDesk({
    vendors,
    products: [{ id: 'p1', vendor: 'v1', name: 'CoreX' }],
    statements: [{ id: 'f1', vendor: 'v1' }],
  })
  execute(removeRecords, { ids: ['v1'] })
  expect([desk.model().products, desk.model().statements]).toEqual([[], []])
  expect(desk.board.steps().undo).toContain('Acme')
})
