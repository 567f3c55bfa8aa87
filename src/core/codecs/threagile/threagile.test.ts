import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { analyseCore } from '../../analysis/analyse.ts'
import { normalise } from '../../model/normalise.ts'
import type { Imported } from '../codec.ts'
import { sourceOf } from '../source.ts'
import { encodeText } from '../text.ts'
import { readThreagile } from './threagile.ts'
import { matcherOf, trackingsIn } from './tracking.ts'

const sourceOfText = (text: string, name = 'file.yaml') => sourceOf(encodeText(text), name)

function read(text: string): Imported {
  const result = readThreagile.read(sourceOfText(text))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const FIXTURE = readFileSync(new URL('fixtures/small.yaml', import.meta.url), 'utf8')

test('assets are components in their boundaries, on their runtimes', () => {
  const { model, placed, foreign } = read(FIXTURE)
  expect(placed).toBe(false)
  expect(
    model.components.map(({ id, name, function: kind, segment, host }) => [id, name, kind, segment, host]),
  ).toEqual([
    ['amf-1', 'AMF 1', null, 'core', 'cluster'],
    ['cluster', 'Cluster', null, null, null],
    ['console', 'Console', null, null, null],
    ['open-end', '(open end)', null, null, null],
    ['store', 'Store', null, 'vault', 'cluster'],
  ])
  expect(model.segments.map(({ id, name, parent }) => [id, name, parent])).toEqual([
    ['core', 'Core', null],
    ['vault', 'Vault', 'core'],
  ])
  expect(foreign.map(({ component, type }) => [component, type])).toEqual([
    ['cluster', 'shared-runtime'],
    ['amf-1', 'web-service-rest'],
    ['store', 'database'],
    ['console', 'browser'],
    ['open-end', ''],
  ])
})

test('what the file says of trust and of what would be lost is taken over, and never less than the catalogue', () => {
  const { model } = read(FIXTURE)
  expect(
    model.components.map(({ id, criticality, untrusted, exposedEdge, sensitiveData }) => [
      id,
      criticality,
      untrusted,
      exposedEdge,
      sensitiveData,
    ]),
  ).toEqual([
    ['amf-1', 'critical', null, true, true],
    ['cluster', null, null, null, false],
    ['console', null, true, null, false],
    ['open-end', null, null, null, false],
    ['store', null, null, null, false],
  ])
})

test('links begin where they are opened; administration controls, and an end that is gone is stood in for', () => {
  const { model, report } = read(FIXTURE)
  expect(
    model.links.map(({ from, to, name, plane, protection }) => [from, to, name, plane, protection]),
  ).toEqual([
    ['amf-1', 'store', 'Key lookup', null, 'https, VPN'],
    ['amf-1', 'open-end', 'Lost way', null, null],
    ['console', 'store', 'Reading', null, null],
    ['console', 'amf-1', 'Upkeep', 'management', 'ssh'],
  ])
  expect(report).toContainEqual({
    fate: 'changed',
    what: 'communication link',
    at: 'amf-1>Lost way',
    words: 'leads to nowhere, which is not in the file: a component stands in for it',
  })
})

test('[EX6] risks that people identified, and decisions at one place, become threats alone', () => {
  const { model } = read(FIXTURE)
  expect([model.risks, model.mitigations]).toEqual([[], []])
  expect(model.meta.lastThreat).toBe(4)
  const threats = model.threats.toSorted((a, b) => a.number - b.number)
  expect(
    threats.map(({ title, on, stride, decision, rationale, by, at }) => [
      title,
      on,
      stride,
      decision,
      rationale,
      by,
      at,
    ]),
  ).toEqual([
    [
      'Own risk at AMF',
      { component: 'amf-1' },
      'T',
      'dismissed',
      'Cannot happen – X-1',
      'Ada',
      '2026-02-28T00:00:00Z',
    ],
    [
      'Own risk on a link',
      { link: 'amf-1-key-lookup' },
      'T',
      'mitigate',
      'In progress – Work is on',
      '',
      null,
    ],
    ['Unguarded access', { component: 'amf-1' }, null, 'accept', '', '', null],
    ['Missing hardening', { segment: 'vault' }, null, 'mitigate', 'Mitigated', '', null],
  ])
  expect(threats[0]?.description).toBe('Own risk\nWhat may happen.\nMitigation: What to do.\nCWE-693')
})

test('[EX2] each record of the file has one entry', () => {
  const { report } = read(FIXTURE)
  const told = report.map(({ fate, what, at }) => `${fate} ${what} ${at}`)
  expect(new Set(told).size).toBe(told.length)
  expect(told).toEqual(
    expect.arrayContaining([
      'changed trust boundary core',
      'changed trust boundary vault',
      'carried shared runtime cluster',
      'carried technical asset amf-1',
      'dropped risk own-risk: Own risk nowhere',
      'carried risk category own-risk',
      'dropped risk category never-seen',
      'carried risk tracking own-risk@amf-1',
      'changed risk tracking own-risk@k*s@*@*',
      'dropped risk tracking anything@*',
      'changed question Who looks after it?',
      'changed data asset keys',
      'dropped include other.yaml',
      'dropped field date',
    ]),
  )
})

test('what a board has only in words is in notes, and markup is none', () => {
  const { model } = read(FIXTURE)
  expect(model.meta).toMatchObject({ title: 'Small core', description: 'A small core.' })
  expect(model.notes.map(({ text }) => text)).toEqual([
    'Abuse cases\n– Eavesdropping: As a stranger I want to listen.',
    'Data assets\n– Keys: confidentiality strictly-confidential, integrity critical, availability important\n– Weather: confidentiality public',
    'Questions\n– Who looks after it?',
    'Security requirements\n– Encryption: On all links.',
  ])
})

test('[EX6] nothing counts as covered after an import', () => {
  const { model } = read(FIXTURE)
  expect(analyseCore(normalise(model), { date: '2026-11-23' }).coverage).toEqual({
    share: null,
    instances: [],
  })
})

test('[EX10] what has no field here is kept with its record', () => {
  const { model } = read(FIXTURE)
  expect(model.components[0]).toMatchObject({
    foreign: { format: 'threagile', owner: 'Us', data_assets_processed: ['keys'] },
  })
  expect(model.links[0]).toMatchObject({ foreign: { format: 'threagile', authentication: 'token' } })
})

test.each([
  ['a@b', 'a@b', true],
  ['a@*', 'a@b', true],
  ['a@*', 'a@b@c', false],
  ['a@b*d', 'a@bcd', true],
  ['a@b*b', 'a@b', false],
  ['*@*x*y*', 'a@1x2y3', true],
  ['*@*x*y*', 'a@yx', false],
])('the pattern %s for %s: %j', (pattern, riskId, fits) => {
  expect(matcherOf(trackingsIn({ [pattern]: {} }))(riskId).length === 1).toBe(fits)
})

test('only files of its own are its own, damaged or not', () => {
  const detect = (text: string, name?: string) => readThreagile.detect(sourceOfText(text, name))
  expect(detect(FIXTURE)).toBe(true)
  expect(detect('technical_assets: [')).toBe(true)
  expect(detect('x: 1', 'my.threagile.yaml')).toBe(true)
  expect(detect('services: {}')).toBe(false)
  expect(readThreagile.read(sourceOfText('x: 1'))).toMatchObject({
    ok: false,
    problems: [{ code: 'missing', at: 'technical_assets' }],
  })
})

test('[EX1] whatever the elements are, it never throws', () => {
  const key = fc.constantFrom('a', 'b', 'a>b', 'x@a', '*@*', '')
  const leaf = fc.oneof(fc.jsonValue({ maxDepth: 1 }), key)
  const few = { maxKeys: 3, maxLength: 3 }
  const element = fc.oneof(
    leaf,
    fc.record(
      Object.fromEntries(
        [
          'id',
          'communication_links',
          'technical_assets_inside',
          'trust_boundaries_nested',
          'technical_assets_running',
          'risks_identified',
          'status',
          'date',
          'target',
          'most_relevant_technical_asset',
        ].map((name) => [name, fc.oneof(leaf, fc.array(key, few), fc.dictionary(key, leaf, few))]),
      ),
      { requiredKeys: [] },
    ),
  )
  const elements = fc.oneof(leaf, fc.dictionary(key, element, few))
  const file = fc.record({
    technical_assets: fc.dictionary(key, element, few),
    trust_boundaries: elements,
    shared_runtimes: elements,
    individual_risk_categories: elements,
    risk_tracking: elements,
    data_assets: elements,
    questions: elements,
    title: leaf,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        file.map((value) => JSON.stringify(value)),
      ),
      (text) => {
        const result = readThreagile.read(sourceOfText(text))
        if (result.ok) expect(normalise(result.value.model).setAside).toEqual([])
        else expect(result.problems[0]?.message).not.toBe('')
      },
    ),
    { numRuns: 100 },
  )
})

type Raw = Readonly<Record<string, Record<string, Record<string, unknown>> | null>>

describe.each(['example', 'stub'])('the sample %s.threagile.yaml', (name) => {
  const path = `../shared/samples/threagile/${name}.threagile.yaml`

  test.skipIf(!existsSync(path))(`is read whole (skipped where ${path} is absent)`, () => {
    const text = readFileSync(path, 'utf8')
    const raw = parse(text, { merge: true }) as Raw
    const { model, report } = read(text)
    const count = (field: string) => Object.keys(raw[field] ?? {}).length
    const links = Object.values(raw['technical_assets'] ?? {}).flatMap((asset) =>
      Object.keys(asset['communication_links'] ?? {}),
    )
    expect(model.components.length).toBe(count('technical_assets') + count('shared_runtimes'))
    expect(model.segments.length).toBe(count('trust_boundaries'))
    expect(model.links.length).toBe(links.length)
    const told = (what: string) => report.filter((entry) => entry.what === what).length
    expect(told('technical asset')).toBe(count('technical_assets'))
    expect(told('communication link')).toBe(links.length)
    expect(told('data asset')).toBe(count('data_assets'))
    expect(told('risk tracking')).toBe(count('risk_tracking'))
    expect(told('risk category')).toBe(count('individual_risk_categories'))
    expect(told('abuse case')).toBe(count('abuse_cases'))
    expect(report.filter(({ what }) => what === 'reference')).toEqual([])
    expect(model.threats.length).toBe(name === 'example' ? 4 : 1)
  })
})

test.each(['constructor', 'toString'])('a status or kind that is called %s says nothing', (word) => {
  const strange = FIXTURE.replaceAll(/status: [\w-]+/g, `status: ${word}`).replaceAll(
    /stride: [\w-]+/g,
    `stride: ${word}`,
  )
  expect(strange).not.toBe(FIXTURE)
  const { threats } = read(strange).model
  expect(threats.length).toBe(read(FIXTURE).model.threats.length)
  expect(new Set(threats.map(({ decision, stride }) => [decision, stride].join()))).toEqual(
    new Set(['open,']),
  )
})
