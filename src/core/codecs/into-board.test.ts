import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyseCore } from '../analysis/analyse.ts'
import { normalisedOf } from '../analysis/testing/model-of.ts'
import { randomModel } from '../analysis/testing/random-model.ts'
import { kindOf } from '../model/lookup.ts'
import { normalise } from '../model/normalise.ts'
import { KINDS, type Model } from '../model/records.ts'
import { randomRecords } from '../model/testing/random-records.ts'
import { type Ground, intoBoard } from './into-board.ts'

/** The ground of a board that has deleted nothing. */
function ground(board: Model): Ground {
  let drawn = 0
  return {
    isTaken: (id) => kindOf(board, id) !== null,
    lastThreat: board.threats.reduce((most, { number }) => Math.max(most, number), board.meta.lastThreat),
    makeId: (kind) => `new:${kind}:${drawn++}`,
  }
}

/** The board with all that comes, as the document would hold it. */
function together(coming: Model, board: Model): Model {
  const { records } = intoBoard(coming, board, ground(board))
  const lists = KINDS.map((kind) => [kind, [...board[kind], ...records[kind]]])
  return { ...board, ...Object.fromEntries(lists) }
}

const DATE = '2026-11-29'
const exposuresOf = (model: Model) => analyseCore(normalise(model), { date: DATE }).exposures

test('[MO5] whatever comes into whatever board, nothing is set aside and no id is used twice', () => {
  fc.assert(
    fc.property(randomRecords, randomRecords, (one, other) => {
      const [coming, board] = [normalise(one).model, normalise(other).model]
      const { model, setAside } = normalise(together(coming, board))
      expect(setAside).toEqual([])
      for (const kind of KINDS) for (const record of board[kind]) expect(model[kind]).toContainEqual(record)
    }),
  )
})

/** Vendors of both boards are the same by name. */
const withNames = (model: Model): Model => ({
  ...model,
  vendors: model.vendors.map((vendor) => ({ ...vendor, name: `Vendor ${vendor.id}` })),
})

test('[EX6] [AN15] what comes never makes what was there look better', () => {
  fc.assert(
    fc.property(randomModel, randomModel, (one, other) => {
      const [coming, board] = [one, other].map((model) => withNames(normalise(model).model)) as [Model, Model]
      const after = new Map(
        exposuresOf(together(coming, board)).map((each) => [`${each.risk} ${each.target}`, each.kind]),
      )
      for (const { risk, target, kind } of exposuresOf(board)) {
        expect([kind, 'taken']).toContain(after.get(`${risk} ${target}`))
      }
    }),
  )
})

test('[EX6] a mitigation on a vendor that is on both boards, or on everything, covers only what comes', () => {
  const board = normalisedOf({
    vendors: [{ id: 'v', name: 'Acme' }],
    components: [{ id: 'a', vendor: 'v' }],
  }).model
  const coming = normalisedOf({
    vendors: [{ id: 'w', name: ' acme' }],
    segments: [{ id: 's' }],
    components: [
      { id: 'a', vendor: 'w' },
      { id: 'b', segment: 's' },
    ],
    risks: [{ id: 'r', on: { vendor: 'w' } }],
    mitigations: [
      { id: 'm1', effect: 'contains-node', on: [{ vendor: 'w' }] },
      { id: 'm2', effect: 'removes-risk', treats: ['r'], on: [] },
      { id: 'm3', effect: 'blocks-propagation', on: [] },
    ],
  }).model
  const { records } = intoBoard(coming, board, ground(board))
  expect(records.vendors).toEqual([])
  expect(records.components.map(({ id, vendor }) => [id, vendor])).toEqual([
    ['new:components:0', 'v'],
    ['b', null],
  ])
  expect(records.risks[0]?.on).toEqual({ vendor: 'v' })
  expect(records.mitigations.map(({ on }) => on)).toEqual([
    [{ component: 'new:components:0' }],
    [{ segment: 's' }, { component: 'new:components:0' }],
    [],
  ])
})

test('[MO3] a mitigation that would be left on nothing is left out, and told of', () => {
  const board = normalisedOf({ vendors: [{ id: 'v', name: 'Acme' }] }).model
  const coming = normalisedOf({
    vendors: [{ id: 'w', name: 'Acme' }],
    mitigations: [{ id: 'm', on: [{ vendor: 'w' }] }],
  }).model
  const { records, left } = intoBoard(coming, board, ground(board))
  expect(records.mitigations).toEqual([])
  expect(left).toEqual([
    'Mitigations that cover nothing of what comes, or more than can be listed, are left out.',
  ])
})

test('[EX1] mitigations on everything, each of which would be on every component, are bounded', () => {
  const many = 2000
  const coming = normalisedOf({
    components: Array.from({ length: many }, (_, nth) => ({ id: `c${nth}` })),
    mitigations: Array.from({ length: many }, (_, nth) => ({
      id: `m${nth}`,
      effect: 'removes-risk',
      on: [],
    })),
  }).model
  const board = normalisedOf({}).model
  const { records, left } = intoBoard(coming, board, ground(board))
  expect(records.mitigations.length).toBeGreaterThan(10)
  expect(records.mitigations.reduce((sum, { on }) => sum + on.length, 0)).toBeLessThanOrEqual(50_000)
  expect(left.length).toBe(1)
})

test('[EX6] an assurance of a vendor that is on both boards stays behind, a finding comes along', () => {
  const board = normalisedOf({ vendors: [{ id: 'v', name: 'Acme' }] }).model
  const coming = normalisedOf({
    vendors: [{ id: 'w', name: 'Acme' }],
    statements: [
      { id: 'a', vendor: 'w', kind: 'assurance' },
      { id: 'f', vendor: 'w', kind: 'finding' },
    ],
  }).model
  const { records, left } = intoBoard(coming, board, ground(board))
  expect(records.statements).toMatchObject([{ id: 'f', vendor: 'v' }])
  expect(left.length).toBe(1)
})

test('[MO9] threats are numbered on, and waivers for the whole board and sign-offs stay behind', () => {
  const parts = {
    components: [{ id: 'c' }],
    threats: [{ id: 't', number: 3, on: { component: 'c' } }],
    waivers: [{ id: 'x', check: 'chk-logging', on: [], reason: '', by: '' }],
    reviews: [{ id: 'w' }],
  }
  const board = normalisedOf(parts).model
  const { records, lastThreat, left } = intoBoard(board, board, ground(board))
  expect(records.threats.map(({ number }) => number)).toEqual([4])
  expect(lastThreat).toBe(4)
  expect([records.waivers, records.reviews]).toEqual([[], []])
  expect(left.length).toBe(2)
})

test('what comes stands beside what is there', () => {
  const board = normalisedOf({ components: [{ id: 'a', pos: [100, 50] }] }).model
  const coming = normalisedOf({
    segments: [{ id: 's', pos: [-40, 10], size: [400, 300] }],
    components: [{ id: 'b', segment: 's', pos: [20, 40] }],
  }).model
  const { records, outermost } = intoBoard(coming, board, ground(board))
  expect(records.segments[0]?.pos).toEqual([100 + 168 + 120, 50])
  expect(records.components[0]?.pos).toEqual([20, 40])
  expect(outermost).toEqual(['s'])
})
