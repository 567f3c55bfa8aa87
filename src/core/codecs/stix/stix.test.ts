import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyseCore } from '../../analysis/analyse.ts'
import { modelOf, normalisedOf } from '../../analysis/testing/model-of.ts'
import { randomModel } from '../../analysis/testing/random-model.ts'
import { sketch } from '../../analysis/testing/sketch.ts'
import { normalise } from '../../model/normalise.ts'
import { parseModel } from '../../model/parse.ts'
import { KINDS, type Model } from '../../model/records.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { writeStix } from './stix.ts'
import { stixProblems } from './testing/stix-problems.ts'

const DATE = '2026-11-23'
const write = (model: Model, date = DATE) => writeStix.write(model, { date })
const textOf = (model: Model) => String(write(model).files[0]?.content)

type Fields = Readonly<Record<string, unknown> & { type: string; id: string }>
const objectsOf = (model: Model) => (JSON.parse(textOf(model)) as { objects: Fields[] }).objects
const ofType = (model: Model, type: string) => objectsOf(model).filter((object) => object.type === type)

const template = (name: string): Model => {
  const parsed = parseModel(readFileSync(`public/templates/${name}.ringfence.json`, 'utf8'))
  if (!parsed.ok) throw new Error('the template cannot be read')
  return normalise(parsed.value).model
}
const OPERATOR = template('operator-5g-sa-2018')

describe('whatever the model', () => {
  test('the bundle keeps to the rules of STIX and of Attack Flow', () => {
    const models = fc.oneof(randomModel, randomRecords)
    fc.assert(
      fc.property(models, (records) => {
        expect(stixProblems(JSON.parse(textOf(normalise(records).model)))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('the same model gives the same bytes, in any order of records', () => {
    fc.assert(
      fc.property(fc.oneof(randomModel, randomRecords), fc.nat(99), (records, seed) => {
        expect(textOf(normalise(reordered(records, seed)).model)).toBe(textOf(normalise(records).model))
      }),
      { numRuns: 60 },
    )
  })

  test('each record is told of once', () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const { model } = normalise(records)
        const told = write(model).report.map(({ what, at }) => `${what} ${at}`)
        const all = KINDS.flatMap((kind) => model[kind].map(({ id }) => `${kind} ${id}`))
        expect(told.toSorted()).toEqual(all.toSorted())
      }),
      { numRuns: 60 },
    )
  })
})

test.each(['first-workshop', 'operator-5g-sa-2018'])('the template %s keeps to the rules', (name) => {
  expect(stixProblems(JSON.parse(textOf(template(name))))).toEqual([])
})

test('the hand-written rules find what is wrong', () => {
  const bundle = JSON.parse(textOf(OPERATOR)) as { objects: Record<string, unknown>[] }
  const [first, ...rest] = bundle.objects
  const broken = (change: Record<string, unknown>) =>
    stixProblems({ ...bundle, objects: [{ ...first, ...change }, ...rest] })
  for (const change of [
    { id: 'identity--x' },
    { created: '2026-11-23T00:00:00Z' },
    { labels: [] },
    { name: null },
    { 'x-name': 1 },
    { created_by_ref: 'identity--00000000-0000-4000-8000-000000000000' },
  ])
    expect(broken(change), JSON.stringify(change)).not.toEqual([])
})

describe('the flow', () => {
  test('each exposure is a chain from its source over every hop to what comes of it', () => {
    const { exposures } = analyseCore(normalise(OPERATOR), { date: DATE })
    const byId = new Map(objectsOf(OPERATOR).map((object) => [object.id, object]))
    const [flow] = ofType(OPERATOR, 'attack-flow')
    const starts = flow?.['start_refs'] as string[]
    expect(exposures.length).toBeGreaterThan(30)
    expect(starts).toHaveLength(exposures.length)
    const nameOf = (reference: string) => byId.get(reference)?.['name']
    exposures.forEach((exposure, index) => {
      const visited: string[] = []
      let at = byId.get(starts[index] ?? '')
      while (at?.type === 'attack-action') {
        visited.push(String((at['asset_refs'] as string[]).map(nameOf).at(-1)))
        const [next] = at['effect_refs'] as string[]
        at = byId.get(next ?? '')
      }
      const named = exposure.path.map((id) => OPERATOR.components.find((each) => each.id === id)?.name)
      expect(visited).toEqual(named)
      expect(at?.type).toBe('attack-condition')
      expect(at?.['description']).toContain(exposure.kind)
    })
  })

  test('there is none where nothing is exposed', () => {
    const { model } = sketch({ links: 'a => b' })
    expect(objectsOf(model).map(({ type }) => type)).not.toContain('attack-flow')
    expect(objectsOf(model).map(({ type }) => type)).not.toContain('extension-definition')
  })

  test('a technique that a threat names is that of the action there, with its notices', () => {
    const { model } = sketch({
      links: 'a => b, b => t',
      critical: 't',
      footholds: 'a',
      threats: [
        { id: 't1', number: 1, technique: 'T1195.002', on: { component: 'b' } },
        { id: 't2', number: 2, technique: 'FGT1195.002', on: { link: 'l2' } },
        { id: 't3', number: 3, technique: 'FGT1014', on: { component: 'a' }, decision: 'dismissed' },
        { id: 't4', number: 4, technique: 'stride:T', stride: 'T', on: { component: 't' } },
        { id: 't5', number: 5, technique: 'X9', title: 'Odd', on: { component: 't' } },
      ],
    })
    const actions = ofType(model, 'attack-action')
    expect(actions.map((action) => action['technique_id'])).toEqual([undefined, 'T1195.002', 'FGT1195.002'])
    const patterns = ofType(model, 'attack-pattern')
    expect(patterns.map((pattern) => pattern['external_references'])).toEqual([
      [expect.objectContaining({ source_name: 'mitre-attack', external_id: 'T1195.002' })],
      [expect.objectContaining({ source_name: 'mitre-fight', external_id: 'FGT1195.002' })],
      [expect.objectContaining({ source_name: 'mitre-fight', external_id: 'FGT1014' })],
    ])
    const notices = JSON.stringify(ofType(model, 'marking-definition'))
    expect(notices).toContain('reproduced and distributed with the permission of The MITRE')
    expect(notices).toContain('grants you a non-exclusive, royalty-free license')
    expect(notices).toContain('public release case 22-2192')
    expect(patterns.map((pattern) => (pattern['object_marking_refs'] as string[]).length)).toEqual([1, 2, 2])
    expect(stixProblems(JSON.parse(textOf(model)))).toEqual([])
  })

  test('the licence in the file is the one that NOTICE asks for', () => {
    const { model } = sketch({
      links: 'a -> b',
      threats: [{ id: 't', number: 1, technique: 'T1195', on: { component: 'a' } }],
    })
    const [marking] = ofType(model, 'marking-definition')
    const statement = (marking?.['definition'] as { statement: string } | undefined)?.statement ?? 'missing'
    const notice = readFileSync('NOTICE', 'utf8').replace(/\s+/g, ' ')
    for (const sentence of statement.split(/(?<=\.) (?=[A-Z])/)) expect(notice).toContain(sentence)
  })

  test('a model with more exposures than a file can tell is written without, and says so', () => {
    const many = (prefix: string, fields: object) =>
      Array.from({ length: 320 }, (_, i) => ({ id: `${prefix}${i}`, ...fields }))
    const { model } = normalisedOf({
      vendors: [{ id: 'v' }],
      components: many('c', { vendor: 'v', criticality: 'critical' }),
      risks: many('r', { on: { vendor: 'v' }, propagation: 'foothold' }),
    })
    const { report } = write(model)
    expect(report.filter(({ what }) => what === 'exposures')).toEqual([
      expect.objectContaining({ fate: 'dropped', words: expect.stringContaining('too many') as string }),
    ])
    expect(ofType(model, 'attack-flow')).toEqual([])
  })
})

describe('a mitigation', () => {
  const mitigated = (fields: object) =>
    sketch({
      links: 'a => b, b => t',
      critical: 't',
      footholds: 'a b',
      mitigations: [{ id: 'm', treats: ['f-a', 'f-b'], on: [{ component: 'a' }], ...fields }],
    }).model
  const relations = (model: Model) =>
    ofType(model, 'relationship')
      .filter(({ source_ref }) => String(source_ref).startsWith('course-of-action'))
      .map((each) => `${String(each['relationship_type'])} ${String(each['target_ref']).split('--')[0]}`)

  test('mitigates what it makes smaller where it is, and nothing else', () => {
    for (const effect of ['removes-risk', 'reduces', 'detects', 'recovers'])
      expect(relations(mitigated({ effect, status: 'implemented' }))).toEqual([
        'mitigates note',
        'related-to note',
        'related-to infrastructure',
      ])
  })

  test.each([
    { effect: 'removes-risk', status: 'planned' },
    { effect: 'removes-risk', status: 'proposed' },
    { effect: 'removes-risk', status: 'rejected' },
    { effect: 'governs', status: 'verified' },
    { effect: 'blocks-propagation', status: 'verified' },
    { status: 'verified' },
  ])('that is $effect and $status mitigates nothing', (fields) => {
    expect(relations(mitigated(fields))).not.toContain('mitigates note')
  })
})

describe('of a vendor', () => {
  test('a restriction changes nothing in the file', () => {
    const restricted = {
      ...OPERATOR,
      vendors: OPERATOR.vendors.map((vendor) => ({ ...vendor, restricted: true })),
    }
    const free = {
      ...OPERATOR,
      vendors: OPERATOR.vendors.map((vendor) => ({ ...vendor, restricted: false })),
    }
    expect(textOf(restricted)).toBe(textOf(free))
    expect(write(restricted).report).toContainEqual(
      expect.objectContaining({ what: 'vendors', fate: 'changed' }),
    )
  })

  test('a finding is on its components, and says that it is no judgement', () => {
    const { model } = sketch({
      vendors: [{ id: 'v', name: 'Acme' }],
      components: { a: { vendor: 'v', product: 'P' }, b: { vendor: 'v' } },
      risks: [
        { id: 'r1', on: { vendor: 'v', product: 'P' } },
        { id: 'r2', on: { vendor: 'v', product: 'none has it' } },
      ],
    })
    const notes = ofType(model, 'note')
    expect(notes.map(({ object_refs }) => (object_refs as string[]).map((id) => id.split('--')[0]))).toEqual([
      ['infrastructure'],
      ['identity'],
    ])
    for (const note of notes) expect(note['content']).toMatch(/no judgement of a supplier\.$/)
    const acme = ofType(model, 'identity').find(({ name }) => name === 'Acme')
    expect(Object.keys(acme ?? {})).not.toContain('description')
  })
})

test('names of people, evidence, statements and talk stay on the board', () => {
  const { model } = normalise(
    modelOf({
      vendors: [{ id: 'v' }],
      components: [{ id: 'c', vendor: 'v', criticality: 'critical' }],
      risks: [
        { id: 'r', on: { vendor: 'v' }, status: 'accepted', acceptedBy: 'SECRET', evidence: ['SECRET'] },
      ],
      mitigations: [{ id: 'm', on: [], owner: 'SECRET', evidence: ['SECRET'] }],
      threats: [{ id: 't', number: 1, on: { component: 'c' }, by: 'SECRET' }],
      statements: [{ id: 's', vendor: 'v', kind: 'judgement', title: 'SECRET', wording: 'SECRET' }],
      comments: [{ id: 'k', on: { component: 'c' }, text: 'SECRET', author: 'SECRET' }],
      waivers: [{ id: 'w', check: 'chk-logging', on: [], reason: 'SECRET', by: 'SECRET', until: null }],
    }),
  )
  expect(textOf(model)).not.toContain('SECRET')
})

test('ids of two boards are not the same, those of techniques are', () => {
  const model = sketch({
    links: 'a -> b',
    threats: [{ id: 't', number: 1, technique: 'T1195', on: { component: 'a' } }],
  }).model
  const idsOf = (title: string) => objectsOf({ ...model, meta: { ...model.meta, title } }).map(({ id }) => id)
  const shared = idsOf('One').filter((id) => idsOf('Two').includes(id))
  expect(shared.map((id) => id.split('--')[0])).toEqual(['identity', 'marking-definition', 'attack-pattern'])
})

test('half of a character in a name is no reason to fail', () => {
  const { model } = normalise(modelOf({ components: [{ id: 'c', name: '\uD83D' }] }))
  for (const title of ['\uD800', 'a'.repeat(79) + '𝒜𝒜'])
    expect(stixProblems(JSON.parse(textOf({ ...model, meta: { ...model.meta, title } })))).toEqual([])
})
