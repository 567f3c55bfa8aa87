import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Model } from '../model/records.ts'
import { concentration, restrictedVendors } from './concentration.ts'
import { modelOf, type Parts } from './testing/model-of.ts'

const DAY = '2026-11-28'
const UK = (parts: Parts, meta: Partial<Model['meta']> = {}): Model => {
  const model = modelOf(parts)
  return { ...model, meta: { ...model.meta, jurisdiction: 'UK', ...meta } }
}

const vendors = [{ id: 'v1' }, { id: 'v2', restricted: true }]

test('[CN1] shares go by weight, and a component without a vendor is in the total as a row of its own', () => {
  const model = UK({
    vendors,
    components: [
      { id: 'a', function: 'gnb', vendor: 'v1', weight: 5 },
      { id: 'b', function: 'gnb', vendor: 'v2' },
      { id: 'c', function: 'gnb', weight: 4 },
    ],
  })
  const [gnb] = concentration(model, DAY).functions
  expect(gnb).toMatchObject({ id: 'gnb', weight: 10, components: 3, single: null, overCap: false })
  expect(gnb?.shares.map(({ vendor, share }) => [vendor, share])).toEqual([
    ['v1', 0.5],
    [null, 0.4],
    ['v2', 0.1],
  ])
})

test('[CN2] a segment has what lies in the segments inside it', () => {
  const { segments } = concentration(
    UK({
      vendors,
      segments: [{ id: 's1' }, { id: 's2', parent: 's1' }, { id: 's3' }],
      components: [
        { id: 'a', segment: 's1', vendor: 'v1' },
        { id: 'b', segment: 's2', vendor: 'v2' },
      ],
    }),
    DAY,
  )
  expect(segments.map(({ id, components }) => [id, components])).toEqual([
    ['s1', 2],
    ['s2', 1],
  ])
})

test('[CN3] exactly the cap is within it, more is over it; the board may set its own', () => {
  const of = (weight: number, cap: number | null = null) => {
    const components = [
      { id: 'a', function: 'gnb', vendor: 'v2', weight },
      { id: 'b', function: 'gnb', vendor: 'v1', weight: 100 - weight },
    ]
    const { functions, cap: used } = concentration(UK({ vendors, components }, { restrictedCap: cap }), DAY)
    return [used, functions[0]?.overCap]
  }
  expect([of(35), of(36), of(36, 50), of(1, 0)]).toEqual([
    [35, false],
    [35, true],
    [50, false],
    [0, true],
  ])
})

test('[CN4] a restriction counts where the board stands, from its day to its last', () => {
  const restriction = (id: string, fields: object) => ({ id, vendor: 'v1', kind: 'restriction', ...fields })
  const on = (fields: object, kind = 'restriction') => {
    const model = UK({ vendors: [{ id: 'v1' }], statements: [{ ...restriction('f', fields), kind }] })
    return restrictedVendors(model, DAY).has('v1')
  }
  expect(on({ jurisdiction: ' uk ', date: DAY, until: DAY })).toBe(true)
  expect(on({ jurisdiction: 'UK' })).toBe(true)
  expect(on({ jurisdiction: 'SE', date: '2020-01-01' })).toBe(false)
  expect(on({ date: '2020-01-01' })).toBe(false)
  expect(on({ jurisdiction: 'UK', date: '2026-11-29' })).toBe(false)
  expect(on({ jurisdiction: 'UK', until: '2026-11-27' })).toBe(false)
  expect(on({ jurisdiction: 'UK' }, 'finding')).toBe(false)
})

test('[CN5] a single supplier is named of two or more, and of one critical function', () => {
  const single = (components: readonly { id: string }[]) =>
    concentration(
      UK({
        vendors,
        segments: [{ id: 's1' }],
        components: components.map((each) => ({ ...each, segment: 's1' })),
      }),
      DAY,
    )
  const one = { vendor: 'v1', function: 'amf', criticality: 'critical' }
  expect(single([{ id: 'a', ...one }]).functions[0]?.single).toBe('v1')
  expect(single([{ id: 'a', ...one }]).segments[0]?.single).toBeNull()
  expect(single([{ id: 'a', ...one, criticality: 'low' } as { id: string }]).functions[0]?.single).toBeNull()
  expect(
    single([
      { id: 'a', ...one },
      { id: 'b', ...one },
    ]).segments[0]?.single,
  ).toBe('v1')
  const unknown = [{ id: 'a', ...one, vendor: null } as { id: string }, { id: 'b', ...one }]
  expect(single(unknown).functions[0]?.single).toBeNull()
})

test('[CN1] shares of a spot add up to one, nothing is left out, and order does not matter', () => {
  const component = fc.record({
    vendor: fc.constantFrom('v1', 'v2', null),
    function: fc.constantFrom('amf', 'gnb'),
    weight: fc.option(fc.integer({ min: 0, max: 9 })),
  })
  fc.assert(
    fc.property(fc.array(component, { maxLength: 12 }), (parts) => {
      const components = parts.map((part, at) => ({ id: `c${at}`, ...part }))
      const found = concentration(UK({ vendors, components }), DAY)
      for (const spot of found.functions) {
        const total = spot.shares.reduce((sum, { share }) => sum + share, 0)
        expect(total).toBeCloseTo(spot.weight === 0 ? 0 : 1)
        expect(spot.shares.flatMap((share) => share.components)).toHaveLength(spot.components)
      }
      expect(found.functions.reduce((sum, spot) => sum + spot.components, 0)).toBe(components.length)
      expect(concentration(UK({ vendors, components: components.toReversed() }), DAY)).toEqual(found)
    }),
    { numRuns: 60 },
  )
})
