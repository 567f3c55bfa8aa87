import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyseCore } from '../../analysis/analyse.ts'
import { analyse } from '../../analysis/analyse-whole.ts'
import { normalisedOf } from '../../analysis/testing/model-of.ts'
import { normalise } from '../../model/normalise.ts'
import { randomRecords } from '../../model/testing/random-records.ts'
import type { Cell, Register, RegisterId } from './register.ts'
import { registersOf } from './registers.ts'

const DATE = '2026-11-23'

const BOARD = normalisedOf({
  segments: [{ id: 's1', name: '5G core' }],
  vendors: [{ id: 'v1', name: 'Acme' }],
  components: [
    { id: 'c1', name: 'AMF 1', function: 'amf', segment: 's1', pos: [40, 60] },
    { id: 'c2', function: 'gnb', vendor: 'v1', product: 'CoreX', version: '3.2' },
  ],
  links: [{ id: 'l1', from: 'c2', to: 'c1', interface: 'n2' }],
  risks: [
    {
      id: 'r1',
      title: 'Builds cannot be reproduced',
      category: 'vr-build',
      on: { vendor: 'v1', product: 'CoreX' },
      propagation: 'foothold',
      acceptedUntil: '2027-01-31',
    },
  ],
  mitigations: [
    { id: 'm1', title: 'Repeatable builds', treats: ['r1'], on: [{ vendor: 'v1' }], status: 'planned' },
  ],
  products: [{ id: 'p1', vendor: 'v1', name: 'CoreX', version: '3.2', supportEnd: '2028-12-31' }],
  statements: [{ id: 'f1', vendor: 'v1', product: 'p1', kind: 'judgement', title: 'Late', wording: 'Slow.' }],
  threats: [{ id: 't1', number: 7, on: { link: 'l1' }, stride: 'T', title: 'Changed on the way' }],
  waivers: [{ id: 'x1', check: 'chk-own', on: ['c1'], reason: 'Old', by: 'Ada', until: null }],
  reviews: [{ id: 'w1', scope: { risk: 'r1', target: 'c1' }, reviewer: 'Ada', at: '2026-11-24T09:30:00Z' }],
})

const of = (registers: readonly Register[], wanted: RegisterId) =>
  registers.find(({ id }) => id === wanted) as Register

/** A row by the ids of its columns. */
const rowIn = (register: Register, index = 0): Record<string, Cell> =>
  Object.fromEntries(register.columns.map(({ id }, column) => [id, register.rows[index]?.[column] ?? null]))

test('registers call things what people call them, and keep ids apart', () => {
  const registers = registersOf(BOARD.model, analyse(BOARD, { date: DATE }))
  expect(rowIn(of(registers, 'components'), 1)).toMatchObject({
    id: 'c2',
    name: 'gNB',
    function: 'gNB',
    'function-id': 'gnb',
    vendor: 'Acme',
    'vendor-id': 'v1',
    held: 'Yes',
  })
  expect(rowIn(of(registers, 'links'))).toMatchObject({
    interface: 'N2',
    from: 'gNB',
    to: 'AMF 1',
    direction: 'Both',
    plane: 'Signalling',
    carries: 'Access',
  })
  expect(rowIn(of(registers, 'exposures'))).toMatchObject({
    risk: 'Builds cannot be reproduced',
    target: 'AMF 1',
    kind: 'Reached',
    path: 'gNB → AMF 1',
    'path-id': 'c2 → c1',
    links: 'N2: gNB ⇄ AMF 1',
    accepted: 'No',
  })
  expect(rowIn(of(registers, 'risks'))).toMatchObject({
    on: 'CoreX of Acme',
    propagation: 'Foothold',
    'accepted-until': '2027-01-31',
    'treated-by': 'Repeatable builds',
    reached: 1,
  })
  expect(rowIn(of(registers, 'mitigations'))).toMatchObject({ on: 'All of Acme', counts: 'No', effort: 1 })
  expect(rowIn(of(registers, 'threats'))).toMatchObject({ label: 'T7', stride: 'Tampering' })
  expect(rowIn(of(registers, 'products'))).toMatchObject({ components: 'gNB', build: 'Not assessed' })
  expect(rowIn(of(registers, 'statements'))).toMatchObject({ product: 'CoreX 3.2', kind: 'Judgement' })
  expect(rowIn(of(registers, 'coverage'))).toMatchObject({ component: 'gNB', state: 'Planned' })
  expect(rowIn(of(registers, 'reviews'))).toMatchObject({ at: '2026-11-24', 'scope-id': 'r1; c1' })
  expect(rowIn(of(registers, 'waivers'))).toMatchObject({ on: 'AMF 1', check: 'chk-own' })
  expect(rowIn(of(registers, 'choke-points'))).toMatchObject({ id: 'c2', of: 'Component', reached: 1 })
})

test('components stand where they stand on the open canvas', () => {
  const moved = normalisedOf({
    segments: [
      { id: 's1', pos: [100, 200] },
      { id: 's2', parent: 's1', pos: [10, 20] },
    ],
    components: [{ id: 'c1', segment: 's2', pos: [1, 2] }],
  })
  const registers = registersOf(moved.model, analyseCore(moved, { date: DATE }))
  expect(rowIn(of(registers, 'components'))).toMatchObject({ x: 111, y: 222 })
})

test.each<[string, object, Cell]>([
  ['as its tool called it', { format: 'threat-dragon', data: { severity: 'High' } }, 'High'],
  ['none where nobody rated it', { format: 'threat-dragon', data: { severity: 'TBD' } }, null],
  ['as a risk of Threagile', { format: 'threagile', severity: 'elevated' }, 'elevated'],
  [
    'in the figures that Open Threat Model has for it',
    { format: 'otm', data: { risk: { likelihood: 50, impact: 100 } } },
    'Likelihood 50, impact 100',
  ],
  ['none where a figure is no number', { format: 'otm', data: { risk: { impact: 'high' } } }, null],
])('an imported threat has a severity: %s', (_, foreign, told) => {
  const board = normalisedOf({
    components: [{ id: 'c1' }],
    threats: [{ id: 't1', number: 1, on: { component: 'c1' }, foreign }],
  })
  const registers = registersOf(board.model, analyseCore(board, { date: DATE }))
  expect(rowIn(of(registers, 'threats'))['severity']).toBe(told)
})

test('choke points are told only where they have been counted', () => {
  const ids = registersOf(BOARD.model, analyseCore(BOARD, { date: DATE })).map(({ id }) => id)
  expect(ids).not.toContain('choke-points')
})

test('any model has registers of one row for each record, and each cell is of the kind of its column', () => {
  fc.assert(
    fc.property(randomRecords, (records) => {
      const normalised = normalise(records)
      const registers = registersOf(normalised.model, analyse(normalised, { date: DATE }))
      for (const { columns, rows } of registers) {
        for (const row of rows) {
          expect(row.length).toBe(columns.length)
          columns.forEach(({ kind }, index) => {
            const cell = row[index] ?? null
            if (cell === null) return
            expect(typeof cell).toBe(kind === 'number' ? 'number' : 'string')
            if (kind === 'date') expect(cell).toMatch(/^\d{4}-\d\d-\d\d$/)
          })
        }
      }
      const { model } = normalised
      for (const id of ['components', 'links', 'segments', 'vendors', 'risks', 'mitigations'] as const)
        expect(of(registers, id).rows.length).toBe(model[id].length)
    }),
    { numRuns: 60 },
  )
})

test('the columns of a register have ids of their own', () => {
  for (const { columns } of registersOf(BOARD.model, analyse(BOARD, { date: DATE })))
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length)
})
