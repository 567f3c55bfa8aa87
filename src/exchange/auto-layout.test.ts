import ElkConstructor from 'elkjs/lib/elk.bundled.js'
import { describe, expect, test } from 'vitest'
import type { ElkGraph } from '../core/layout/auto/elk-graph.ts'
import { planLayout } from '../core/layout/auto/plan.ts'
import { overlaps, strays } from '../core/layout/auto/testing/judge.ts'
import { component, segment } from '../core/layout/testing/boards.ts'
import { BLANK_LINK } from '../core/model/blank.ts'
import { normalise } from '../core/model/normalise.ts'
import { emptyModel, type Model } from '../core/model/records.ts'
import { autoLayout, type Elk } from './auto-layout.ts'

const link = (from: string, to: string) => ({ ...BLANK_LINK, id: `${from}-${to}`, from, to })
const model: Model = normalise({
  ...emptyModel(),
  segments: [segment('s', null, [0, 0], [1, 1]), segment('t', 's', [0, 0], [1, 1])],
  components: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => component(id, id < 'd' ? 't' : 's', [0, 0])),
  links: [link('a', 'b'), link('b', 'c'), link('c', 'd'), link('d', 'e'), link('e', 'f'), link('a', 'f')],
}).model

/** One that answers with what `place` says of each block. */
const answering = (place: (index: number) => Partial<ElkGraph>): Elk => ({
  layout: (graph) =>
    Promise.resolve({
      ...graph,
      children: (graph.children ?? []).map((child, index) => ({ ...child, ...place(index) })),
    }),
})

describe('with elkjs itself', () => {
  const elk: Elk = new ElkConstructor()

  test('nothing overlaps, and the same model gives the same places', async () => {
    const placed = await autoLayout(model, elk)
    expect(overlaps(placed)).toEqual([])
    expect(strays(placed)).toEqual([])
    expect(await autoLayout(model, elk)).toEqual(placed)
  })
})

test('what is better than the plan is taken over', async () => {
  // Nobody lays blocks out closer than 12 apart, so these lines are the shortest of all.
  const close = answering((index) => ({ x: 0, y: index * 76 }))
  const placed = await autoLayout(model, close)
  expect(placed).not.toEqual(planLayout(model))
  expect(overlaps(placed)).toEqual([])
})

test.each<[string, Elk | null]>([
  ['without elk', null],
  ['where elk fails', { layout: () => Promise.reject(new Error('out of room')) }],
  [
    'where elk throws',
    {
      layout: () => {
        throw new RangeError('Maximum call stack size exceeded')
      },
    },
  ],
  ['where elk lays everything on one place', answering(() => ({ x: 0, y: 0 }))],
  ['where elk gives no places', answering(() => ({}))],
  ['where elk gives places that are none', answering(() => ({ x: Number.NaN, y: Infinity }))],
  ['where elk answers with nothing', { layout: () => Promise.resolve({ id: 'home' }) }],
])('%s everything is as it was planned', async (_, elk) => {
  expect(await autoLayout(model, elk)).toEqual(planLayout(model))
})

test('an answer that is late is not waited for', async () => {
  const stopper = new AbortController()
  let asked = 0
  const silent: Elk = {
    layout: () => {
      asked++
      stopper.abort()
      return new Promise(() => {})
    },
  }
  expect(await autoLayout(model, silent, { signal: stopper.signal })).toEqual(planLayout(model))
  expect(asked).toBe(1)
})

test('an elk that is not in time is not asked', async () => {
  const elk: Elk = { layout: () => Promise.reject(new Error('asked')) }
  const signal = AbortSignal.abort()
  expect(await autoLayout(model, elk, { signal })).toEqual(planLayout(model))
})

test('a large board is planned without elk', async () => {
  const large = normalise({
    ...emptyModel(),
    components: Array.from({ length: 400 }, (_, index) => component(`c${index}`, null, [0, 0])),
    links: Array.from({ length: 399 }, (_, index) => link(`c${index}`, `c${index + 1}`)),
  }).model
  let asked = 0
  const counting: Elk = {
    layout: (graph) => {
      asked++
      return Promise.resolve(graph)
    },
  }
  expect(overlaps(await autoLayout(large, counting))).toEqual([])
  expect(asked).toBe(0)
})
