import { expect, test } from 'vitest'
import type { BoardResult, ShownStep } from '../../core/analysis/board-result.ts'
import type { Exposure, Routes } from '../../core/analysis/result.ts'
import { emptyModel } from '../../core/model/records.ts'
import type { SpotlightState } from '../../state/spotlight-store.ts'
import type { Paint } from '../../core/paint/marks.ts'
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

const EXPOSURES = [
  exposure({}),
  exposure({ target: 'e', kind: 'reached', path: ['a', 'e'], links: ['ae'], hops: 1 }),
]

const stepsOf = (exposures: readonly Exposure[]): ShownStep[] =>
  exposures.flatMap(({ kind, path, links: over }) =>
    over.map((link, hop) => ({
      link,
      from: path[hop] as string,
      to: path[hop + 1] as string,
      kind,
      door: kind === 'reached' && hop === over.length - 1,
    })),
  )

const result = ({ exposures = EXPOSURES, ...change }: Partial<BoardResult>): BoardResult => ({
  format: 'ringfence-exposure',
  version: 1,
  date: '2026-11-23',
  policy: emptyModel().meta.policy,
  counts: { components: 0, links: 0, held: 0, targets: 0, taken: 0, reached: 0, accepted: 0 },
  held: ['a', 'b', 'd'],
  sources: ['a'],
  targets: ['d', 'e'],
  exposures,
  shownSteps: stepsOf(exposures),
  coverage: COVERAGE,
  setAside: [],
  ...change,
})

const NO_COLUMNS: BoardResult['coverage']['columns'] = {
  risk: new Int32Array(0),
  component: new Int32Array(0),
  state: new Uint8Array(0),
  tally: new Int32Array(0),
  live: new Int32Array(0),
}
const COVERAGE: BoardResult['coverage'] = {
  share: null,
  instances: [],
  count: () => 0,
  stateOf: () => null,
  live: new Map(),
  columns: NO_COLUMNS,
  model: emptyModel(),
}

const routes: Routes = {
  taken: { components: ['a', 'b', 'd'], links: ['ab', 'db', 'xb'] },
  reached: { components: ['e'], links: ['ae'] },
}
const seen = (change: Partial<BoardResult> = {}, others: Partial<Seen> = {}): Seen => ({
  result: result(change),
  routes,
  before: null,
  chokePoints: null,
  separatingSet: null,
  ...others,
})

const DARK: SpotlightState = { path: null, hop: null, blast: null, chokePoints: false, separatingSet: false }
const paint = (
  what: Seen,
  shown: { risk: string; target: string } | null = null,
  spotlight: Partial<SpotlightState> = {},
  exposed = true,
  found: readonly [id: string, count: number][] = [],
): Paint =>
  paintOf(what, links, {
    mode: exposed ? 'exposure' : 'model',
    drawCoverage: null,
    shown,
    spotlight: { ...DARK, ...spotlight },
    findings: new Map(found),
  })

const SHOWN = { risk: 'r1', target: 'd' }
const links = new Map(
  ['ab', 'db', 'ae', 'xb'].map((id) => [id, { from: id[0] as string, to: id[1] as string }]),
)

test('routes and doors are marked, and what is held, a source or a target says so', () => {
  const { mode, components, links: lines } = paint(seen())
  expect(mode).toBe('routes')
  expect(
    ['a', 'b', 'd', 'e'].map((id) => [id, components.get(id)?.mark, components.get(id)?.standing]),
  ).toEqual([
    ['a', 'taken', 'source'],
    ['b', 'taken', 'held'],
    ['d', 'taken', 'taken'],
    ['e', 'reached', 'reached'],
  ])
  expect(lines.get('ae')).toMatchObject({ mark: 'reached', flow: 'forward', door: 'to', step: null })
})

test('a link has the direction in which the paths go, and none where no path goes along it', () => {
  const lines = paint(seen()).links
  expect([lines.get('ab')?.flow, lines.get('db')?.flow, lines.get('xb')?.flow]).toEqual([
    'forward',
    'backward',
    null,
  ])
})

test('one exposure shown alone leaves only its own path marked, its hops numbered', () => {
  const { mode, components, links: lines } = paint(seen(), SHOWN)
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
  const { components, links: lines } = paintOf(seen({ exposures: [entered] }), ends, {
    mode: 'exposure',
    drawCoverage: null,
    shown: SHOWN,
    spotlight: DARK,
    findings: new Map(),
  })
  expect([lines.get('xa')?.step, lines.get('xa')?.flow, lines.get('ad')?.step]).toEqual([1, 'backward', 2])
  expect(components.get('x')?.mark).toBe('taken')
})

test('an exposure that has gone shows all routes again', () => {
  expect(paint(seen(), { risk: 'gone', target: 'd' }).mode).toBe('routes')
})

test('with exposure hidden, or nothing exposed, nothing is marked and nothing recedes', () => {
  const nowhere = { taken: { components: [], links: [] }, reached: { components: [], links: [] } }
  expect(paint(seen(), null, {}, false)).toMatchObject({ mode: 'plain', links: new Map() })
  expect(paint(seen({ exposures: [] }, { routes: nowhere })).mode).toBe('plain')
  expect(paint(seen({}, { result: null, routes: null })).mode).toBe('plain')
})

test('live risks are counted at each component, whether or not exposure is shown', () => {
  const live = new Map([['a', 2]])
  const { components } = paint(seen({ coverage: { ...COVERAGE, live } }), null, {}, false)
  expect([components.get('a')?.risks, components.get('b')]).toEqual([2, undefined])
})

test('before the routes have come, the shown paths are marked', () => {
  const { mode, components, links: lines } = paint(seen({}, { routes: null }))
  expect(mode).toBe('routes')
  expect([...lines].map(([id, { mark }]) => [id, mark])).toEqual([
    ['ae', 'reached'],
    ['ab', 'taken'],
    ['db', 'taken'],
  ])
  expect([components.get('e')?.mark, components.get('a')?.mark]).toEqual(['reached', 'taken'])
})

test('another path takes the place of the shown one, but only of that exposure', () => {
  const path = { source: 'x', hops: 2, path: ['x', 'b', 'd'], links: ['xb', 'db'] }
  const lines = paint(seen(), SHOWN, { path }).links
  expect([...lines].map(([id, { step }]) => [id, step])).toEqual([
    ['xb', 1],
    ['db', 2],
  ])
  expect([...paint(seen(), { risk: 'r1', target: 'e' }, { path }).links.keys()]).toEqual(['ae'])
})

test('the hop that is looked at is strong, with its ends; the rest of the path is quieter', () => {
  const { components, links: lines } = paint(seen(), SHOWN, { hop: 1 })
  expect([...lines].map(([id, { hop }]) => [id, hop])).toEqual([
    ['ab', 'quiet'],
    ['db', 'looked'],
  ])
  expect(['a', 'b', 'd'].map((id) => components.get(id)?.hop)).toEqual(['quiet', 'looked', 'looked'])
  expect([...paint(seen(), SHOWN).links.values()].map(({ hop }) => hop)).toEqual([null, null])
})

test('what one component would give takes the place of the routes, and carries no mark of theirs', () => {
  const blast = {
    component: 'x',
    held: false,
    components: ['b', 'd'],
    links: ['xb', 'db', 'ae'],
    targets: [
      { target: 'd', kind: 'taken', hops: 2, path: ['x', 'b', 'd'], links: ['xb', 'db'], fresh: false },
      { target: 'e', kind: 'reached', hops: 1, path: ['a', 'e'], links: ['ae'], fresh: true },
    ],
  } as const
  for (const exposed of [true, false]) {
    const { mode, components, links: lines } = paint(seen(), SHOWN, { blast }, exposed)
    expect(mode).toBe('blast')
    expect(['x', 'b', 'd', 'e', 'a'].map((id) => components.get(id)?.blast ?? null)).toEqual([
      'origin',
      'held',
      'taken',
      'reached',
      null,
    ])
    expect([components.get('d')?.anyway, components.get('e')?.anyway]).toEqual([true, false])
    expect([...components.values(), ...lines.values()].every(({ mark }) => mark === null)).toBe(true)
    expect(lines.get('db')).toMatchObject({ blast: true, flow: 'backward' })
    expect(lines.get('ae')?.door).toBe('to')
  }
})

test('findings are marked at what they are of, in any mode', () => {
  for (const exposed of [true, false]) {
    const found: [string, number][] = [
      ['e', 2],
      ['xb', 1],
    ]
    const { components, links: lines } = paint(seen(), null, {}, exposed, found)
    expect(['a', 'e', 'xb'].map((id) => components.get(id)?.findings ?? 0)).toEqual([0, 2, 0])
    expect(lines.get('xb')?.findings).toBe(1)
  }
})

test('[AN12] choke points have their rank, and the separating set its mark, whatever else is shown', () => {
  const chokePoints = {
    components: [
      { id: 'b', taken: 2, reached: 0 },
      { id: 'a', taken: 1, reached: 0 },
    ],
    links: [{ id: 'ab', taken: 1, reached: 0 }],
  }
  const what = seen({}, { chokePoints, separatingSet: ['db'] })
  const on = paint(what, SHOWN, { chokePoints: true, separatingSet: true }, false)
  expect([on.components.get('b')?.choke, on.components.get('a')?.choke]).toEqual([1, 2])
  expect([on.links.get('ab')?.choke, on.links.get('ab')?.cut]).toEqual([1, false])
  expect([on.links.get('db')?.choke, on.links.get('db')?.cut]).toEqual([null, true])
  const off = paint(what)
  expect([off.components.get('b')?.choke, off.links.get('db')?.cut]).toEqual([null, false])
})

const trial = (change: Partial<Seen> = {}): Seen =>
  seen(
    { exposures: [exposure({ target: 'e', kind: 'reached', path: ['a', 'e'], links: ['ae'], hops: 1 })] },
    {
      routes: { taken: { components: [], links: [] }, reached: { components: ['a', 'e'], links: ['ae'] } },
      before: {
        result: result({ exposures: [exposure({})] }),
        routes: {
          taken: { components: ['a', 'b', 'd'], links: ['ab', 'db'] },
          reached: { components: [], links: [] },
        },
      },
      ...change,
    },
  )

test('[AN13] with a trial on, what left the routes has gone out and what is new on one has come', () => {
  const { mode, components, links: lines } = paint(trial())
  expect(mode).toBe('routes')
  expect([...lines].map(([id, { mark, change }]) => [id, mark, change])).toEqual([
    ['ae', 'reached', 'come'],
    ['ab', null, 'gone'],
    ['db', null, 'gone'],
  ])
  expect(['a', 'b', 'd', 'e'].map((id) => components.get(id)?.change)).toEqual([null, 'gone', 'gone', 'come'])
})

test('before both routes have come nothing is said to have gone out, since shown paths move by themselves', () => {
  const changes = (what: Seen) => [...paint(what).links.values()].filter(({ change }) => change !== null)
  expect(changes(trial({ routes: null }))).toEqual([])
  expect(changes(trial({ before: { result: result({}), routes: null } }))).toEqual([])
})

test('an exposure that a trial has ended is shown as the way that has gone out', () => {
  const { mode, components, links: lines } = paint(trial(), SHOWN)
  expect(mode).toBe('one')
  expect([...lines].map(([id, { mark, change, step }]) => [id, mark, change, step])).toEqual([
    ['ab', null, 'gone', 1],
    ['db', null, 'gone', 2],
  ])
  expect([components.get('d')?.standing, components.get('d')?.change]).toEqual([null, 'gone'])
})
