import { describe, expect, test } from 'vitest'
import { normalise } from '../model/normalise.ts'
import { emptyModel } from '../model/records.ts'
import { analyseCore } from './analyse.ts'
import { analyse } from './analyse-whole.ts'
import { sketch } from './testing/sketch.ts'

const TODAY = { date: '2026-11-23' }

describe('AN14', () => {
  test('[AN14] an empty model has an empty answer', () => {
    expect(analyse(normalise(emptyModel()), TODAY)).toEqual({
      format: 'ringfence-exposure',
      version: 1,
      date: '2026-11-23',
      policy: {
        scenario: 'current',
        planes: {
          management: 'control',
          control: 'access',
          signalling: 'access',
          'lawful-intercept': 'access',
          user: 'none',
        },
        access: 'weakness',
      },
      counts: { components: 0, links: 0, held: 0, targets: 0, taken: 0, reached: 0, accepted: 0 },
      held: [],
      sources: [],
      targets: [],
      exposures: [],
      routes: { taken: { components: [], links: [] }, reached: { components: [], links: [] } },
      chokePoints: { components: [], links: [], separatingSet: [] },
      whatIf: {
        mitigations: [],
        loadBearing: [],
        plan: { mitigations: [], effort: 0, minimal: true, remaining: 0 },
      },
      coverage: { share: null, instances: [] },
      setAside: [],
      checks: { findings: [], waived: [] },
    })
  })

  test('[AN14] the answer has its fields in the order of model.md, and says what was set aside', () => {
    const normalised = sketch({ links: 'l9: a => a', components: { a: { segment: 'gone' } } })
    const result = analyse(normalised, TODAY)
    expect(Object.keys(result).join(' ')).toBe(
      'format version date policy counts held sources targets exposures routes chokePoints whatIf coverage setAside checks',
    )
    expect(result.setAside).toEqual([{ id: 'a', reason: expect.stringContaining('segment') }])
    expect(analyseCore(normalised, TODAY)).toEqual({
      ...result,
      chokePoints: undefined,
      whatIf: undefined,
      checks: undefined,
    })
  })

  test('[AN14] the scenario asked for stands in the policy of the answer', () => {
    expect(analyseCore(sketch({}), { ...TODAY, scenario: 'target' }).policy.scenario).toBe('target')
    expect(analyseCore(sketch({ policy: { scenario: 'assured' } }), TODAY).policy.scenario).toBe('assured')
  })

  test('[AN14] fields of the policy that nobody knows stay out of the answer', () => {
    const { model, setAside } = sketch({})
    const policy = { ...model.meta.policy, colour: 'red' }
    const { policy: answered } = analyseCore(
      { model: { ...model, meta: { ...model.meta, policy } }, setAside },
      TODAY,
    )
    expect(Object.keys(answered)).toEqual(['scenario', 'planes', 'access'])
  })

  test('[AN14] long chains and rings are walked without recursion', () => {
    const length = 20_000
    const name = (index: number) => `c${index}`
    const links = Array.from(
      { length },
      (_, index) => `${name(index)} => ${name((index + 1) % length)}`,
    ).join(',')
    const normalised = sketch({ links, critical: name(length - 1), footholds: name(0) })
    const { exposures, routes, counts } = analyseCore(normalised, TODAY)
    expect(counts.held).toBe(length)
    expect(exposures.map(({ hops }) => hops)).toEqual([length - 1])
    expect(routes.taken.links).toHaveLength(length - 1)
  })

  test('[AN14] choke points along a long chain to a weakness are all counted', () => {
    const length = 3_000
    const links = Array.from({ length: length - 2 }, (_, at) => `c${at} => c${at + 1}`)
    const normalised = sketch({
      links: [...links, `c${length - 2} -> w`, 'w => t'].join(','),
      critical: 't',
      footholds: 'c0',
      weaknesses: 'w',
    })
    const { chokePoints } = analyse(normalised, TODAY)
    // Each link ends the way from the foothold, and with it the entry of the weakness.
    expect(chokePoints.links).toHaveLength(length)
    expect(new Set(chokePoints.links.map(({ taken }) => taken))).toEqual(new Set([2]))
  })

  test('[AN14] a million parallel links have an answer', { timeout: 120_000 }, () => {
    const { model, setAside } = sketch({ links: 'l: a => t', critical: 't', footholds: 'a' })
    const links = Array.from({ length: 1_000_000 }, (_, at) => ({
      ...model.links[0],
      id: `l${String(at).padStart(6, '0')}`,
    })) as unknown as typeof model.links
    const { counts, routes, chokePoints } = analyse({ model: { ...model, links }, setAside }, TODAY)
    expect(counts).toMatchObject({ links: 1_000_000, taken: 1 })
    expect(routes.taken.links).toHaveLength(1_000_000)
    expect(chokePoints.separatingSet).toHaveLength(1_000_000)
    expect(chokePoints.links).toEqual([])
    expect(chokePoints.components).toEqual([{ id: 'a', taken: 1, reached: 0 }])
  })
})
