import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardResult } from '../core/analysis/board-result.ts'
import type { BurnDown } from '../core/analysis/burn-down.ts'
import { shareOfTally } from '../core/analysis/coverage-shares.ts'
import { sketch } from '../core/analysis/testing/sketch.ts'
import { DATE, sit } from './testing/sit.ts'

type Fields = Readonly<Record<string, unknown>>
const measure = (id: string, treats: string, fields: Fields = {}) => ({
  id,
  effect: 'removes-risk',
  treats: [treats],
  on: [],
  status: 'planned',
  ...fields,
})
const boardWith = (mitigations: readonly Fields[], risk: Fields = {}, policy: Fields = {}) =>
  sketch({
    links: 'a => t, b => t, b => u',
    critical: 't u',
    risks: [
      { id: 'r1', on: { component: 'a' }, propagation: 'foothold' },
      { id: 'r2', on: { component: 'b' }, propagation: 'foothold', ...risk },
    ],
    mitigations,
    policy,
  })
const BOARD = boardWith([measure('m1', 'r1', { due: '2027-03-01' })])

/** What the page is told of a board moved to a day, as a point of a burn-down. */
async function pointOn(desk: ReturnType<typeof sit>, board: typeof BOARD, day: string) {
  desk.edit(board, null, day)
  const { outcome } = await desk.until('first')
  const { counts, coverage, date } = boardResult(outcome, board)
  const { covered, counted } = shareOfTally(coverage.columns.tally)
  const { taken, reached, accepted } = counts
  return { date, taken, reached, accepted, covered, counted }
}

async function burnDownOf(desk: ReturnType<typeof sit>, board: typeof BOARD): Promise<BurnDown> {
  desk.edit(board)
  desk.ask({ of: 'burn-down' })
  return (await desk.until('answer')).answer as BurnDown
}

test('[PR4] on any board, each later point of the burn-down is what the board shows when moved to that day', async () => {
  const day = fc.constantFrom('2026-11-01', DATE, '2026-12-24', '2027-03-01', '2028-02-29', null)
  const said = fc.record({
    due: day,
    status: fc.constantFrom('planned', 'planned', 'proposed', 'implemented', 'verified'),
    treats: fc.constantFrom('r1', 'r2'),
  })
  const until = fc.constantFrom('2026-11-01', '2026-12-31', '2027-03-01')
  const scenario = fc.constantFrom('inherent', 'assured', 'current', 'target')
  await fc.assert(
    fc.asyncProperty(fc.array(said, { maxLength: 4 }), until, scenario, async (all, acceptedUntil, of) => {
      const board = boardWith(
        all.map(({ treats, ...fields }, place) => measure(`m${place}`, treats, fields)),
        { status: 'accepted', acceptedUntil },
        { scenario: of },
      )
      const desk = sit()
      const [, ...later] = (await burnDownOf(desk, board)).points
      for (const point of later) expect(await pointOn(desk, board, point.date)).toEqual(point)
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('[PR1] between two of the days the board is as on the former', async () => {
  const desk = sit()
  const { date: _, ...before } = await pointOn(desk, BOARD, '2027-02-28')
  const { date: __, ...on } = await pointOn(desk, BOARD, '2027-03-01')
  const { date: ___, ...after } = await pointOn(desk, BOARD, '2027-06-30')
  expect([before.taken, on.taken]).toEqual([3, 2])
  expect(after).toEqual(on)
})

test('[PR5] a moved board brings the board as it stands along, and what is planned is removed, never verified', async () => {
  const desk = sit()
  desk.edit(BOARD, null, '2027-03-01')
  const { outcome, before } = await desk.until('first')
  expect(before?.date).toBe(DATE)
  expect([before?.counts.taken, outcome.counts.taken]).toEqual([3, 2])
  const { coverage } = boardResult(outcome, BOARD)
  expect([coverage.count('removed'), coverage.count('verified')]).toEqual([1, 0])
})

test('[PR5] checks, burn-down and a plan are those of today, wherever the board is moved', async () => {
  const told = async (day: string | null) => {
    const desk = sit()
    desk.edit(BOARD, null, day)
    const answers: unknown[] = []
    for (const question of [{ of: 'checks' }, { of: 'burn-down' }] as const) {
      desk.ask(question)
      answers.push((await desk.until('answer')).answer)
    }
    desk.ask({ of: 'without-vendor', vendor: 'none' })
    answers.push((await desk.until('answer')).answer)
    return [...answers, (await desk.plan()).answer]
  }
  const today = await told(null)
  expect(await told('2027-03-01')).toEqual(today)
  expect(today.at(-1)).toMatchObject({ plan: { mitigations: ['m1'] } })
})
