import { expect, test } from 'vitest'
import { makeEngine } from './analyse.ts'
import { exposureWithout } from './exposure-without.ts'
import { normalisedOf } from './testing/model-of.ts'
import { withoutVendor } from './without-vendor.ts'

const { model } = normalisedOf({
  vendors: [{ id: 'v1' }, { id: 'v2' }],
  segments: [{ id: 's1' }, { id: 's2', parent: 's1' }, { id: 's3' }],
  components: [
    { id: 'ems', function: 'ems', vendor: 'v1', segment: 's2', criticality: 'low' },
    { id: 'amf', function: 'amf', vendor: 'v2', segment: 's1', criticality: 'critical', host: 'ems' },
    { id: 'udm', function: 'udm', vendor: 'v1', segment: 's2', criticality: 'critical' },
    { id: 'ems2', function: 'ems', segment: 's3', criticality: 'low' },
  ],
  links: [
    { id: 'l1', from: 'ems', to: 'amf', carries: 'control' },
    { id: 'l2', from: 'ems', to: 'udm', carries: 'control' },
    { id: 'l3', from: 'ems2', to: 'amf', carries: 'control' },
  ],
  risks: [
    { id: 'r1', on: { vendor: 'v1' }, propagation: 'foothold' },
    { id: 'r2', on: { component: 'ems' }, propagation: 'foothold' },
    { id: 'r3', on: { component: 'ems2' }, propagation: 'foothold' },
  ],
  mitigations: [
    { id: 'm1', effect: 'removes-risk', treats: ['r3'], on: [{ component: 'ems' }], status: 'verified' },
  ],
})

test('[CN6] what breaks is listed: what is lost, what is left without a host, a function or anything in it', () => {
  const { model: left, breaks } = withoutVendor(model, 'v1')
  expect(breaks).toEqual({
    components: ['ems', 'udm'],
    links: ['l1', 'l2'],
    functions: ['udm'],
    segments: ['s2'],
    unhosted: ['amf'],
    critical: ['udm'],
  })
  expect(left.components.map(({ id, host }) => [id, host])).toEqual([
    ['amf', null],
    ['ems2', null],
  ])
  expect(left.links.map(({ id }) => id)).toEqual(['l3'])
  expect(left.risks.map(({ id }) => id)).toEqual(['r1', 'r3'])
})

test('[CN6] a vendor of nothing breaks nothing', () => {
  const { model: left, breaks } = withoutVendor(model, 'v9')
  expect(Object.values(breaks).flat()).toEqual([])
  expect(left).toEqual(model)
})

test('[CN6] exposure is counted anew, and credit does not grow where what a mitigation covered is gone', () => {
  const options = { date: '2026-11-28' }
  const { before, after } = exposureWithout('v1', makeEngine()(model, options), model, options)
  expect(before.targets).toBe(2)
  expect(after).toMatchObject({ targets: 1, components: 2, taken: 1 })
  expect(before.taken).toBeGreaterThan(after.taken)
})
