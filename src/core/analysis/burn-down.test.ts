import { expect, test } from 'vitest'
import { burnDown } from './burn-down.ts'
import type { Parts } from './testing/model-of.ts'
import { sketch } from './testing/sketch.ts'

type Fields = Readonly<Record<string, unknown>>
const TODAY = '2026-11-23'
const AT_ONCE = () => Promise.resolve()

const measure = (id: string, treats: string, fields: Fields) => ({
  id,
  effect: 'removes-risk',
  treats: [treats],
  on: [],
  status: 'planned',
  ...fields,
})
const boardWith = (mitigations: readonly Fields[], policy: Parts['policy'] = {}) =>
  sketch({
    links: 'a => t, b => t',
    critical: 't',
    risks: [
      { id: 'r1', on: { component: 'a' }, propagation: 'foothold' },
      {
        id: 'r2',
        on: { component: 'b' },
        propagation: 'foothold',
        status: 'accepted',
        acceptedUntil: '2026-12-31',
      },
    ],
    mitigations,
    policy,
  }).model

test('[PR2, PR4] each day has what is taken, accepted and covered by then, today first', async () => {
  const model = boardWith([
    measure('m1', 'r1', { due: '2027-03-01' }),
    measure('late', 'r2', { due: '2026-11-22' }),
    measure('undated', 'r2', { due: null }),
  ])
  expect(await burnDown(model, TODAY, AT_ONCE)).toEqual({
    points: [
      { date: TODAY, taken: 2, reached: 0, accepted: 1, covered: 0, counted: 2 },
      { date: '2027-01-01', taken: 2, reached: 0, accepted: 0, covered: 0, counted: 2 },
      { date: '2027-03-01', taken: 1, reached: 0, accepted: 0, covered: 1, counted: 2 },
    ],
    more: 0,
  })
})

test.each(['inherent', 'assured'] as const)(
  '[PR1] where %s is what counts, nothing planned ever does',
  async (scenario) => {
    const { points } = await burnDown(
      boardWith([measure('m1', 'r1', { due: '2027-03-01' })], { scenario }),
      TODAY,
      AT_ONCE,
    )
    expect(points.map(({ covered }) => covered)).toEqual([0, 0, 0])
  },
)

test('[PR1] where the target scenario counts, what is planned still waits for its day', async () => {
  const model = boardWith([measure('m1', 'r1', { due: '2027-03-01' })], { scenario: 'target' })
  const { points } = await burnDown(model, TODAY, AT_ONCE)
  expect(points.map(({ covered }) => covered)).toEqual([0, 0, 1])
})

test('[PR4] of very many days the first are told, and how many there are more', async () => {
  const dayOf = (place: number) => new Date(Date.UTC(2027, 0, 2 + place)).toISOString().slice(0, 10)
  const model = boardWith(
    Array.from({ length: 80 }, (_, place) => measure(`m${place}`, 'r1', { due: dayOf(place) })),
  )
  const { points, more } = await burnDown(model, TODAY, AT_ONCE)
  // Today, the day after the acceptance, and 80 more.
  expect([points.length, more]).toEqual([60, 22])
})

test('it ends as soon as its turn is refused', async () => {
  let turns = 0
  const refusing = () => (++turns === 2 ? Promise.reject(new Error('over')) : Promise.resolve())
  await expect(burnDown(boardWith([]), TODAY, refusing)).rejects.toThrow('over')
  expect(turns).toBe(2)
})
