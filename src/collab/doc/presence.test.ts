import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fittingIds } from './fitting-ids.ts'
import { type Presence, readName, readPresence } from './presence.ts'

const view = { x: -20, y: 40.5, zoom: 0.5, w: 1440, h: 900 }
const ada: Presence = {
  user: 'u1',
  name: 'Ada',
  colour: '#1f6f8b',
  role: 'editor',
  cursor: [1, 2.5],
  selection: ['c1', 'l1'],
  drag: { ids: ['c1'], from: [0, 8], by: [10, -4] },
  view,
  follows: 7,
  laser: [3, 4],
  summon: { id: 's1', view },
}
const silent = {
  user: null,
  cursor: null,
  selection: [],
  drag: null,
  view: null,
  follows: null,
  laser: null,
  summon: null,
}

test('what a browser of ours says is read as it is', () => {
  expect(readPresence(ada)).toEqual(ada)
  expect(readPresence({ ...ada, ...silent })).toEqual({ ...ada, ...silent })
})

test('one who only says a name shows nothing else', () =>
  expect(readPresence({ name: 'Ada', role: 'editor', colour: '#1f6f8b' })).toEqual({ ...ada, ...silent }))

test.each([
  ['a colour that is more than one', { colour: 'red; background: url(x)' }, { colour: '#5c6770' }],
  ['a role that does not exist', { role: 'admin' }, { role: 'viewer' }],
  ['a cursor nowhere', { cursor: [Number.NaN, 0] }, { cursor: null }],
  ['a cursor beyond every board', { cursor: [1e9, 0] }, { cursor: null }],
  ['a cursor in three dimensions', { cursor: [1, 2, 3] }, { cursor: null }],
  ['a selection of anything', { selection: ['c1', 5, 'x'.repeat(65), '', null] }, { selection: ['c1'] }],
  ['a selection that is no list', { selection: 'c1' }, { selection: [] }],
  ['the same selected often', { selection: ['c1', 'c1'] }, { selection: ['c1'] }],
  ['a long name', { name: 'x'.repeat(500) }, { name: 'x'.repeat(60) }],
  ['a name that turns its neighbours round', { name: 'Ada\u202Etxt' }, { name: 'Ada txt' }],
  ['a name of several lines', { name: ' A\nd\ta\u0007 ' }, { name: 'A d a' }],
  ['a name of nothing', { name: '\u200F\u2066' }, { name: 'Somebody' }],
  ['a drag of nothing', { drag: { ids: [], from: [0, 0], by: [1, 1] } }, { drag: null }],
  ['a drag to nowhere', { drag: { ids: ['c1'], from: [0, 0], by: [Infinity, 1] } }, { drag: null }],
  ['a drag from nowhere', { drag: { ids: ['c1'], by: [1, 1] } }, { drag: null }],
  ['a view without a size', { view: { ...view, w: 0 } }, { view: null }],
  ['a view from too near', { view: { ...view, zoom: 1e6 } }, { view: null }],
  ['following half of somebody', { follows: 1.5 }, { follows: null }],
  ['a summon to nowhere', { summon: { id: 's1', view: null } }, { summon: null }],
  ['a summon by one who may only look', { role: 'viewer' }, { role: 'viewer', summon: null }],
  ['a user that is a story', { user: 'x'.repeat(65) }, { user: null }],
])('%s', (_, change, read) => expect(readPresence({ ...ada, ...change })).toEqual({ ...ada, ...read }))

test.each([[null], [undefined], ['Ada'], [{}], [[]], [{ name: 5 }]])('%j is nobody', (state) =>
  expect(readPresence(state)).toBeNull(),
)

test('letters joined to one sign stay joined', () => expect(readName('👩‍💻 می‌خواهم')).toBe('👩‍💻 می‌خواهم'))

describe('whatever comes', () => {
  const number = fc.oneof(fc.double(), fc.integer(), fc.constant(1e300))
  const loose = fc.oneof(fc.jsonValue(), number, fc.array(number, { maxLength: 3 }))
  const field = <T>(good: T) =>
    fc.option(fc.oneof(fc.constant(good), loose, fc.anything()), { nil: undefined })
  const looseView = fc.record({ x: number, y: number, zoom: number, w: number, h: number })
  const state = fc.record({
    ...Object.fromEntries(Object.entries(ada).map(([key, value]) => [key, field<unknown>(value)])),
    name: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
    view: fc.oneof(looseView, loose),
    drag: fc.oneof(fc.record({ ids: fc.array(fc.oneof(fc.string(), loose)), from: loose, by: loose }), loose),
    summon: fc.oneof(fc.record({ id: fc.string(), view: looseView }), loose),
  })

  test('is nobody, or a presence within bounds that reads as itself', () => {
    fc.assert(
      fc.property(fc.oneof(state, fc.jsonValue(), fc.anything()), (said) => {
        const read = readPresence(said)
        if (read === null) return
        expect([...read.name].length).toBeLessThanOrEqual(60)
        expect(read.name).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)
        expect(read.name.trim()).not.toBe('')
        for (const ids of [read.selection, read.drag?.ids ?? []]) {
          expect(ids.length).toBeLessThanOrEqual(100)
          expect(ids.every((id) => id !== '' && id.length <= 64)).toBe(true)
        }
        for (const at of [read.cursor, read.laser, read.drag?.by ?? null])
          for (const part of at ?? []) expect(Math.abs(part)).toBeLessThanOrEqual(1e7)
        for (const seen of [read.view, read.summon?.view ?? null])
          for (const part of Object.values(seen ?? {})) expect(Math.abs(part)).toBeLessThanOrEqual(1e7)
        expect(readPresence(JSON.parse(JSON.stringify(read)))).toEqual(JSON.parse(JSON.stringify(read)))
      }),
      { numRuns: 2_000 },
    )
  })
})

test('ten thousand selected records are a hundred', () => {
  const selection = Array.from({ length: 10_000 }, (_, index) => `c${index}`)
  expect(readPresence({ ...ada, selection })?.selection).toHaveLength(100)
})

test('what is told of a large selection always fits into what the server takes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 64 }), { minLength: 80, maxLength: 200 }),
      (ids) => {
        const fitting = fittingIds(ids)
        expect(ids.slice(0, fitting.length)).toEqual(fitting)
        const said = {
          ...ada,
          name: '👩'.repeat(60),
          selection: fitting,
          drag: { ids: fitting, from: [-1e6, 1e6], by: [-1e6, 1e6] },
        }
        expect(Buffer.byteLength(JSON.stringify(said))).toBeLessThanOrEqual(4096)
      },
    ),
  )
})
