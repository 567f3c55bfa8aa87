import { expect, test } from 'vitest'
import { sampleModel } from '../../model/testing/sample.ts'
import { dayAfter, lapsesOf } from './lapses.ts'

const model = sampleModel({
  components: [{ id: 'c1', name: 'AMF 1', supportEnd: '2027-05-01' }],
  products: [{ id: 'p1', name: 'CoreX', supportEnd: '2026-01-31' }],
  risks: [
    { id: 'r1', title: 'Builds', on: { component: 'c1' }, status: 'accepted', acceptedUntil: '2026-12-31' },
    { id: 'r2', title: 'Open', on: { component: 'c1' }, status: 'open', acceptedUntil: '2026-12-31' },
  ],
  mitigations: [
    { id: 'm1', title: 'Rebuild', on: [], status: 'planned', due: '2026-12-30' },
    { id: 'm2', title: 'Done', on: [], status: 'verified', due: '2026-12-30' },
  ],
  waivers: [{ id: 'x1', check: 'chk', on: [], reason: 'r', by: 'b', until: '2027-02-01' }],
  statements: [{ id: 'f1', vendor: 'v1', kind: 'judgement', title: 'Fit', until: '2027-01-01' }],
})

test('[RV6] what ends comes by its day, and holds on that day still', () => {
  const list = lapsesOf(model, '2026-12-31').map(({ id, overdue }) => `${id}${overdue ? ' over' : ''}`)
  expect(list).toEqual(['p1 over', 'm1 over', 'r1', 'f1', 'x1', 'c1'])
  expect(lapsesOf(model, '2027-01-01').find(({ id }) => id === 'r1')?.overdue).toBe(true)
})

test('[RV6] the day after the last of a year, and of a February', () => {
  expect([dayAfter('2026-12-31'), dayAfter('2028-02-28')]).toEqual(['2027-01-01', '2028-02-29'])
})
