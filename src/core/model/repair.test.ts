import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Kind, KINDS } from './records.ts'
import { recordSchemas } from './schemas.ts'
import { repairMeta, repairRecord } from './repair.ts'

const reasonsOf = (kind: Kind, fields: Record<string, unknown>) =>
  repairRecord(kind, 'x', fields).setAside.map(({ reason }) => reason)

test('a record in order is read as it is', () => {
  expect(repairRecord('vendors', 'v1', { name: 'Acme', own: 1 })).toEqual({
    record: { id: 'v1', name: 'Acme', restricted: false, own: 1 },
    setAside: [],
  })
})

test('an unreadable field falls back to its default and is listed with what was found', () => {
  expect(repairRecord('components', 'c1', { name: 7, pos: ['a', 1], product: 'P' })).toMatchObject({
    record: { id: 'c1', name: '', pos: [0, 0], product: 'P' },
  })
  expect(reasonsOf('components', { name: 7 })).toEqual([
    'unreadable, its default stands instead: name: expected text, found a number',
  ])
})

test('hundreds of thousands of bad entries are no way to break the board, nor to better it', () => {
  const flood = Array.from({ length: 300_000 }, (_, index) => index)
  const risk = repairRecord('risks', 'r1', { on: { vendor: 'v1' }, impact: 9, evidence: flood })
  expect(risk.record).toMatchObject({ on: { vendor: 'v1' }, impact: 5, evidence: [] })
  expect(risk.setAside.map(({ reason }) => reason)).toContain(
    'unreadable lists, their defaults stand instead',
  )
  const mitigation = repairRecord('mitigations', 'm1', { on: [], treats: flood, status: 'verified' })
  expect(mitigation).toEqual({
    record: null,
    setAside: [{ id: 'm1', reason: 'unreadable record of mitigations' }],
  })
})

test('an unreadable field of a risk counts as the worst that it can be', () => {
  const on = { vendor: 'v1' }
  const bad = { on, status: 'fine', propagation: 1, likelihood: 0, impact: 'low' }
  expect(repairRecord('risks', 'r1', bad).record).toMatchObject({
    status: 'open',
    propagation: 'foothold',
    likelihood: 5,
    impact: 5,
  })
  expect(
    repairRecord('risks', 'r1', { on, status: 'accepted', acceptedUntil: 'for ever' }).record,
  ).toMatchObject({
    status: 'open',
    acceptedUntil: null,
  })
})

test.each<[Kind, Record<string, unknown>]>([
  ['mitigations', { on: [], status: 'done' }],
  ['mitigations', { status: 'verified' }],
  ['risks', { on: 'everything' }],
])('%s %j cannot be read at all', (kind, fields) => {
  expect(repairRecord(kind, 'x', fields).record).toBeNull()
  expect(reasonsOf(kind, fields)).toEqual([`unreadable record of ${kind}`])
})

test('whatever a peer wrote is read without throwing, and what is read fits the schema', () => {
  const names = KINDS.flatMap((kind) => Object.keys(recordSchemas[kind].def.shape))
  const fields = fc.dictionary(fc.constantFrom(...names, 'own'), fc.jsonValue())
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), fields, (kind, given) => {
      const { record, setAside } = repairRecord(kind, 'x', given)
      expect(record === null || recordSchemas[kind].safeParse(record).success).toBe(true)
      if (record === null) expect(setAside).not.toEqual([])
    }),
  )
})

test('of the board’s own fields each part falls back by itself', () => {
  const policy = { scenario: 'inherent', access: 5, planes: { user: 'all', management: 'access' } }
  expect(repairMeta({ title: 'Board', description: ['x'], policy })).toMatchObject({
    title: 'Board',
    description: '',
    policy: { scenario: 'inherent', access: 'weakness', planes: { user: 'none', management: 'access' } },
  })
  expect(repairMeta({ policy: 'none' }).policy.scenario).toBe('current')
})
