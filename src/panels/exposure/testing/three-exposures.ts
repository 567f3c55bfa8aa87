import { rankedExposures } from '../../../commands/exposure.ts'
import { analyseCore } from '../../../core/analysis/analyse.ts'
import { normalisedOf, type Parts } from '../../../core/analysis/testing/model-of.ts'
import { type ExposureRow, exposureRows } from '../exposure-rows.ts'

// Acme's manager is held and controls UDM 2 in the inner segment; UDM 10 in the outer one can be talked to from there, the
// HSS, which lies nowhere, from a held jump host whose risk is accepted.
export const parts = {
  vendors: [{ id: 'v', name: 'Acme' }],
  segments: [
    { id: 'core', name: 'Core' },
    { id: 'data', name: 'Subscriber data', parent: 'core' },
    { id: 'nms', name: 'Management' },
  ],
  components: [
    { id: 'ems', name: 'Manager', vendor: 'v', product: 'Suite', criticality: 'low', segment: 'nms' },
    { id: 'jump', name: 'Jump host', criticality: 'low' },
    { id: 'u2', name: 'UDM 2', criticality: 'critical', segment: 'data' },
    { id: 'u10', name: 'UDM 10', criticality: 'critical', segment: 'core' },
    { id: 'hss', name: 'HSS', criticality: 'critical' },
  ],
  links: [
    { id: 'a', from: 'ems', to: 'u2', carries: 'control' },
    { id: 'b', from: 'u2', to: 'u10', carries: 'access' },
    { id: 'c', from: 'jump', to: 'hss', carries: 'access' },
  ],
  risks: [
    { id: 'r1', title: 'Backdoor', on: { vendor: 'v' }, propagation: 'foothold', likelihood: 5, impact: 5 },
    {
      id: 'r2',
      title: 'Weak passwords',
      on: { component: 'jump' },
      propagation: 'foothold',
      likelihood: 2,
      impact: 3,
      status: 'accepted',
      rationale: 'Short',
    },
  ],
} satisfies Parts

const normalised = normalisedOf(parts)
export const { model } = normalised

export const result = analyseCore(normalised, { date: '2026-01-01' })

/** UDM 2 taken (critical), UDM 10 reached (high), HSS reached (low), in that order. */
export const rows: readonly ExposureRow[] = exposureRows(model, rankedExposures(result))
