import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../model/normalise.ts'
import { analyse } from './analyse-whole.ts'
import { checkIn } from './testing/check.ts'
import { chokeOracle, separatingOracle, whatIfOracle } from './testing/oracle-cuts.ts'
import { randomModel, randomOptions } from './testing/random-model.ts'
import { sketch, type Sketch } from './testing/sketch.ts'

const TODAY = { date: '2026-11-23' }
const check = checkIn(process.env)
const modelAndOptions = fc.tuple(randomModel, randomOptions)

const chokePoints = (said: Sketch) => analyse(sketch(said), TODAY).chokePoints
const whatIf = (said: Sketch) => analyse(sketch(said), TODAY).whatIf

describe('AN12', () => {
  test('[AN12] what lies on every path clears the exposure, what lies on one of two does not', () => {
    const said = { links: 'a => b, b => c, b => d, c => t, d => t', critical: 't', footholds: 'a' }
    expect(chokePoints(said)).toMatchObject({
      components: [
        { id: 'a', taken: 1, reached: 0 },
        { id: 'b', taken: 1, reached: 0 },
      ],
      links: [{ id: 'l1', taken: 1, reached: 0 }],
    })
  })

  test('[AN12] taken that becomes reached counts as taken no longer', () => {
    const said = { links: 'l1: a => t, l2: a -> t', critical: 't', footholds: 'a' }
    expect(chokePoints(said).links).toEqual([{ id: 'l1', taken: 1, reached: 0 }])
  })

  test('[AN12] a component does not count for exposures of which it is the target', () => {
    const said = { links: 'a => t, t => u', critical: 't u', footholds: 'a' }
    expect(chokePoints(said).components).toEqual([
      { id: 'a', taken: 2, reached: 0 },
      { id: 't', taken: 1, reached: 0 },
    ])
  })

  test('[AN12] what leads to the entry of a weakness clears it, too', () => {
    const said = { links: 'a => b, b -> w, w => t', critical: 't', footholds: 'a', weaknesses: 'w' }
    const { links } = chokePoints(said)
    expect(links).toEqual(['l1', 'l2', 'l3'].map((id) => ({ id, taken: 2, reached: 0 })))
  })

  test('[AN12] the order: by taken, then reached, descending, then id', () => {
    const said = { links: 'l9: a => t, l2: a -> u, l10: a -> v', critical: 't u v', footholds: 'a' }
    expect(chokePoints(said).links.map(({ id }) => id)).toEqual(['l9', 'l10', 'l2'])
  })

  check(
    '[AN12] choke points are those of models with the links left out',
    modelAndOptions,
    2000,
    ([model, options]) => {
      const { components, links } = analyse(normalise(model), options).chokePoints
      expect({ components, links }).toEqual(chokeOracle(normalise(model).model, options))
    },
  )

  test.each<[string, Sketch, string]>([
    ['nothing to separate', { links: 'a -> t', footholds: 'a' }, ''],
    [
      'one link of two in a row: the one nearest the target',
      { links: 'a => b, b => t', footholds: 'a' },
      'l2',
    ],
    ['two ways need two', { links: 'a => t, b => t', footholds: 'a b' }, 'l1 l2'],
    ['where ways meet one will do', { links: 'a => m, b => m, m => t', footholds: 'a b' }, 'l3'],
    ['a target at which a foothold is live is given up', { links: 'a => t', footholds: 'a t' }, ''],
    [
      'the standing of the untrusted counts',
      { links: 'x -> t, a => t', untrusted: 'x', footholds: 'a', weaknesses: 't' },
      'l1 l2',
    ],
    [
      'a link that lends steps to the standing and to the held is still one link',
      { links: 'l1: x <-> t, l2: x -> y, l3: y => x', untrusted: 'x', weaknesses: 't y' },
      'l1',
    ],
    [
      'a link by which two of the untrusted enter each other is one link',
      {
        links: 'l1: x <-> y, l2: x => t, l3: y => t, l4: x => u, l5: y => u',
        critical: 't u',
        untrusted: 'x y',
        weaknesses: 'x y',
      },
      'l1',
    ],
    [
      'nor does the way back out of a target count twice',
      { links: 'l1: a <=> t, l2: t <=> u', critical: 't u', footholds: 'a', weaknesses: 'a t' },
      'l1',
    ],
  ])('[AN12] separating set: %s', (_, said, expected) => {
    expect(chokePoints({ critical: 't', ...said }).separatingSet.join(' ')).toBe(expected)
  })

  check(
    '[AN12] the separating set is smallest, and nearest the targets',
    modelAndOptions,
    2000,
    ([model, options]) => {
      const { separatingSet } = analyse(normalise(model), options).chokePoints
      const smallest = separatingOracle(normalise(model).model, options)
      const own = smallest.find(({ links }) => links.join() === separatingSet.join())
      expect(own).toBeDefined()
      for (const { held } of smallest) expect(own?.held).toEqual(expect.arrayContaining([...held]))
    },
  )
})

const block = (id: string, link: string, fields: Record<string, unknown> = {}) => ({
  id,
  effect: 'blocks-propagation',
  on: [{ link }],
  status: 'planned',
  ...fields,
})

describe('AN13', () => {
  const twoWays = { links: 'a => t, b => t, b => m, m => t', critical: 't', footholds: 'a b' }

  test('[AN13] what each mitigation would clear alone', () => {
    const mitigations = [
      block('m1', 'l1'),
      block('m2', 'l2'),
      block('m3', 'l3', { status: 'rejected' }),
      block('m4', 'l1', { status: 'retired' }),
      block('m5', 'l1', { status: 'proposed', effect: 'governs' }),
    ]
    expect(whatIf({ ...twoWays, mitigations }).mitigations).toEqual([{ id: 'm1', taken: 1, reached: 0 }])
  })

  test('[AN13] load-bearing: what would open or turn taken without it alone', () => {
    const status = 'implemented'
    const mitigations = [block('m1', 'l1', { status }), block('m2', 'l2', { status }), block('m3', 'l3')]
    expect(whatIf({ ...twoWays, mitigations }).loadBearing).toEqual([{ id: 'm1', opens: 1 }])
  })

  test('[AN13] effects are not additive: a plan finds the pair that clears only together', () => {
    const mitigations = [
      block('m1', 'l1'),
      block('m2', 'l2'),
      block('m3', 'l3'),
      block('m4', 'l4', { effort: 5 }),
    ]
    expect(whatIf({ ...twoWays, mitigations }).plan).toEqual({
      mitigations: ['m1', 'm2', 'm3'],
      effort: 3,
      minimal: true,
      remaining: 0,
    })
  })

  test('[AN13] what no mitigation of the model clears remains', () => {
    expect(whatIf({ ...twoWays, mitigations: [block('m1', 'l1')] }).plan).toEqual({
      mitigations: ['m1'],
      effort: 1,
      minimal: true,
      remaining: 1,
    })
  })

  test('[AN13] reached exposures call for no plan', () => {
    const said = { links: 'a -> t', critical: 't', footholds: 'a', mitigations: [block('m1', 'l1')] }
    expect(whatIf(said)).toEqual({
      mitigations: [{ id: 'm1', taken: 0, reached: 1 }],
      loadBearing: [],
      plan: { mitigations: [], effort: 0, minimal: true, remaining: 0 },
    })
  })

  check(
    '[AN13] what-if, load-bearing and plan are those of every change tried',
    modelAndOptions,
    2000,
    ([model, options]) => {
      const { mitigations, loadBearing, plan } = analyse(normalise(model), options).whatIf
      const expected = whatIfOracle(normalise(model).model, options)
      expect({ mitigations, loadBearing }).toEqual({
        mitigations: expected.mitigations,
        loadBearing: expected.loadBearing,
      })
      expect(plan).toMatchObject({
        effort: expected.plan.effort,
        minimal: true,
        remaining: expected.plan.remaining,
      })
      expect(plan.mitigations).toHaveLength(expected.plan.size ?? 0)
    },
  )
})
