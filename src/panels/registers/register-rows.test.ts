import { expect, test } from 'vitest'
import { analyseCore } from '../../core/analysis/analyse.ts'
import { modelOf, type Parts } from '../../core/analysis/testing/model-of.ts'
import { normalise } from '../../core/model/normalise.ts'
import { exposingKey, mitigationRows, riskRows, statusKey, vendorRows } from './register-rows.ts'

const PARTS: Parts = {
  vendors: [
    { id: 'v1', name: 'Acme' },
    { id: 'v2', name: 'Bolt' },
  ],
  components: [
    { id: 'c1', name: 'Manager', function: 'nms', vendor: 'v1', product: 'ViewX' },
    { id: 'c2', name: 'AMF', function: 'amf', vendor: 'v2' },
  ],
  links: [{ id: 'l1', from: 'c1', to: 'c2', plane: 'management' }],
  risks: [
    { id: 'r1', title: 'Builds', category: 'vr-build', on: { vendor: 'v1' } },
    { id: 'r2', title: 'Contract', category: 'vr-contract', on: { component: 'c1' } },
  ],
  mitigations: [
    {
      id: 'm1',
      title: 'Rebuild',
      control: 'mit-repeatable-build',
      treats: ['r1'],
      on: [{ vendor: 'v1' }],
      status: 'planned',
      due: '2026-11-22',
    },
    {
      id: 'm2',
      title: 'Audit',
      control: 'mit-regulator-audit',
      treats: [],
      on: [],
      status: 'implemented',
      due: '2026-01-01',
    },
  ],
}

function analysed(parts: Parts = PARTS) {
  const normalised = normalise(modelOf(parts))
  return { model: normalised.model, result: analyseCore(normalised, { date: '2026-11-23' }) }
}

test('a risk shows what it exposes and whether anything treats it yet', () => {
  const { model, result } = analysed()
  const [builds, contract] = riskRows(model, result)
  expect(builds).toMatchObject({
    on: 'All of Acme',
    vendor: 'Acme',
    category: 'Builds cannot be reproduced',
    propagation: 'foothold',
    treatedBy: 1,
    treatedNow: 0,
  })
  expect(builds?.exposing?.taken).toBe(result.exposures.filter(({ kind }) => kind === 'taken').length)
  expect(contract).toMatchObject({ vendor: 'Acme', exposing: { worst: null, taken: 0, reached: 0 } })
  expect(riskRows(model, null)[0]?.exposing).toBeNull()
})

test('[AN1] a mitigation counts by its status and the scenario of the board', () => {
  const counted = (scenario: 'current' | 'target') => {
    const { model } = analysed({ ...PARTS, policy: { scenario } })
    return mitigationRows(model, null, null).map(({ counts }) => counts)
  }
  expect(counted('current')).toEqual([false, true])
  expect(counted('target')).toEqual([true, true])
})

test('a mitigation says what it does, what it covers and what it treats', () => {
  const [rebuild, audit] = mitigationRows(analysed().model, '2026-11-22', null)
  expect(rebuild?.control).not.toBe('mit-repeatable-build')
  expect(rebuild).toMatchObject({ cuts: true, covers: 'All of Acme', treats: 'Builds', overdue: false })
  expect(audit).toMatchObject({ cuts: false, covers: 'Everything', treats: '' })
})

test('what is due and not in force is overdue from the day after', () => {
  const { model } = analysed()
  expect(mitigationRows(model, '2026-11-23', null).map(({ overdue }) => overdue)).toEqual([true, false])
  expect(mitigationRows(model, null, null).map(({ overdue }) => overdue)).toEqual([false, false])
})

test('a vendor answers for its risks, those on its products and on its components', () => {
  const { model, result } = analysed()
  const [acme, bolt] = vendorRows(model, result)
  expect(acme).toMatchObject({ components: 1, products: 'ViewX', risks: 2 })
  expect(acme?.exposing?.worst?.risk).toBe('r1')
  expect(bolt).toMatchObject({ components: 1, products: '', risks: 0 })
})

test('rows sort by the worst rating before the number of exposures, by status in its order', () => {
  const [exposure] = analysed().result.exposures
  if (exposure === undefined) throw new Error('expected an exposure')
  const exposing = (rating: 'low' | 'high', taken: number) => ({
    worst: { ...exposure, rating },
    taken,
    reached: 0,
  })
  expect(exposingKey(exposing('high', 1))).toBeGreaterThan(exposingKey(exposing('low', 900)))
  expect(exposingKey(exposing('low', 2))).toBeGreaterThan(exposingKey(exposing('low', 1)))
  expect(exposingKey({ worst: null, taken: 0, reached: 0 })).toBe(-1)
  const statuses = mitigationRows(analysed().model, null, null).map(({ mitigation }) => statusKey(mitigation))
  expect(statuses[0]).toBeLessThan(statuses[1] ?? 0)
})

test('[AN13] a mitigation says what it bears, once that is known', () => {
  const { model } = analysed()
  const bearing = { mitigations: [], loadBearing: [{ id: 'm2', opens: 4 }] }
  expect(mitigationRows(model, null, bearing).map(({ bears }) => bears)).toEqual([0, 4])
  expect(mitigationRows(model, null, null).map(({ bears }) => bears)).toEqual([null, null])
})
