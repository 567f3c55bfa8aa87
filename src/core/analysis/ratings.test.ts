import { describe, expect, test } from 'vitest'
import { analyseCore } from './analyse.ts'
import { RATINGS } from '../model/terms.ts'
import { bandOf } from './ratings.ts'
import type { ExposureKind } from './result.ts'
import { sketch, type Sketch } from './testing/sketch.ts'

type Fields = Readonly<Record<string, unknown>>

/** The rating of the exposure of r, which sits on a and takes t. */
function rating(risk: Fields, said: Sketch = {}): string | undefined {
  const r = { id: 'r', on: { component: 'a' }, propagation: 'foothold', ...risk }
  const { exposures } = analyseCore(
    sketch({ links: 'a => t', critical: 't', ...said, risks: [r, ...(said.risks ?? [])] }),
    { date: '2026-11-23' },
  )
  return exposures.find((exposure) => exposure.risk === 'r')?.rating
}

const raise = (id: string, fields: Fields = {}) => ({
  id,
  on: { component: 'a' },
  propagation: 'raises-likelihood',
  ...fields,
})
const ease = (id: string, effect: string, fields: Fields = {}) => ({
  id,
  effect,
  treats: ['r'],
  on: [{ component: 'a' }],
  status: 'implemented',
  ...fields,
})

describe('RT1', () => {
  const [one, two, three] = [raise('r1'), raise('r2'), raise('r3')]
  test.each<[string, Fields, Sketch, string]>([
    ['its own likelihood', { likelihood: 2, impact: 4 }, {}, 'medium'],
    ['+1 for a risk that raises it', { likelihood: 2, impact: 4 }, { risks: [one] }, 'high'],
    ['+2 for two', { likelihood: 2, impact: 4 }, { risks: [one, two] }, 'critical'],
    ['+2 at most', { likelihood: 1, impact: 5 }, { risks: [one, two, three] }, 'high'],
    [
      'not for one elsewhere',
      { likelihood: 2, impact: 4 },
      { risks: [raise('r1', { on: { component: 't' } })] },
      'medium',
    ],
    [
      'not for one that is closed',
      { likelihood: 2, impact: 4 },
      { risks: [raise('r1', { status: 'closed' })] },
      'medium',
    ],
    ['5 at most', { likelihood: 5, impact: 3 }, { risks: [one] }, 'critical'],
    [
      '−1 for a mitigation that reduces it',
      { likelihood: 3, impact: 4 },
      { mitigations: [ease('m', 'reduces')] },
      'medium',
    ],
    ['1 at least', { likelihood: 1, impact: 5 }, { mitigations: [ease('m', 'reduces')] }, 'medium'],
    [
      'raised and reduced are added up before they are held within 1 and 5',
      { likelihood: 5, impact: 4 },
      { risks: [one], mitigations: [ease('m', 'reduces')] },
      'critical',
    ],
    [
      'not for one that is planned',
      { likelihood: 3, impact: 4 },
      { mitigations: [ease('m', 'reduces', { status: 'planned' })] },
      'high',
    ],
    [
      'not for one that does not name it',
      { likelihood: 3, impact: 4 },
      { mitigations: [ease('m', 'reduces', { treats: [] })] },
      'high',
    ],
    [
      'not for one that does not cover the component',
      { likelihood: 3, impact: 4 },
      { mitigations: [ease('m', 'reduces', { on: [{ component: 't' }] })] },
      'high',
    ],
    [
      'for one that covers all',
      { likelihood: 3, impact: 4 },
      { mitigations: [ease('m', 'reduces', { on: [] })] },
      'medium',
    ],
    [
      'impact −1 for one that detects',
      { likelihood: 2, impact: 5 },
      { mitigations: [ease('m', 'detects')] },
      'medium',
    ],
    [
      'impact −1 for one that recovers',
      { likelihood: 2, impact: 5 },
      { mitigations: [ease('m', 'recovers')] },
      'medium',
    ],
    [
      'naming it twice counts once',
      { likelihood: 4, impact: 4 },
      { mitigations: [ease('m', 'reduces', { treats: ['r', 'r'] })] },
      'high',
    ],
    [
      'governing changes nothing',
      { likelihood: 2, impact: 5 },
      { mitigations: [ease('m', 'governs')] },
      'high',
    ],
  ])('[RT1] %s', (_, risk, said, expected) => {
    expect(rating(risk, said)).toBe(expected)
  })
})

describe('RT2', () => {
  test.each<[number, ExposureKind, string]>([
    [1, 'taken', 'low'],
    [4, 'taken', 'low'],
    [5, 'taken', 'medium'],
    [9, 'taken', 'medium'],
    [10, 'taken', 'high'],
    [15, 'taken', 'high'],
    [16, 'taken', 'critical'],
    [25, 'taken', 'critical'],
    [1, 'reached', 'low'],
    [5, 'reached', 'low'],
    [10, 'reached', 'medium'],
    [16, 'reached', 'high'],
  ])('[RT2] a score of %i, %s, is %s', (score, kind, expected) => {
    expect(RATINGS[bandOf(score, kind)]).toBe(expected)
  })

  test('[RT2] impact is no less than 4 where the target is taken', () => {
    expect(rating({ likelihood: 3, impact: 1 })).toBe('high')
    expect(rating({ likelihood: 3, impact: 1 }, { links: 'a -> t' })).toBe('low')
    expect(rating({ likelihood: 2, impact: 4 }, { mitigations: [ease('m', 'detects')] })).toBe('medium')
  })

  test('[RT2] the figures are those at the source of the shown path', () => {
    const said: Sketch = {
      links: 'a => b, b => t',
      vendors: [{ id: 'v' }],
      components: { a: { vendor: 'v' }, b: { vendor: 'v' } },
      risks: [raise('r1'), raise('r2')],
    }
    expect(rating({ on: { vendor: 'v' }, likelihood: 2, impact: 4 }, said)).toBe('medium')
  })
})
