import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from './normalise.ts'
import { repairRecord } from './repair.ts'
import { randomRecords } from './testing/random-records.ts'
import { type Parts, sampleModel } from './testing/sample.ts'

const settled = (parts: Parts) => normalise(sampleModel(parts))
const waiver = (id: string, ...on: string[]) => ({ id, check: 'chk-logging', on, reason: 'r', by: 'b' })

describe('[MO7] sign-offs', () => {
  test('[MO7] stay when what they are about is gone', () => {
    const { model, setAside } = settled({ reviews: [{ id: 'w1', scope: { segment: 'gone' } }] })
    expect(model.reviews).toMatchObject([{ id: 'w1', scope: { segment: 'gone' } }])
    expect(setAside).toEqual([])
  })
})

describe('[MO8] products and statements', () => {
  test('[MO8] of a vendor that does not exist are set aside', () => {
    const { model, setAside } = settled({
      vendors: [{ id: 'v1' }],
      products: [{ id: 'p1', vendor: 'v1' }, { id: 'p2', vendor: 'gone' }, { id: 'p3' }],
      statements: [{ id: 'f1', vendor: 'gone' }],
    })
    expect(model.products.map(({ id }) => id)).toEqual(['p1'])
    expect(model.statements).toEqual([])
    expect(setAside.map(({ id }) => id)).toEqual(['f1', 'p2', 'p3'])
  })

  test('[MO8] that are part of each other in a circle are cut at the smallest id', () => {
    const { model } = settled({
      vendors: [{ id: 'v1' }],
      products: [
        { id: 'p1', vendor: 'v1', partOf: 'p3' },
        { id: 'p2', vendor: 'v1', partOf: 'p1' },
        { id: 'p3', vendor: 'v1', partOf: 'p2' },
        { id: 'p4', vendor: 'v1', partOf: 'p3' },
        { id: 'p5', vendor: 'v1', partOf: 'gone' },
      ],
    })
    expect(model.products.map(({ id, partOf }) => [id, partOf])).toEqual([
      ['p1', null],
      ['p2', 'p1'],
      ['p3', 'p2'],
      ['p4', 'p3'],
      ['p5', null],
    ])
  })

  test('[MO8] a statement about a product that is gone is about the vendor; a host that is gone is none', () => {
    const { model, setAside } = settled({
      vendors: [{ id: 'v1' }],
      components: [{ id: 'c1', host: 'gone' }],
      statements: [{ id: 'f1', vendor: 'v1', product: 'gone' }],
    })
    expect(model.statements[0]?.product).toBeNull()
    expect(model.components[0]?.host).toBeNull()
    expect(setAside).toHaveLength(2)
  })
})

describe('[MO9] waivers and threats', () => {
  test('[MO9] a waiver narrows with what it names, and goes with the last of it', () => {
    const { model, setAside } = settled({
      components: [{ id: 'c1' }],
      waivers: [waiver('x1', 'c1', 'gone'), waiver('x2', 'gone'), waiver('x3')],
    })
    expect(model.waivers.map(({ id, on }) => [id, on])).toEqual([
      ['x1', ['c1']],
      ['x3', []],
    ])
    expect(setAside.map(({ id }) => id)).toEqual(['x1', 'x2'])
  })

  test('[MO9] a waiver that cannot be read is set aside, whichever field it is', () => {
    for (const fields of [{ on: 5 }, { reason: null }, { until: 'soon' }, { check: 1 }]) {
      const { id, ...whole } = waiver('x1', 'c1')
      expect(repairRecord('waivers', id, { ...whole, ...fields }).record).toBeNull()
    }
  })

  test('[MO9] a threat to something that is gone is set aside', () => {
    const { model } = settled({
      components: [{ id: 'c1' }],
      threats: [
        { id: 't1', number: 1, on: { component: 'c1' } },
        { id: 't2', number: 2, on: { link: 'gone' } },
      ],
    })
    expect(model.threats.map(({ id }) => id)).toEqual(['t1'])
  })

  test('[MO9] no waiver of any records grows', () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const before = new Map(records.waivers.map((each) => [each.id, each.on]))
        for (const { id, on } of normalise(records).model.waivers) {
          const was = new Set(before.get(id))
          expect(on.every((each) => was.has(each))).toBe(true)
          if (was.size > 0) expect(on.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})

test('[MO10] an entry of the team’s own stands by itself', () => {
  const { model, setAside } = settled({ entries: [{ id: 'e1', of: 'risk', title: 'Own' }] })
  expect(model.entries).toMatchObject([{ id: 'e1', of: 'risk', title: 'Own' }])
  expect(setAside).toEqual([])
})
