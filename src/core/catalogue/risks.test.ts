import { defaultEffect, defaultPropagation } from './defaults.ts'
import { describe, expect, test } from 'vitest'
import { EFFECTS } from '../model/terms.ts'
import { checkById } from './checks.ts'
import {
  canCut,
  cuttingMitigationsFor,
  mitigationById,
  mitigationControls,
  mitigationsForRisk,
  risksWithoutCut,
} from './mitigations.ts'
import { riskById, riskCategories } from './risks.ts'

const ids = (items: readonly { id: string }[]): string[] => items.map((item) => item.id)

describe('defaults of risks and mitigations', () => {
  test('[MO2] propagation is that of the category, foothold where there is none', () => {
    expect(defaultPropagation('vr-remote-access')).toBe('foothold')
    expect(defaultPropagation('vr-shared-virt')).toBe('weakness')
    expect(defaultPropagation('vr-contract')).toBe('raises-likelihood')
    expect(defaultPropagation('vr-timing')).toBe('dependency')
    expect(defaultPropagation(null)).toBe('foothold')
    expect(defaultPropagation('vr-tachyons')).toBe('foothold')
  })

  test('[MO2] the effect is that of the control, governs where there is none', () => {
    expect(defaultEffect('mit-repeatable-build')).toBe('removes-risk')
    expect(defaultEffect('mit-jump')).toBe('blocks-propagation')
    expect(defaultEffect('mit-li-isolation')).toBe('contains-node')
    expect(defaultEffect(null)).toBe('governs')
    expect(defaultEffect('mit-shields-up')).toBe('governs')
  })

  test('[AN5] only removing, blocking and containing can cut', () => {
    expect(EFFECTS.filter(canCut)).toEqual(['removes-risk', 'blocks-propagation', 'contains-node'])
  })
})

describe('mitigations for a risk', () => {
  test('for builds that cannot be reproduced the catalogue names repeatable builds', () => {
    const { treats } = mitigationsForRisk('vr-build')
    expect(treats[0]).toMatchObject({ id: 'mit-repeatable-build', pathEffect: 'removes-risk' })
    expect(ids(cuttingMitigationsFor('vr-build'))).toContain('mit-repeatable-build')
  })

  test('for vendor remote access those that can cut come before those that reduce or detect', () => {
    const { treats } = mitigationsForRisk('vr-remote-access')
    const cutting = ids(cuttingMitigationsFor('vr-remote-access'))
    expect(cutting).toContain('mit-jump')
    expect(cutting).not.toContain('mit-monitoring')
    expect(ids(treats).slice(0, cutting.length)).toEqual(cutting)
    expect(ids(treats)).toContain('mit-monitoring')
  })

  test.each(ids(riskCategories))('%s: both parts together are the library, cutting first in each', (id) => {
    const { treats, others } = mitigationsForRisk(id)
    expect(ids(treats).toSorted()).toEqual(riskById(id)?.mitigations.toSorted())
    expect(ids([...treats, ...others]).toSorted()).toEqual(ids(mitigationControls).toSorted())
    for (const part of [treats, others]) {
      const cut = part.map((control) => canCut(control.pathEffect))
      expect(cut).toEqual(cut.toSorted((a, b) => Number(b) - Number(a)))
    }
  })

  test('a risk of one’s own has no named mitigation, yet the whole library to choose from', () => {
    for (const id of [null, 'vr-tachyons']) {
      expect(mitigationsForRisk(id).treats).toEqual([])
      expect(mitigationsForRisk(id).others).toHaveLength(80)
      expect(cuttingMitigationsFor(id)).toEqual([])
    }
  })
})

describe('risks without a cut', () => {
  test('12 of 49 categories have nothing in the library that removes them or cuts a path', () => {
    expect(ids(risksWithoutCut()).join(' ')).toBe(
      'vr-remediation vr-evidence-gap vr-variants vr-disclosure vr-support-withdrawn vr-single-supplier ' +
        'vr-lock-in vr-opaque-ownership vr-subtier vr-contract vr-process-declaration vr-timing',
    )
  })

  test('none of them carries an attack: every foothold and weakness can be cut', () => {
    const carrying = risksWithoutCut().filter((risk) => ['foothold', 'weakness'].includes(risk.propagation))
    expect(ids(carrying)).toEqual([])
  })
})

test('risks, mitigations and checks are found by id, unknown ones are not', () => {
  expect(riskById('vr-build')?.title).toBe('Builds cannot be reproduced')
  expect(riskById('vr-tachyons')).toBeNull()
  expect(mitigationById('mit-repeatable-build')?.owner).toBe('vendor')
  expect(mitigationById(null)).toBeNull()
  expect(checkById('chk-logging')?.severity).toBe('medium')
  expect(checkById('chk-nothing')).toBeNull()
})
