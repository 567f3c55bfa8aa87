import { expect, test } from 'vitest'
import type { MitigationStatus, Scenario } from '../model/terms.ts'
import { analyseCore } from './analyse.ts'
import { sketch } from './testing/sketch.ts'

const TODAY = { date: '2026-11-23' }

const held = (said: Parameters<typeof sketch>[0], options: { date: string; scenario?: Scenario } = TODAY) =>
  analyseCore(sketch(said), options).held

const COUNTING: Readonly<Record<Scenario, readonly MitigationStatus[]>> = {
  inherent: [],
  assured: ['verified'],
  current: ['verified', 'implemented'],
  target: ['verified', 'implemented', 'planned'],
}

const removing = (fields: Record<string, unknown>) => ({
  id: 'm1',
  effect: 'removes-risk',
  treats: ['f-a'],
  on: [{ component: 'a' }],
  status: 'implemented',
  ...fields,
})

const STATUSES: readonly MitigationStatus[] = [
  'proposed',
  'planned',
  'implemented',
  'verified',
  'rejected',
  'retired',
]

for (const [scenario, counting] of Object.entries(COUNTING) as [Scenario, readonly MitigationStatus[]][]) {
  test.each(STATUSES)(`[AN1] ${scenario}: whether a mitigation that is %s counts`, (status) => {
    const said = { footholds: 'a', mitigations: [removing({ status })], policy: { scenario } } as const
    expect(held({ ...said, alone: 'a' })).toEqual(counting.includes(status) ? [] : ['a'])
    expect(held({ ...said, alone: 'a', policy: {} }, { ...TODAY, scenario })).toEqual(
      counting.includes(status) ? [] : ['a'],
    )
  })
}

const products = {
  vendors: [{ id: 'v' }, { id: 'w' }],
  components: {
    a: { vendor: 'v', product: 'P' },
    b: { vendor: 'v', product: 'Q' },
    c: { vendor: 'v' },
    d: { vendor: 'w', product: 'P' },
    e: { product: 'P' },
  },
}
const foothold = { propagation: 'foothold' }

test.each([
  ['a component', { component: 'b' }, ['b']],
  ['a vendor: every product of it', { vendor: 'v' }, ['a', 'b', 'c']],
  ['a vendor with product null: every product of it', { vendor: 'v', product: null }, ['a', 'b', 'c']],
  ['a product: that of the vendor only', { vendor: 'v', product: 'P' }, ['a']],
])('[AN2] a risk on %s', (_, on, expected) => {
  expect(held({ ...products, risks: [{ id: 'r', on, ...foothold }] })).toEqual(expected)
})

test.each([
  ['open', ['a']],
  ['accepted', ['a']],
  ['closed', []],
  ['not-applicable', []],
])('[AN3] whether a risk that is %s is live', (status, expected) => {
  expect(held({ alone: 'a', risks: [{ id: 'r', on: { component: 'a' }, status, ...foothold }] })).toEqual(
    expected,
  )
})

const inSegments = {
  vendors: [{ id: 'v' }],
  segments: [{ id: 'outer' }, { id: 'inner', parent: 'outer' }, { id: 'other' }],
  components: {
    a: { segment: 'inner' },
    b: { segment: 'outer' },
    c: { segment: 'other' },
    d: { vendor: 'v' },
  },
  footholds: 'a b c d',
}
const ALL = ['f-a', 'f-b', 'f-c', 'f-d']

test.each([
  ['a component', [{ component: 'c' }], ['a', 'b', 'd']],
  ['a vendor', [{ vendor: 'v' }], ['a', 'b', 'c']],
  ['a segment: what lies in it at any depth', [{ segment: 'outer' }], ['c', 'd']],
  ['an inner segment', [{ segment: 'inner' }], ['b', 'c', 'd']],
  ['several', [{ segment: 'inner' }, { component: 'c' }], ['b', 'd']],
  ['nothing: all', [], []],
  ['a link: no component', [{ link: 'l1' }], ['a', 'b', 'c', 'd']],
])('[AN3] [MO4] a mitigation on %s', (_, on, expected) => {
  expect(held({ ...inSegments, links: 'c -> d', mitigations: [removing({ treats: ALL, on })] })).toEqual(
    expected,
  )
})

test('[AN3] credit never leaks: a mitigation that treats nothing removes nothing', () => {
  expect(held({ alone: 'a', footholds: 'a', mitigations: [removing({ treats: [], on: [] })] })).toEqual(['a'])
})

test('[AN3] a mitigation removes only the risks that it names', () => {
  const other = { id: 'other', on: { component: 'a' }, ...foothold }
  expect(held({ alone: 'a', footholds: 'a', risks: [other], mitigations: [removing({})] })).toEqual(['a'])
})

test.each(['blocks-propagation', 'contains-node', 'reduces', 'detects', 'recovers', 'governs'])(
  '[AN3] %s removes no risk',
  (effect) => {
    expect(held({ alone: 'a', footholds: 'a', mitigations: [removing({ effect })] })).toEqual(['a'])
  },
)

test('[AN3] an accepted risk stays in the analysis, marked', () => {
  const said = {
    alone: 'a',
    critical: 'a',
    risks: [
      { id: 'r', on: { component: 'a' }, status: 'accepted', acceptedUntil: '2026-11-23', ...foothold },
    ],
  }
  const accepted = (date: string) => {
    const { exposures, counts } = analyseCore(sketch(said), { date })
    return [exposures.map((exposure) => exposure.accepted), counts.accepted]
  }
  expect(accepted('2026-11-22')).toEqual([[true], 1])
  expect(accepted('2026-11-23')).toEqual([[true], 1])
  expect(accepted('2026-11-24')).toEqual([[false], 0])
})

test('[MO2] propagation, effect, criticality and untrusted come from the catalogue where they are null', () => {
  const result = analyseCore(
    sketch({
      components: { a: { function: 'amf', criticality: null, untrusted: null } },
      risks: [{ id: 'r', on: { component: 'a' }, category: 'vr-build' }],
    }),
    TODAY,
  )
  expect(result.exposures.map(({ risk, target, kind }) => [risk, target, kind])).toEqual([
    ['r', 'a', 'taken'],
  ])
  const mended = analyseCore(
    sketch({
      components: { a: { function: 'amf', criticality: null } },
      risks: [{ id: 'r', on: { component: 'a' }, category: 'vr-build' }],
      mitigations: [
        { id: 'm', control: 'mit-repeatable-build', treats: ['r'], on: [], status: 'implemented' },
      ],
    }),
    TODAY,
  )
  expect(mended.exposures).toEqual([])
  const outside = analyseCore(
    sketch({
      links: 'x -> a',
      weaknesses: 'a',
      components: { x: { function: 'internet', untrusted: null } },
    }),
    TODAY,
  )
  expect(outside.held).toEqual(['a'])
})
