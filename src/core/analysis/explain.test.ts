import { describe, expect, test } from 'vitest'
import type { Normalised } from '../model/normalise.ts'
import { analyseCore, makeEngine } from './analyse.ts'
import { explainExposure } from './explain.ts'
import { sketch, type Sketch } from './testing/sketch.ts'
import { explanationInWords } from './words.ts'

const TODAY = { date: '2026-11-23' }

type Which = number | Readonly<{ risk: string; target: string }>

function explain(said: Sketch, which: Which = 0) {
  const normalised: Normalised = sketch(said)
  const { exposures } = analyseCore(normalised, TODAY)
  const exposure =
    typeof which === 'number'
      ? exposures[which]
      : exposures.find(({ risk, target }) => risk === which.risk && target === which.target)
  if (exposure === undefined) throw new Error('no such exposure')
  const { model } = normalised
  const explanation = explainExposure(exposure, makeEngine()(model, TODAY), model.vendors)
  if (explanation === null) throw new Error('nothing to explain')
  return explanation
}

const operator: Sketch = {
  vendors: [{ id: 'v', name: 'Acme' }],
  segments: [{ id: 's', name: 'Core' }],
  components: {
    ems: { name: 'EMS 1', vendor: 'v', product: 'CoreX', criticality: 'low' },
    gnb: { name: 'gNB 7' },
    amf: { name: 'AMF 1', function: 'amf', criticality: null, segment: 's' },
  },
  links: 'l1: ems <=> gnb, l2: gnb <-> amf',
  risks: [
    {
      id: 'r1',
      title: 'Build',
      category: 'vr-build',
      on: { vendor: 'v' },
      propagation: 'foothold',
      likelihood: 3,
      impact: 3,
    },
    {
      id: 'w1',
      title: 'Old parser',
      category: 'vr-c-memory',
      on: { component: 'amf' },
      propagation: 'weakness',
    },
  ],
}

const mitigation = (id: string, fields: Record<string, unknown>) => ({
  id,
  title: `Title of ${id}`,
  on: [],
  status: 'implemented',
  ...fields,
})

describe('what is explained', () => {
  test('[AN10] the source, its product and vendor, the target and each hop with its reason', () => {
    const { source, vendor, product, target, hops, entry, risk } = explain(operator, {
      risk: 'r1',
      target: 'amf',
    })
    expect({ source, vendor, product, target, entry }).toEqual({
      source: { id: 'ems', name: 'EMS 1' },
      vendor: { id: 'v', name: 'Acme' },
      product: 'CoreX',
      target: { id: 'amf', name: 'AMF 1' },
      entry: null,
    })
    expect(
      hops.map(({ from, to, link, reason, carries, direction }) => [
        from.id,
        to.id,
        link.id,
        reason,
        carries,
        direction,
      ]),
    ).toEqual([
      ['ems', 'gnb', 'l1', 'owns', 'control', 'along'],
      ['gnb', 'amf', 'l2', 'weakness', 'access', 'along'],
    ])
    expect(hops[1]?.weaknesses.map(({ risk: id, title }) => [id, title])).toEqual([['w1', 'Old parser']])
    expect(risk).toMatchObject({ id: 'r1', likelihood: 3, impact: 4, category: { id: 'vr-build' } })
  })

  test('[AN9] a weakness is explained with the way in', () => {
    const said = { links: 'x -> w, w => t', critical: 't', untrusted: 'x', weaknesses: 'w' }
    expect(explain(said).entry).toMatchObject({
      from: { id: 'x' },
      link: { id: 'l1' },
      standing: 'untrusted',
    })
    expect(explain({ ...said, footholds: 'x' }, { risk: 'w-w', target: 't' }).entry?.standing).toBe('held')
  })

  test('[AN7] the door of a reached target is no step', () => {
    expect(explain({ links: 't <-> a', critical: 't', footholds: 'a' }).hops).toMatchObject([
      { reason: 'door', direction: 'against', carries: 'access' },
    ])
  })

  test('[AN6] access that the policy takes to suffice', () => {
    const said: Sketch = { links: 'a -> t', critical: 't', footholds: 'a', policy: { access: 'assume' } }
    expect(explain(said).hops.map(({ reason }) => reason)).toEqual(['assumed'])
  })

  test('[AN5] what would cut a hop but does not count, with its status', () => {
    const mitigations = [
      mitigation('m1', { effect: 'blocks-propagation', on: [{ link: 'l2' }], status: 'planned' }),
      mitigation('m2', { effect: 'contains-node', on: [{ component: 'gnb' }], status: 'rejected' }),
      mitigation('m3', { effect: 'blocks-propagation', on: [{ segment: 's' }], status: 'proposed' }),
      mitigation('m4', { effect: 'contains-node', on: [{ component: 'amf' }], status: 'planned' }),
    ]
    const { hops } = explain({ ...operator, mitigations }, { risk: 'r1', target: 'amf' })
    expect(hops.map(({ pending }) => pending.map(({ id, status }) => `${id} ${status}`))).toEqual([
      [],
      ['m1 planned', 'm2 rejected', 'm3 proposed'],
    ])
  })

  test('[AN3] what would remove the risk at the source, or the weakness on the way, but does not count', () => {
    const mitigations = [
      mitigation('m1', { effect: 'removes-risk', treats: ['r1'], status: 'planned' }),
      mitigation('m2', {
        effect: 'removes-risk',
        treats: ['r1'],
        on: [{ component: 'amf' }],
        status: 'planned',
      }),
      mitigation('m3', {
        effect: 'removes-risk',
        treats: ['w1'],
        on: [{ component: 'amf' }],
        status: 'proposed',
      }),
    ]
    const { risk, hops } = explain({ ...operator, mitigations }, { risk: 'r1', target: 'amf' })
    expect(risk.pending.map(({ id }) => id)).toEqual(['m1'])
    expect(hops[1]?.weaknesses[0]?.pending.map(({ id }) => id)).toEqual(['m3'])
  })

  test('[AN5] what is in place and cuts nothing here', () => {
    const mitigations = [
      mitigation('m1', { effect: 'detects', treats: ['r1'], on: [{ component: 'gnb' }] }),
      mitigation('m2', { effect: 'governs', on: [{ link: 'l2' }] }),
      mitigation('m3', { effect: 'contains-node', treats: ['f-z'], on: [{ component: 'amf' }] }),
      mitigation('m4', { effect: 'reduces', treats: ['w1'], on: [{ segment: 's' }] }),
      mitigation('m5', { effect: 'reduces', treats: ['f-z'], on: [{ segment: 's' }] }),
      mitigation('m6', { effect: 'governs', on: [] }),
    ]
    const said = { ...operator, alone: 'z', footholds: 'z', mitigations }
    const { risk, hops } = explain(said, { risk: 'r1', target: 'amf' })
    expect(risk.present.map(({ id }) => id)).toEqual(['m1'])
    expect(hops.map(({ present }) => present.map(({ id }) => id))).toEqual([['m1'], ['m1', 'm2', 'm3', 'm4']])
  })

  test('[MO1] what the library names for the risk, and for the weaknesses on the way', () => {
    const { risk, hops } = explain(operator, { risk: 'r1', target: 'amf' })
    expect(risk.options.map(({ control }) => control)).toContain('mit-repeatable-build')
    expect(risk.options.every(({ effect }) => effect === 'removes-risk')).toBe(true)
    const effects = new Set(hops.flatMap(({ options }) => options.map(({ effect }) => effect)))
    expect(
      [...effects].every((effect) => effect === 'blocks-propagation' || effect === 'contains-node'),
    ).toBe(true)
  })

  test('[AN10] there is nothing to explain once the model has moved on', () => {
    const [exposure] = analyseCore(sketch(operator), TODAY).exposures
    if (exposure === undefined) throw new Error('no exposure')
    const after = (change: Sketch) =>
      explainExposure(exposure, makeEngine()(sketch({ ...operator, ...change }).model, TODAY), [])
    expect(after({})).not.toBeNull()
    expect(after({ links: 'l1: ems <=> gnb' })).toBeNull()
    expect(after({ risks: [] })).toBeNull()
  })
})

describe('in words', () => {
  test('[AN10] one sentence for each fact, in the order of the way', () => {
    const mitigations = [
      mitigation('m1', { effect: 'blocks-propagation', on: [{ link: 'l2' }], status: 'planned' }),
      mitigation('m2', { effect: 'detects', treats: ['r1'], on: [{ component: 'gnb' }] }),
    ]
    const explanation = explain({ ...operator, mitigations }, { risk: 'r1', target: 'amf' })
    const bare = { ...explanation, risk: { ...explanation.risk, category: null, options: [] } }
    const hops = explanation.hops.map((hop) => ({
      ...hop,
      options: [],
      weaknesses: hop.weaknesses.map((weakness) => ({ ...weakness, options: [] })),
    }))
    expect(explanationInWords({ ...bare, hops })).toEqual([
      '“Build” is open at EMS 1 (CoreX by Acme).',
      'EMS 1 controls gNB 7 over l1 (control plane): who holds the one owns the other.',
      'gNB 7 can talk to AMF 1 over l2 (control plane), where “Old parser” lets an attacker in.',
      '“Title of m1” would cut this step, but it is only planned.',
      'So AMF 1 is taken: an attacker gets in.',
      'Rated high: likelihood 3 of 5, impact 4 of 5.',
      '“Title of m2” is implemented for this risk and only detects it.',
    ])
  })

  test('[AN10] a door, the way in, an acceptance, and the catalogue’s text and offers', () => {
    const words = explanationInWords(
      explain({
        links: 'x -> w, t <-> w',
        critical: 't',
        untrusted: 'x',
        vendors: [{ id: 'v', name: 'Acme' }],
        components: { w: { vendor: 'v' } },
        risks: [
          {
            id: 'r',
            category: 'vr-shared-virt',
            on: { component: 'w' },
            status: 'accepted',
            acceptedUntil: '2026-12-31',
          },
        ],
      }),
    )
    expect(words[0]).toMatch(/^“.+” is accepted until 2026-12-31 at w, a product of Acme\.$/)
    expect(words).toContain('w can be entered over l1 from x, which lies outside the operator’s trust.')
    expect(words).toContain('w can talk to t over l2 (control plane), back along the link.')
    expect(words).toContain(
      'So t is reached: an attacker stands at its door, and no known weakness lets him in.',
    )
    expect(words.some((sentence) => sentence.startsWith('The library offers to'))).toBe(true)
    expect(words.every((sentence) => sentence.endsWith('.'))).toBe(true)
  })
})
