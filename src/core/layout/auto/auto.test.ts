import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BLANK_COMPONENT, BLANK_LINK } from '../../model/blank.ts'
import { normalise } from '../../model/normalise.ts'
import { parseModel } from '../../model/parse.ts'
import { emptyModel, type Model } from '../../model/records.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { component, note, segment } from '../testing/boards.ts'
import { boardFrames } from '../board-frames.ts'
import { COMPONENT_SIZE, encloses, overlap, SEGMENT_BORDER, SEGMENT_TITLE } from '../geometry.ts'
import { boundsOf } from '../frames.ts'
import { layoutBeside } from './beside.ts'
import { gridLayout } from './grid.ts'
import { planLayout } from './plan.ts'
import { lineLength, overlaps, strays } from './testing/judge.ts'

/** Homes of up to some dozens of blocks, nested and linked in every way. */
const boards: fc.Arbitrary<Model> = fc
  .record({
    parents: fc.array(fc.nat(8), { maxLength: 8 }),
    homes: fc.array(fc.nat(8), { maxLength: 40 }),
    ends: fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 60 }),
    notes: fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 900 })), { maxLength: 4 }),
  })
  .map(({ parents, homes, ends, notes }) => {
    const home = (at: number) => (at < parents.length ? `s${at}` : null)
    return normalise({
      ...emptyModel('Random'),
      segments: parents.map((parent, index) =>
        segment(`s${index}`, parent < index ? home(parent) : null, [0, 0], [320, 240]),
      ),
      components: homes.map((at, index) => component(`c${index}`, home(at), [0, 0])),
      notes: notes.map(([at, width], index) => note(`n${index}`, home(at), [0, 0], [width, 90])),
      links: ends
        .filter(([from, to]) => from < homes.length && to < homes.length)
        .map(([from, to], index) => ({ ...BLANK_LINK, id: `l${index}`, from: `c${from}`, to: `c${to}` })),
    }).model
  })

const template = (name: string): Model => {
  const parsed = parseModel(readFileSync(`public/templates/${name}.ringfence.json`, 'utf8'))
  if (!parsed.ok) throw new Error('the template cannot be read')
  const { model } = normalise(parsed.value)
  const nowhere = <T extends object>(record: T) => ({ ...record, pos: [0, 0] as [number, number] })
  return {
    ...model,
    segments: model.segments.map(nowhere),
    components: model.components.map(nowhere),
    notes: model.notes.map(nowhere),
  }
}

/** A chain with a few links back, all on the open canvas. */
function flat(size: number): Model {
  return normalise({
    ...emptyModel('Flat'),
    components: Array.from({ length: size }, (_, index) => ({ ...BLANK_COMPONENT, id: `c${index}` })),
    links: Array.from({ length: Math.floor(size * 1.4) }, (_, index) => ({
      ...BLANK_LINK,
      id: `l${index}`,
      from: `c${index % size}`,
      to: `c${(index * 7 + 3) % size}`,
    })),
  }).model
}

describe.each([
  ['planLayout', planLayout],
  ['gridLayout', gridLayout],
] as const)('%s', (_, layout) => {
  test('lays nothing over its neighbours, and everything into its segment, below the title', () => {
    fc.assert(
      fc.property(boards, (model) => {
        const placed = layout(model)
        expect(overlaps(placed)).toEqual([])
        expect(strays(placed)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('changes places and sizes of segments and nothing else', () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const { model } = normalise(records)
        const placed = layout(model)
        const bare = (each: Model) => ({
          ...each,
          segments: each.segments.map(({ pos: _pos, size: _size, ...rest }) => rest),
          components: each.components.map(({ pos: _pos, ...rest }) => rest),
          notes: each.notes.map(({ pos: _pos, ...rest }) => rest),
        })
        expect(bare(placed)).toEqual(bare(model))
        expect(normalise(placed).model).toEqual(placed)
      }),
      { numRuns: 60 },
    )
  })

  test('gives the same places in any order of records and whatever the places were before', () => {
    fc.assert(
      fc.property(randomRecords, fc.nat(99), (records, seed) => {
        const placed = layout(normalise(records).model)
        expect(layout(normalise(reordered(records, seed)).model)).toEqual(placed)
        expect(layout(placed)).toEqual(placed)
      }),
      { numRuns: 60 },
    )
  })

  test.each(['first-workshop', 'operator-5g-sa-2018'])(
    'gives the template %s the shape of a page',
    (name) => {
      const placed = layout(template(name))
      expect(overlaps(placed)).toEqual([])
      expect(strays(placed)).toEqual([])
      const { size } = boundsOf([...boardFrames(placed).values()]) ?? { size: [0, 1] as const }
      expect(size[0] / size[1]).toBeGreaterThan(0.8)
      expect(size[0] / size[1]).toBeLessThan(2.2)
    },
  )

  test('leaves room for labels between neighbours that are linked', () => {
    const placed = layout({
      ...emptyModel(),
      components: [component('a', null, [0, 0]), component('b', null, [0, 0])],
      links: [{ ...BLANK_LINK, id: 'l', from: 'a', to: 'b', name: 'Vendor remote access' }],
    })
    const [a, b] = placed.components.map(({ pos }) => pos) as [[number, number], [number, number]]
    const across = Math.abs(a[0] - b[0]) - COMPONENT_SIZE[0]
    const down = Math.abs(a[1] - b[1]) - COMPONENT_SIZE[1]
    expect(across >= 120 || down >= 48).toBe(true)
  })

  test('makes room for a title in an empty segment', () => {
    const placed = layout({
      ...emptyModel(),
      segments: [{ ...segment('s', null, [0, 0], [10, 10]), name: 'A name that is rather long' }],
    })
    expect(placed.segments[0]?.size[0]).toBeGreaterThan(200)
    expect(placed.segments[0]?.size[1]).toBeGreaterThan(SEGMENT_TITLE + SEGMENT_BORDER)
  })

  test('takes a chain of ten thousand segments in each other', () => {
    const segments = Array.from({ length: 10_000 }, (_, index) =>
      segment(
        `s${String(index).padStart(5, '0')}`,
        index === 0 ? null : `s${String(index - 1).padStart(5, '0')}`,
        [0, 0],
        [1, 1],
      ),
    )
    const placed = layout({ ...emptyModel(), segments })
    expect(strays(placed)).toEqual([])
  })
})

test('the planned operator template has shorter lines than the one in rows', () => {
  const model = template('operator-5g-sa-2018')
  expect(lineLength(planLayout(model))).toBeLessThan(lineLength(gridLayout(model)) * 0.7)
})

test('rows bring linked components near each other', () => {
  const model = flat(1_000)
  const placed = gridLayout(model)
  const scattered = {
    ...placed,
    components: placed.components.map((each, index) => ({
      ...each,
      pos: placed.components[(index * 383) % 1_000]?.pos ?? [0, 0],
    })),
  }
  expect(lineLength(placed)).toBeLessThan(lineLength(scattered) * 0.6)
})

test('ten thousand components in rows take a few seconds of a crowded machine at the most', () => {
  const started = performance.now()
  const placed = gridLayout(flat(10_000))
  expect(performance.now() - started).toBeLessThan(15_000)
  expect(new Set(placed.components.map(({ pos }) => pos.join(' '))).size).toBe(10_000)
})

test('most links of a planned board lead right and down', () => {
  const placed = planLayout({
    ...emptyModel(),
    components: ['a', 'b', 'c'].map((id) => component(id, null, [0, 0])),
    links: [
      { ...BLANK_LINK, id: 'l1', from: 'c', to: 'b' },
      { ...BLANK_LINK, id: 'l2', from: 'b', to: 'a' },
    ],
  })
  const at = (id: string) => placed.components.find((each) => each.id === id)?.pos ?? [0, 0]
  expect(at('c')[0] + at('c')[1]).toBeLessThan(at('a')[0] + at('a')[1])
})

describe('layoutBeside', () => {
  const model = normalise({
    ...emptyModel(),
    segments: [segment('old', null, [-40, 20], [600, 400]), segment('new', null, [0, 0], [1, 1])],
    components: [
      component('a', 'old', [30, 60]),
      component('b', 'new', [0, 0]),
      component('c', 'new', [0, 0]),
      component('d', 'old', [5, 5]),
      component('e', null, [0, 0]),
    ],
    notes: [note('n', null, [0, 0], [200, 120])],
  }).model

  test('leaves what stands, and puts the rest right of it', () => {
    const placed = layoutBeside(model, new Set(['new', 'b', 'c', 'd', 'e', 'n']))
    const before = boardFrames(model)
    const after = boardFrames(placed)
    for (const id of ['old', 'a', 'd']) expect(after.get(id)).toEqual(before.get(id))
    for (const id of ['new', 'b', 'c', 'e', 'n']) expect(after.get(id)?.at[0]).toBeGreaterThan(560)
    const [around, b, c] = ['new', 'b', 'c'].map((id) => after.get(id))
    if (around === undefined || b === undefined || c === undefined) throw new Error('something is gone')
    expect(encloses(around, b) && encloses(around, c)).toBe(true)
    expect(overlap(b, c)).toBe(false)
  })

  test('changes nothing where nothing is fresh, and lays out everything where nothing stands', () => {
    expect(layoutBeside(model, new Set())).toEqual(model)
    const ids = [...boardFrames(model).keys()]
    expect(overlaps(layoutBeside(model, new Set(ids)))).toEqual([])
    expect(layoutBeside(model, new Set(ids))).toEqual(planLayout(model))
  })
})
