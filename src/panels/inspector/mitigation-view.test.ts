import { expect, test } from 'vitest'
import { canCut } from '../../core/catalogue/mitigations.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Mitigation } from '../../core/model/records.ts'
import { EFFECTS, MITIGATION_STATUSES } from '../../core/model/terms.ts'
import {
  blockChoices,
  controlsForRisk,
  countsNow,
  coverOfRisk,
  emptyCoverWarning,
  emptyTreatsWarning,
  whatItCuts,
  withoutProof,
} from './mitigation-view.ts'
import { must } from './testing/must.ts'
import { analysed } from './testing/operator.ts'

const BUILD = {
  id: 'r-build',
  title: 'Builds',
  category: 'vr-build',
  on: { vendor: 'v-acme', product: 'ViewX' },
}
const risk = (parts: Parameters<typeof analysed>[0]) => {
  const { model, result } = analysed(parts)
  return { model, result, risk: must(recordIn(model, 'risks', 'r-build')) }
}

test('[AN5] an effect that cuts nothing says so, and no other does', () => {
  for (const effect of EFFECTS) expect(whatItCuts(effect).includes('cuts nothing')).toBe(!canCut(effect))
})

test('[AN1] a planned mitigation counts in the target scenario only', () => {
  expect(countsNow('planned', 'current')).toEqual({
    counts: false,
    says: 'Does not count in the current scenario: planned counts in target only.',
  })
  expect(countsNow('planned', 'target').counts).toBe(true)
  expect(countsNow('implemented', 'assured').says).toContain('in current, target only')
  expect(countsNow('rejected', 'target').says).toContain('in no scenario')
  for (const status of MITIGATION_STATUSES) expect(countsNow(status, 'inherent').counts).toBe(false)
})

test('[AN3] an empty list covers everything for credit, and [AN5] cuts nothing', () => {
  expect(emptyCoverWarning({ on: [] }, 'removes-risk')).toMatch(/^Covers everything: .*credit/)
  expect(emptyCoverWarning({ on: [] }, 'contains-node')).toMatch(/^Covers everything, but cuts nothing/)
  expect(emptyCoverWarning({ on: [{ vendor: 'v' }] }, 'removes-risk')).toBeNull()
})

test('[AN3] with an empty treats nothing is removed; what cuts arcs needs none', () => {
  expect(emptyTreatsWarning({ treats: [] }, 'removes-risk')).toContain('removes nothing')
  expect(emptyTreatsWarning({ treats: [] }, 'detects')).toContain('no rating')
  expect(emptyTreatsWarning({ treats: [] }, 'blocks-propagation')).toBeNull()
  expect(emptyTreatsWarning({ treats: ['r'] }, 'removes-risk')).toBeNull()
})

test('controls that the catalogue names for a risk stand first, those that can cut before the others', () => {
  const groups = controlsForRisk('vr-build', '')
  expect(groups.map(({ label }) => label)).toEqual([
    'For this risk: can cut or remove',
    'For this risk: cuts nothing',
    'All others',
  ])
  expect(groups[0]?.options.map(({ value }) => value)).toEqual([
    'mit-repeatable-build',
    'mit-config-mgmt',
    'mit-build-env',
  ])
  expect(groups[0]?.options[0]?.detail).toBe('Removes the risk')
  expect(groups[1]?.options.every(({ detail }) => detail?.endsWith('cuts nothing'))).toBe(true)
  expect(groups.flatMap(({ options }) => options)).toHaveLength(80)
  expect(controlsForRisk(null, '').map(({ label }) => label)).toEqual(['All others'])
  expect(controlsForRisk('vr-build', 'repeatable').flatMap(({ options }) => options)[0]?.value).toBe(
    'mit-repeatable-build',
  )
})

test('a new mitigation covers the subject of its risk, never everything', () => {
  const { model, risk: onProduct } = risk({ risks: [BUILD] })
  expect(coverOfRisk(model, onProduct, 'removes-risk')).toEqual([{ vendor: 'v-acme' }])
  expect(coverOfRisk(model, onProduct, 'contains-node')).toEqual([{ component: 'c-mgr' }])
  expect(
    coverOfRisk(model, { ...onProduct, on: { vendor: 'v-acme', product: 'Gone' } }, 'contains-node'),
  ).toEqual([{ vendor: 'v-acme' }])
  expect(coverOfRisk(model, { ...onProduct, on: { component: 'c-amf' } }, 'reduces')).toEqual([
    { component: 'c-amf' },
  ])
})

test('a block can stand on each link of the shown paths and around each segment whose border they cross', () => {
  const { model, result, risk: build } = risk({ risks: [BUILD] })
  expect(blockChoices(model, result, build)).toEqual({
    links: ['l-mgmt', 'l-n11'],
    segments: ['s-mgmt', 's-core'],
  })
  expect(blockChoices(model, null, build)).toEqual({ links: [], segments: [] })
})

test('what counts as checked without evidence, or as in force without an owner, is asked about', () => {
  const evidence = [{ title: 'Test report', url: 'https://example.org/report', sha256: '', dated: null }]
  const asked = (fields: Partial<Mitigation>) =>
    withoutProof({ status: 'planned', owner: '', evidence: [], ...fields })
  expect(asked({ status: 'verified' })).toMatch('no evidence')
  expect(asked({ status: 'verified', evidence })).toMatch('nobody is named')
  expect(asked({ status: 'implemented' })).toMatch('nobody is named')
  expect(asked({ status: 'verified', evidence, owner: 'Ann' })).toBeUndefined()
  expect(asked({ status: 'planned' })).toBeUndefined()
})
