import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexById, kindOf, recordIn } from './lookup.ts'
import { normalise } from './normalise.ts'
import { KINDS, type Model } from './records.ts'
import { randomRecords, reordered } from './testing/random-records.ts'
import { sampleModel } from './testing/sample.ts'

const reasons = (model: Model) => normalise(model).setAside.map(({ id, reason }) => `${id}: ${reason}`)

describe('[MO4] segments', () => {
  test('[MO4] come parents first, whatever their ids', () => {
    const model = sampleModel({
      segments: [{ id: 'a', parent: 'b' }, { id: 'b', parent: 'c' }, { id: 'c' }, { id: 'd', parent: 'a' }],
    })
    expect(normalise(model).model.segments.map(({ id }) => id)).toEqual(['c', 'b', 'a', 'd'])
  })

  test('[MO4] that contain each other are cut apart at the smallest id', () => {
    const model = sampleModel({
      segments: [
        { id: 'b', parent: 'c' },
        { id: 'c', parent: 'a' },
        { id: 'a', parent: 'b' },
        { id: 'd', parent: 'd' },
        { id: 'e', parent: 'b' },
      ],
    })
    expect(normalise(model).model.segments.map(({ id, parent }) => [id, parent])).toEqual([
      ['a', null],
      ['d', null],
      ['c', 'a'],
      ['b', 'c'],
      ['e', 'b'],
    ])
    expect(reasons(model)).toEqual([
      'a: segment inside itself: its parent is left out',
      'd: segment inside itself: its parent is left out',
    ])
  })
})

describe('[MO5] what refers to nothing', () => {
  test('[MO5] a link without an end, a risk on nothing and a vendor that is gone are set aside', () => {
    const model = sampleModel({
      components: [{ id: 'c1', vendor: 'gone' }],
      links: [
        { id: 'l1', from: 'c1', to: 'gone' },
        { id: 'l2', from: null, to: 'c1' },
        { id: 'l3', from: 'c1', to: 'c1' },
      ],
      risks: [
        { id: 'r1', on: { component: 'gone' } },
        { id: 'r2', on: { vendor: 'gone' } },
        { id: 'r3', on: { component: 'c1' } },
      ],
    })
    const { model: normal } = normalise(model)
    expect(normal.components).toMatchObject([{ id: 'c1', vendor: null }])
    expect(normal.links.map(({ id }) => id)).toEqual(['l3'])
    expect(normal.risks.map(({ id }) => id)).toEqual(['r3'])
    expect(reasons(model)).toEqual([
      'c1: its vendor does not exist',
      'l1: link without an end',
      'l2: link without an end',
      'r1: risk on a component that does not exist',
      'r2: risk on a vendor that does not exist',
    ])
  })

  test('[MO5] what lay in a deleted segment stands where it stood, in the nearest one that is left', () => {
    const model = sampleModel({
      segments: [
        { id: 's1', pos: [100, 100] },
        { id: 's2', parent: 's1', pos: [10, 20], deleted: true },
        { id: 's3', parent: 's2', pos: [1, 2], deleted: true },
        { id: 's4', parent: 's3', pos: [5, 5] },
      ],
      components: [{ id: 'c1', segment: 's3', pos: [7, 7] }],
      notes: [{ id: 'n1', segment: 'never', pos: [3, 3] }],
    })
    const { model: normal } = normalise(model)
    expect(recordIn(normal, 'segments', 's4')).toMatchObject({ parent: 's1', pos: [16, 27] })
    expect(recordIn(normal, 'components', 'c1')).toMatchObject({ segment: 's1', pos: [18, 29] })
    expect(recordIn(normal, 'notes', 'n1')).toMatchObject({ segment: null, pos: [3, 3] })
  })

  test('[MO5] a mitigation keeps what is left of it, and is set aside whole rather than cover everything', () => {
    const model = sampleModel({
      components: [{ id: 'c1' }],
      risks: [{ id: 'r1', on: { component: 'c1' } }],
      mitigations: [
        { id: 'm1', treats: ['r1', 'gone'], on: [{ component: 'c1' }, { link: 'gone' }] },
        { id: 'm2', treats: ['r1'], on: [{ component: 'gone' }, { segment: 'gone' }, { vendor: 'gone' }] },
        { id: 'm3', treats: ['gone'], on: [] },
      ],
    })
    expect(normalise(model).model.mitigations).toMatchObject([
      { id: 'm1', treats: ['r1'], on: [{ component: 'c1' }] },
      { id: 'm3', treats: [], on: [] },
    ])
    expect(reasons(model)).toEqual([
      'm1: mitigation of something that does not exist',
      'm1: treats a risk that does not exist',
      'm2: mitigation of nothing that exists',
      'm3: treats a risk that does not exist',
    ])
  })

  test('[MO5] the second use of an id is set aside', () => {
    const model = sampleModel({
      segments: [{ id: 'x' }],
      vendors: [{ id: 'x' }],
      components: [{ id: 'c1', vendor: 'x' }],
    })
    expect(reasons(model)).toEqual([
      'c1: its vendor does not exist',
      'x: id used twice: this one of vendors is left out',
    ])
    expect(kindOf(normalise(model).model, 'x')).toBe('segments')
  })
})

describe('[MO6] comments', () => {
  const commentsOf = (model: Model) =>
    normalise(model).model.comments.map(({ id, thread, on, at }) => ({ id, thread, on, at }))

  test('[MO6] on something that is gone stand where that was, and say on what they were', () => {
    const model = sampleModel({
      segments: [
        { id: 's1', pos: [100, 100] },
        { id: 's2', parent: 's1', pos: [10, 20], deleted: true },
      ],
      components: [
        { id: 'c1', segment: 's2', pos: [1, 2], deleted: true },
        { id: 'c2', pos: [11, 22] },
      ],
      links: [{ id: 'l1', from: 'c1', to: 'c2' }],
      comments: [
        { id: 'k1', on: { component: 'c1' } },
        { id: 'k2', on: { link: 'l1' } },
        { id: 'k3', on: { segment: 's2' } },
        { id: 'k4', on: { component: 'c2' } },
        { id: 'k5', on: { component: 'never' } },
        { id: 'k6', on: { component: 'c1' }, at: [7, 7] },
      ],
    })
    expect(commentsOf(model).map(({ id, at }) => [id, at])).toEqual([
      ['k1', [111, 122]],
      ['k2', [61, 72]],
      ['k3', [110, 120]],
      ['k4', null],
      ['k5', null],
      ['k6', [7, 7]],
    ])
    expect(commentsOf(model)[0]?.on).toEqual({ component: 'c1' })
    expect(reasons(model).filter((reason) => reason.startsWith('k'))).toEqual(
      ['k1', 'k2', 'k3'].map((id) => `${id}: what it is on does not exist: it stands where that was`),
    )
  })

  test('[MO6] of a thread whose first is gone go on without it: the oldest reply stands in its place', () => {
    const model = sampleModel({
      components: [{ id: 'c1' }],
      comments: [
        {
          id: 'k1',
          on: { component: 'c1' },
          resolved: { by: 'Ada', at: '2026-11-24T10:00:00Z' },
          deleted: true,
        },
        { id: 'k2', thread: 'k1', created: '2026-11-24T12:00:00Z' },
        { id: 'k3', thread: 'k1', created: '2026-11-24T11:00:00Z' },
        { id: 'k4', thread: 'never', created: '2026-11-24T11:00:00Z' },
      ],
    })
    expect(commentsOf(model)).toEqual([
      { id: 'k2', thread: 'k3', on: null, at: null },
      { id: 'k3', thread: null, on: { component: 'c1' }, at: null },
      { id: 'k4', thread: null, on: null, at: null },
    ])
    expect(recordIn(normalise(model).model, 'comments', 'k3')?.resolved?.by).toBe('Ada')
  })

  test('[MO6] that answer replies, or each other in a circle, stand in one thread', () => {
    const model = sampleModel({
      comments: [
        { id: 'a' },
        { id: 'b', thread: 'a' },
        { id: 'c', thread: 'b' },
        { id: 'p', thread: 'r' },
        { id: 'q', thread: 'p' },
        { id: 'r', thread: 'q' },
        { id: 's', thread: 'r' },
        { id: 'x', thread: 'x' },
      ],
    })
    expect(commentsOf(model).map(({ id, thread }) => [id, thread])).toEqual([
      ['a', null],
      ['b', 'a'],
      ['c', 'a'],
      ['p', null],
      ['q', 'p'],
      ['r', 'p'],
      ['s', 'p'],
      ['x', null],
    ])
  })

  test('[MO6] none is left out, and every reply answers the first of a thread, of any records', () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const { model } = normalise(records)
        const others = new Set(
          KINDS.filter((kind) => kind !== 'comments').flatMap((kind) =>
            (model[kind] as readonly { id: string }[]).map(({ id }) => id),
          ),
        )
        const written = records.comments.filter(
          (comment) => !('deleted' in comment) && !others.has(comment.id),
        )
        expect(model.comments.map(({ id, text }) => `${id} ${text}`)).toEqual(
          written.map(({ id, text }) => `${id} ${text}`).sort(),
        )
        for (const { thread } of model.comments)
          if (thread !== null) expect(recordIn(model, 'comments', thread)?.thread).toBeNull()
      }),
    )
  })

  test('[MO6] ten thousand replies to replies make one thread, at once', () => {
    const comments = Array.from({ length: 10_000 }, (_, at) => ({
      id: `k${at}`,
      thread: at === 0 ? null : `k${at - 1}`,
    }))
    const started = performance.now()
    const { model } = normalise(sampleModel({ comments }))
    expect(new Set(model.comments.map(({ thread }) => thread))).toEqual(new Set([null, 'k0']))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

/** Every reference of a model that leads to nothing. */
function dangling(model: Model): string[] {
  const has = (kind: 'segments' | 'components' | 'vendors' | 'links' | 'risks', id: string | null) =>
    id === null || indexById(model[kind] as readonly { id: string }[]).has(id)
  const bad: string[] = []
  const check = (id: string, ...found: boolean[]) => void (found.every(Boolean) || bad.push(id))
  for (const { id, parent } of model.segments) check(id, has('segments', parent))
  for (const { id, segment, vendor } of model.components)
    check(id, has('segments', segment), has('vendors', vendor))
  for (const { id, segment } of model.notes) check(id, has('segments', segment))
  for (const { id, from, to } of model.links)
    check(id, from !== null && has('components', from), to !== null && has('components', to))
  for (const { id, on } of model.risks)
    check(id, 'component' in on ? has('components', on.component) : has('vendors', on.vendor))
  for (const { id, on, treats } of model.mitigations) {
    check(id, ...treats.map((risk) => has('risks', risk)))
    for (const subject of on) {
      if ('component' in subject) check(id, has('components', subject.component))
      else if ('link' in subject) check(id, has('links', subject.link))
      else if ('segment' in subject) check(id, has('segments', subject.segment))
      else check(id, has('vendors', subject.vendor))
    }
  }
  return bad
}

describe('[MO5] of any records', () => {
  test('[MO5] the answer refers to nothing that is not there, names no id twice and holds nothing deleted', () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const { model } = normalise(records)
        expect(dangling(model)).toEqual([])
        const all = KINDS.flatMap((kind) => model[kind] as readonly object[])
        expect(new Set(all.map((record) => (record as { id: string }).id)).size).toBe(all.length)
        expect(all.filter((record) => 'deleted' in record)).toEqual([])
        const seen = new Set<string>()
        for (const { id, parent } of model.segments) {
          expect(parent === null || seen.has(parent)).toBe(true)
          seen.add(id)
        }
      }),
    )
  })

  test('[MO5] normalising again changes nothing', () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const { model } = normalise(records)
        expect(normalise(model)).toEqual({ model, setAside: [] })
      }),
    )
  })

  test('[MO5] the answer does not depend on the order of the records', () => {
    fc.assert(
      fc.property(randomRecords, fc.nat(), (records, seed) => {
        expect(normalise(reordered(records, seed))).toEqual(normalise(records))
      }),
    )
  })

  test('[MO5] a record that is in order stays the same object', () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const { model, setAside } = normalise(records)
        const mentioned = new Set(setAside.map(({ id }) => id))
        const before = new Set<object>(KINDS.flatMap((kind) => model[kind] as readonly object[]))
        const changed = KINDS.flatMap((kind) => normalise(model).model[kind] as readonly { id: string }[])
        expect(changed.filter((record) => !before.has(record))).toEqual([])
        const given = new Set<object>(KINDS.flatMap((kind) => records[kind] as readonly object[]))
        const made = KINDS.flatMap((kind) => model[kind] as readonly { id: string }[]).filter(
          (record) => !given.has(record),
        )
        expect(made.filter(({ id }) => !mentioned.has(id))).toEqual([])
      }),
    )
  })

  test('[MO5] no mitigation covers or treats by name what it did not before, and none comes to cover everything', () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        for (const { id, on, treats } of normalise(records).model.mitigations) {
          const before = recordIn(records, 'mitigations', id)
          expect(before?.on).toEqual(expect.arrayContaining([...on]))
          expect(before?.treats).toEqual(expect.arrayContaining([...treats]))
          if (on.length === 0) expect(before?.on).toEqual([])
        }
      }),
    )
  })

  test('[MO5] thousands of records in thousands of nested dead segments are lifted, each by the whole way, at once', () => {
    const COUNT = 10_000
    const index = Array.from({ length: COUNT }, (_, place) => place)
    const dead = (round: boolean) =>
      index.map((at) => ({
        id: `s${at}`,
        parent: at === 0 ? (round ? `s${COUNT - 1}` : null) : `s${at - 1}`,
        pos: [1, 2] as const,
        deleted: true,
      }))
    const components = index.map((at) => ({ id: `c${at}`, segment: `s${at}`, pos: [0, 0] as const }))
    const [line, circle] = [false, true].map((round) => sampleModel({ segments: dead(round), components }))
    const posOf = (records: Model | undefined) => {
      const { model } = normalise(records ?? sampleModel({}))
      return new Map(model.components.map(({ id, pos }) => [id, pos]))
    }
    const started = performance.now()
    const inLine = posOf(line)
    expect([inLine.get('c0'), inLine.get(`c${COUNT - 1}`)]).toEqual([
      [1, 2],
      [COUNT, 2 * COUNT],
    ])
    const inCircle = posOf(circle)
    expect(new Set([...inCircle.values()].map(String))).toEqual(new Set([`${COUNT},${2 * COUNT}`]))
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})
