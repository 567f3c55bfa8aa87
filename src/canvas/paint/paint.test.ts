import { expect, test } from 'vitest'
import type { CoreResult, Exposure, Routes } from '../../core/analysis/result.ts'
import { emptyModel } from '../../core/model/records.ts'
import { paintOf, type Seen } from './paint.ts'

const exposure = (change: Partial<Exposure>): Exposure => ({
  risk: 'r1',
  target: 'd',
  kind: 'taken',
  source: 'a',
  hops: 2,
  path: ['a', 'b', 'd'],
  links: ['ab', 'db'],
  entry: null,
  rating: 'high',
  accepted: false,
  ...change,
})

const result = (change: Partial<CoreResult>): CoreResult => ({
  format: 'ringfence-exposure',
  version: 1,
  date: '2026-11-23',
  policy: emptyModel().meta.policy,
  counts: { components: 0, links: 0, held: 0, targets: 0, taken: 0, reached: 0, accepted: 0 },
  held: ['a', 'b', 'd'],
  sources: ['a'],
  targets: ['d', 'e'],
  exposures: [
    exposure({}),
    exposure({ target: 'e', kind: 'reached', path: ['a', 'e'], links: ['ae'], hops: 1 }),
  ],
  coverage: { share: null, instances: [] },
  setAside: [],
  ...change,
})

const routes: Routes = {
  taken: { components: ['a', 'b', 'd'], links: ['ab', 'db', 'xb'] },
  reached: { components: ['e'], links: ['ae'] },
}
const seen = (change: Partial<CoreResult> = {}): Seen => ({ result: result(change), routes })

const links = new Map(
  ['ab', 'db', 'ae', 'xb'].map((id) => [id, { from: id[0] as string, to: id[1] as string }]),
)

test('routes and doors are marked, and what is held, a source or a target says so', () => {
  const { mode, components, links: lines } = paintOf(seen(), links, true, null)
  expect(mode).toBe('routes')
  expect(
    ['a', 'b', 'd', 'e'].map((id) => [id, components.get(id)?.mark, components.get(id)?.standing]),
  ).toEqual([
    ['a', 'taken', 'source'],
    ['b', 'taken', 'held'],
    ['d', 'taken', 'taken'],
    ['e', 'reached', 'reached'],
  ])
  expect(lines.get('ae')).toEqual({ mark: 'reached', flow: 'forward', door: 'to', step: null })
})

test('a link has the direction in which the paths go, and none where no path goes along it', () => {
  const lines = paintOf(seen(), links, true, null).links
  expect([lines.get('ab')?.flow, lines.get('db')?.flow, lines.get('xb')?.flow]).toEqual([
    'forward',
    'backward',
    null,
  ])
})

test('one exposure shown alone leaves only its own path marked, its hops numbered', () => {
  const { mode, components, links: lines } = paintOf(seen(), links, true, { risk: 'r1', target: 'd' })
  expect(mode).toBe('one')
  expect([...lines].map(([id, { step }]) => [id, step])).toEqual([
    ['ab', 1],
    ['db', 2],
  ])
  expect(components.get('e')).toBeUndefined()
})

test('the way in to a weakness is its first step', () => {
  const entered = exposure({ entry: { component: 'x', link: 'xa' }, path: ['a', 'd'], links: ['ad'] })
  const ends = new Map([
    ['xa', { from: 'a', to: 'x' }],
    ['ad', { from: 'a', to: 'd' }],
  ])
  const { components, links: lines } = paintOf(seen({ exposures: [entered] }), ends, true, {
    risk: 'r1',
    target: 'd',
  })
  expect([lines.get('xa')?.step, lines.get('xa')?.flow, lines.get('ad')?.step]).toEqual([1, 'backward', 2])
  expect(components.get('x')?.mark).toBe('taken')
})

test('an exposure that has gone shows all routes again', () => {
  expect(paintOf(seen(), links, true, { risk: 'gone', target: 'd' }).mode).toBe('routes')
})

test('with exposure hidden, or nothing exposed, nothing is marked and nothing recedes', () => {
  const nowhere = { taken: { components: [], links: [] }, reached: { components: [], links: [] } }
  expect(paintOf(seen(), links, false, null)).toMatchObject({ mode: 'plain', links: new Map() })
  expect(paintOf({ result: result({ exposures: [] }), routes: nowhere }, links, true, null).mode).toBe(
    'plain',
  )
  expect(paintOf({ result: null, routes: null }, links, true, null).mode).toBe('plain')
})

test('live risks are counted at each component, whether or not exposure is shown', () => {
  const instances = [
    { risk: 'r1', component: 'a', state: 'uncovered' },
    { risk: 'r2', component: 'a', state: 'accepted' },
    { risk: 'r3', component: 'a', state: 'verified' },
    { risk: 'r1', component: 'b', state: 'closed' },
  ] as const
  const { components } = paintOf(seen({ coverage: { share: 0, instances } }), links, false, null)
  expect([components.get('a')?.risks, components.get('b')]).toEqual([2, undefined])
})

test('before the routes have come, the shown paths are marked', () => {
  const { mode, components, links: lines } = paintOf({ result: result({}), routes: null }, links, true, null)
  expect(mode).toBe('routes')
  expect([...lines].map(([id, { mark }]) => [id, mark])).toEqual([
    ['ae', 'reached'],
    ['ab', 'taken'],
    ['db', 'taken'],
  ])
  expect([components.get('e')?.mark, components.get('a')?.mark]).toEqual(['reached', 'taken'])
})
