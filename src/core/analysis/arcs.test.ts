import { describe, expect, test } from 'vitest'
import type { Link } from '../model/records.ts'
import { compile } from './compile.ts'
import { analyseCore } from './analyse.ts'
import { normalisedOf } from './testing/model-of.ts'
import { sketch } from './testing/sketch.ts'

const TODAY = { date: '2026-11-23' }

/** The arcs that a link between a and b gives, as in `a=>b` for control and `b->a` for access. */
function arcsOf(link: Partial<Link>, planes?: Record<string, string>): string[] {
  const normalised = normalisedOf({
    components: [{ id: 'a' }, { id: 'b' }],
    links: [{ id: 'l', from: 'a', to: 'b', ...link }],
  })
  const { meta } = normalised.model
  const policy = { ...meta.policy, planes: { ...meta.policy.planes, ...planes } }
  const { graph, owns, components } = compile({ ...normalised.model, meta: { ...meta, policy } }, TODAY)
  return Array.from(graph.tail, (tail, arc) => {
    const head = components[graph.head[arc] ?? -1]?.id
    return `${components[tail]?.id}${owns[arc] === 1 ? '=>' : '->'}${head}`
  })
}

describe('AN4', () => {
  test.each<[string, Partial<Link>, string[]]>([
    ['control, both: the managed does not own the manager', { carries: 'control' }, ['a=>b', 'b->a']],
    ['control, forward', { carries: 'control', direction: 'forward' }, ['a=>b']],
    ['access, both', { carries: 'access' }, ['a->b', 'b->a']],
    ['access, forward', { carries: 'access', direction: 'forward' }, ['a->b']],
    ['none', { carries: 'none' }, []],
    ['a self-link', { carries: 'control', to: 'a' }, []],
    [
      'carries comes before interface and plane',
      { carries: 'access', interface: 'direct-cli', plane: 'management' },
      ['a->b', 'b->a'],
    ],
    [
      'the interface that states what it carries comes before the plane',
      { interface: 'scan', plane: 'user' },
      ['a->b', 'b->a'],
    ],
    ['the plane of its own comes before that of the interface', { interface: 'ems-ne', plane: 'user' }, []],
    ['the plane of the interface', { interface: 'ems-ne' }, ['a=>b', 'b->a']],
    ['[MO2] a link of no known interface is of the control plane', { interface: 'my own' }, ['a->b', 'b->a']],
    ['a management plane', { plane: 'management' }, ['a=>b', 'b->a']],
    ['a signalling plane', { plane: 'signalling' }, ['a->b', 'b->a']],
    ['a lawful-intercept plane', { plane: 'lawful-intercept' }, ['a->b', 'b->a']],
    ['a user plane', { plane: 'user' }, []],
  ])('[AN4] %s', (_, link, expected) => {
    expect(arcsOf(link)).toEqual(expected)
  })

  test('[AN4] the policy says what a plane carries', () => {
    expect(arcsOf({ plane: 'user', direction: 'forward' }, { user: 'control' })).toEqual(['a=>b'])
    expect(arcsOf({ plane: 'management' }, { management: 'none' })).toEqual([])
  })

  test('[AN4] parallel links give arcs of their own', () => {
    const { model } = sketch({ links: 'a -> b, a => b, a -> b' })
    expect(compile(model, TODAY).graph.arcCount).toBe(3)
  })
})

/** A ring of control through two nested segments; what is held tells which arcs are cut. */
const network = {
  links: 'l: a <=> b, k: b <=> c',
  critical: 'a b c',
  segments: [{ id: 'outer' }, { id: 'inner', parent: 'outer' }],
  vendors: [{ id: 'v' }],
  components: { b: { segment: 'inner', vendor: 'v' }, c: { segment: 'outer' } },
}

describe('AN5', () => {
  test.each([
    ['blocks-propagation', { link: 'l' }, 'a->b b->a'],
    ['blocks-propagation', { component: 'b' }, 'a->b c->b'],
    ['blocks-propagation', { vendor: 'v' }, 'a->b c->b'],
    ['blocks-propagation', { segment: 'inner' }, 'a->b b->a b->c c->b'],
    ['blocks-propagation', { segment: 'outer' }, 'a->b b->a'],
    ['contains-node', { link: 'l' }, ''],
    ['contains-node', { component: 'b' }, 'b->a b->c'],
    ['contains-node', { vendor: 'v' }, 'b->a b->c'],
    ['contains-node', { segment: 'inner' }, 'b->a b->c'],
    ['contains-node', { segment: 'outer' }, 'b->a'],
    ['removes-risk', { segment: 'outer' }, ''],
    ['reduces', { link: 'l' }, ''],
    ['detects', { link: 'l' }, ''],
    ['recovers', { link: 'l' }, ''],
    ['governs', { link: 'l' }, ''],
  ])('[AN5] %s on %j cuts %s', (effect, subject, expected) => {
    const mitigations = [{ id: 'm', effect, on: [subject], status: 'implemented' }]
    expect(cutsOf(mitigations)).toBe(expected)
  })

  test.each(['blocks-propagation', 'contains-node'])('[AN5] %s on nothing cuts nothing', (effect) => {
    expect(cutsOf([{ id: 'm', effect, on: [], status: 'implemented' }])).toBe('')
  })

  test('[AN5] an arc between two components inside a segment is not cut by its border', () => {
    const mitigations = [
      { id: 'm', effect: 'blocks-propagation', on: [{ segment: 'outer' }], status: 'verified' },
    ]
    expect(cutsOf(mitigations)).not.toContain('c')
  })

  test('[AN5] a cut holds whatever comes along the arc, also what the mitigation does not treat', () => {
    const mitigations = [
      { id: 'm', effect: 'blocks-propagation', treats: [], on: [{ link: 'l' }], status: 'verified' },
    ]
    expect(cutsOf(mitigations)).toBe('a->b b->a')
  })

  test('[AN7] a planned mitigation cuts nothing', () => {
    expect(cutsOf([{ id: 'm', effect: 'blocks-propagation', on: [{ link: 'l' }], status: 'planned' }])).toBe(
      '',
    )
  })
})

/** Probes each arc alone: it is cut where no exposure comes over it. Access needs a weakness, so all are weak. */
function cutsOf(mitigations: readonly Record<string, unknown>[]): string {
  const cuts = []
  for (const [from, to] of ['ab', 'ba', 'bc', 'cb'] as const) {
    const said = { ...network, mitigations, footholds: from ?? '', weaknesses: 'a b c' }
    const { exposures } = analyseCore(sketch(said), TODAY)
    const direct = exposures.some(
      ({ risk, path }) => risk === `f-${from}` && path.join('') === `${from}${to}`,
    )
    if (!direct) cuts.push(`${from}->${to}`)
  }
  return cuts.join(' ')
}
