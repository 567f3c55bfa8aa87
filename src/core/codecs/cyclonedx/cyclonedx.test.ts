import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { emptyModel, type Model } from '../../model/records.ts'
import { readRingfence } from '../ringfence/ringfence.ts'
import { fileOf, inRows, mustRead, writtenText } from '../testing/round-trip.ts'
import { readTmBom } from '../tm-bom/read.ts'
import { readCyclonedx } from './read.ts'
import { writeCyclonedx } from './write.ts'

const CORE = readFileSync(new URL('fixtures/core.cdx.json', import.meta.url), 'utf8')

type Json = { [name: string]: Json } & Json[] & string
/** The fixture with something else in it. */
const changed = (change: (file: Json) => unknown): string => {
  const file = JSON.parse(CORE) as Json
  change(file)
  return JSON.stringify(file)
}
const read = (content: unknown) => mustRead(readCyclonedx, fileOf(content))
const byName = (model: Model, name: string) => model.components.find((component) => component.name === name)
const problemsOf = (content: unknown) => {
  const read = readCyclonedx.read(fileOf(content))
  return read.ok ? [] : read.problems.map(({ code, at, message }) => `${code} ${at}: ${message}`)
}

test('a file is known for CycloneDX, damaged or not, and no other is', () => {
  const files = {
    cyclonedx: CORE,
    old: '{"bomFormat":"CycloneDX","specVersion":"1.6"}',
    damaged: '{"specFormat":"CycloneDX"}',
    'tm-bom': '{"trust_zones":[]}',
    otm: '{"otmVersion":"0.2.0"}',
    'threat-dragon': '{"summary":{},"detail":{}}',
    ringfence: '{"format":"ringfence"}',
  }
  const known = (reader: typeof readCyclonedx) =>
    Object.entries(files).flatMap(([name, content]) => (reader.detect(fileOf(content)) ? [name] : []))
  expect(known(readCyclonedx)).toEqual(['cyclonedx', 'old', 'damaged'])
  expect(known(readTmBom)).toEqual(['tm-bom'])
  expect(known(readRingfence)).toEqual(['ringfence'])
})

test('[EX2] zones, assets, data stores, actors, flows and relationships are drawn', () => {
  const { model, placed } = read(CORE)
  expect(placed).toBe(false)
  expect(model.meta).toMatchObject({ title: 'Mobile core', description: 'The core of one operator' })
  const zone = new Map(model.segments.map(({ id, name }) => [id, name]))
  expect(inRows(model.segments.map(({ name, parent }) => [name, zone.get(parent ?? '')]))).toEqual([
    ['Core', 'Mobile core'],
    ['Data', 'Core'],
    ['Mobile core', undefined],
    ['Outside', 'Mobile core'],
  ])
  const rows = model.components.map(({ name, segment, criticality }) => [
    name,
    zone.get(segment ?? ''),
    criticality,
  ])
  expect(inRows(rows)).toEqual([
    ['CoreX AMF', 'Core', null],
    ['Outside', 'Outside', null],
    ['SMF 1', 'Core', 'low'],
    ['UDR store', 'Data', null],
    ['partner', 'Outside', null],
    ['udm', 'Mobile core', null],
  ])
  const name = new Map(model.components.map(({ id, name }) => [id, name]))
  const links = model.links.map((link) => [
    name.get(link.from ?? ''),
    name.get(link.to ?? ''),
    link.name,
    link.direction,
  ])
  expect(inRows(links)).toEqual([
    ['CoreX AMF', 'SMF 1', 'N11', 'both'],
    ['CoreX AMF', 'SMF 1', 'backs up', 'forward'],
    ['Outside', 'CoreX AMF', 'Roaming', 'forward'],
    ['SMF 1', 'CoreX AMF', 'depends on', 'forward'],
    ['SMF 1', 'UDR store', 'depends on', 'forward'],
    ['SMF 1', 'udm', 'Lookup', 'forward'],
  ])
})

test('the vendor, product and version of an asset are those of the component that it refers to, or its own', () => {
  const { model } = read(CORE)
  const vendor = new Map(model.vendors.map(({ id, name }) => [id, name]))
  const facts = ['CoreX AMF', 'UDR store', 'SMF 1'].map((name) => {
    const component = byName(model, name)
    return [vendor.get(component?.vendor ?? ''), component?.product, component?.version]
  })
  expect(facts).toEqual([
    ['Acme', 'CoreX AMF', '3.2'],
    ['Acme', 'DataX', '1'],
    [undefined, null, null],
  ])
  expect(model.vendors).toHaveLength(1)
})

test('[EX7] no component is said to be a network function, and each is there to be said of', () => {
  const { model, foreign } = read(CORE)
  expect(model.components.filter((component) => component.function !== null)).toEqual([])
  expect(inRows(foreign.map(({ type, name }) => [type, name]))).toEqual([
    ['actor', 'partner'],
    ['application', 'CoreX AMF'],
    ['data store document', 'UDR store'],
    ['service', 'SMF 1'],
    ['stand-in', 'Outside'],
    ['stand-in', 'udm'],
  ])
})

test('a threat is to what it names, once for each; to what its scenarios name; or to the whole', () => {
  const { model } = read(CORE)
  const threats = model.threats.map(({ number, title, stride, on, decision }) => [
    number,
    title,
    stride,
    on,
    decision,
  ])
  expect(inRows(threats)).toEqual([
    [1, 'Forged registration', 'S', { component: 'amf' }, 'open'],
    [2, 'Forged registration', 'S', { component: 'smf' }, 'open'],
    [3, 'Flood', null, { segment: 'whole' }, 'open'],
    [4, 'Leak', null, { link: 'f1' }, 'open'],
    [5, 'Outage', null, { component: 'udr' }, 'accept'],
  ])
  expect(model.meta.lastThreat).toBe(5)
})

test('[EX6] whatever another tool says of its risks and controls, no vendor risk comes of it and no credit', () => {
  const { model } = read(CORE)
  expect(model.risks).toEqual([])
  expect(inRows(model.mitigations.map(({ title, status, on }) => [title, status, on]))).toEqual([
    ['Firewall', 'planned', [{ segment: 'z-out' }, { segment: 'z-core' }]],
    ['Log all', 'planned', [{ component: 'amf' }, { component: 'smf' }]],
    ['Mutual TLS', 'verified', [{ component: 'amf' }, { component: 'smf' }]],
    ['Rate limits', 'proposed', [{ segment: 'whole' }]],
  ])
  for (const { treats, effect, on } of model.mitigations)
    expect([treats, effect, on.length > 0]).toEqual([[], 'governs', true])
})

test('[EX2] each record of the file is told of once', () => {
  const { report } = read(changed((file) => Object.assign(file, { signatures: [{}] })))
  const told = report.map(({ what, at }) => `${what} ${at}`)
  expect(new Set(told).size).toBe(told.length)
  for (const entry of [
    'threat t1',
    'threat t2',
    'risk r1',
    'risk r2',
    'control ctl',
    'requirement req',
    'scenario s1',
    'boundary b1',
    'data set subscribers',
    'component pkg:generic/amf@3.2',
    'signatures signatures',
  ]) {
    expect(told).toContain(entry)
  }
  expect(report.filter(({ fate }) => fate === 'dropped').map(({ what }) => what)).toEqual(['signatures'])
})

test('[EX10] what the board has no field for is written again, and what refers to it still does', () => {
  const { model } = read(CORE)
  const text = writtenText(writeCyclonedx, model)
  const [before, after] = [JSON.parse(CORE), JSON.parse(text)] as [Json, Json]
  const list = (file: Json, ...path: string[]): Json[] =>
    path.reduce<Json>((at, name) => at[name] ?? ([] as unknown as Json), file)
  for (const name of ['zones', 'assets', 'dataStores', 'boundaries', 'dataSets']) {
    const expected = list(before, 'blueprints', '0', name).map((item) =>
      expect.objectContaining({ 'bom-ref': item['bom-ref'] }),
    )
    expect(list(after, 'blueprints', '0', name)).toEqual(expect.arrayContaining(expected))
  }
  const asset = list(after, 'blueprints', '0', 'assets').find((item) => item['bom-ref'] === 'smf')
  expect(asset).toMatchObject({
    classification: { criticality: 'minimal', tags: ['session'] },
    interfaces: [{ name: 'N11' }],
  })
  const relationships = list(after, 'blueprints', '0', 'relationships')
  expect(relationships).toContainEqual({ ref: 'smf', dependsOn: ['udr'] })
  expect(relationships).toContainEqual({ ref: 'amf', custom: [{ type: 'backs up', targets: ['smf'] }] })
  expect(list(after, 'risks', 'risks').map((risk) => risk['bom-ref'])).toEqual(['r1', 'r2'])
  expect(list(after, 'controls').find((control) => control['name'] === 'Rate limits')?.['status']).toEqual({
    name: 'pilot',
  })
  // The requirement stays one, and the mitigation that came of it satisfies it: reading again makes no second.
  expect(list(after, 'controls').find((control) => control['name'] === 'Log all')?.['satisfies']).toEqual([
    'req',
  ])
  const again = read(text)
  expect(writtenText(writeCyclonedx, again.model)).toBe(text)
  expect(again.model.mitigations).toHaveLength(4)
})

test('a relationship that is gone from the file was deleted there, and one that is new is a link', () => {
  const { model } = read(CORE)
  const file = JSON.parse(writtenText(writeCyclonedx, model)) as Json
  const blueprint = file['blueprints']?.[0] as Json
  blueprint['relationships'] = [{ ref: 'udr', serves: ['smf'] }] as unknown as Json
  const links = read(JSON.stringify(file)).model.links.filter(
    ({ name }) => name === 'serves' || name === 'depends on',
  )
  expect(links.map(({ from, to }) => [from, to])).toEqual([['udr', 'smf']])
})

test('what was deleted on the board leaves no reference to nothing', () => {
  const { model } = read(CORE)
  const kept = new Set(['z-out', 'z-db'])
  const text = writtenText(writeCyclonedx, {
    ...model,
    segments: model.segments
      .filter(({ id }) => id === 'z-db')
      .map((segment) => ({ ...segment, parent: null })),
    components: model.components
      .map((one) => (kept.has(one.segment ?? '') ? one : { ...one, segment: null }))
      .map((one) => (one.segment === 'z-out' ? { ...one, segment: null } : one)),
    threats: [],
    mitigations: [],
  })
  const { report } = writeCyclonedx.write(
    { ...model, threats: [], mitigations: [], segments: [] },
    { date: '2026-11-23' },
  )
  expect(report.filter(({ fate }) => fate === 'dropped').map(({ what, at }) => [what, at])).toEqual([
    ['boundary', 'b1'],
    ['scenario', 's1'],
  ])
  expect(problemsOf(text)).toEqual([])
})

test.each<[string, (file: Json) => unknown, string]>([
  [
    'a relationship of no kind',
    (file) => (blueprintIn(file, 'relationships')[0] = { ref: 'amf' } as unknown as Json),
    'missing blueprints[0].relationships[0]: names no kind of relationship',
  ],
  [
    'a relationship of an unknown kind',
    (file) => Object.assign(blueprintIn(file, 'relationships')[0] as Json, { uses: ['udr'] }),
    'wrong-value blueprints[0].relationships[0].uses: is no kind of relationship',
  ],
  [
    'a relationship of two kinds',
    (file) => Object.assign(blueprintIn(file, 'relationships')[0] as Json, { serves: ['udr'] }),
    'names more than one kind of relationship: dependsOn, serves',
  ],
  [
    'a relationship to nothing',
    (file) => Object.assign(blueprintIn(file, 'relationships')[0] as Json, { dependsOn: ['gone'] }),
    'blueprints[0].relationships[0].dependsOn[0]: "gone" is the bom-ref of nothing in this file',
  ],
  [
    'a custom relationship without a target',
    (file) => Object.assign(blueprintIn(file, 'relationships')[1] as Json, { custom: [{ type: 'x' }] }),
    'missing blueprints[0].relationships[1].custom[0].targets: is missing',
  ],
  [
    'a zone without bom-ref',
    (file) => delete blueprintIn(file, 'zones')[0]?.['bom-ref'],
    'missing blueprints[0].zones[0]["bom-ref"]: is missing',
  ],
  [
    'a flow without bom-ref',
    (file) => delete blueprintIn(file, 'flows')[0]?.['bom-ref'],
    'missing blueprints[0].flows[0]["bom-ref"]: is missing',
  ],
  [
    'an empty bom-ref',
    (file) => Object.assign(blueprintIn(file, 'zones')[1] as Json, { 'bom-ref': '' }),
    'wrong-value blueprints[0].zones[1]["bom-ref"]: is empty',
  ],
  [
    'a bom-ref twice',
    (file) => Object.assign(blueprintIn(file, 'flows')[0] as Json, { 'bom-ref': 'amf' }),
    'duplicate-id blueprints[0].flows[0]["bom-ref"]: "amf" is the bom-ref of something else, too',
  ],
  [
    'an asset said in two ways',
    (file) => Object.assign(blueprintIn(file, 'assets')[0] as Json, { type: 'service', name: 'A' }),
    'wrong-value blueprints[0].assets[0]: is to be said in one way',
  ],
  [
    'an asset of an unknown type',
    (file) => Object.assign(blueprintIn(file, 'assets')[1] as Json, { type: 'robot' }),
    'wrong-value blueprints[0].assets[1].type: expected one of actor, agent',
  ],
  [
    'an unknown criticality',
    (file) =>
      Object.assign(blueprintIn(file, 'assets')[1] as Json, { classification: { criticality: 'huge' } }),
    'wrong-value blueprints[0].assets[1].classification.criticality: expected one of "minimal"',
  ],
  [
    'an asset in no zone that is there',
    (file) => Object.assign(blueprintIn(file, 'assets')[1] as Json, { zone: 'gone' }),
    'blueprints[0].assets[1].zone: "gone" is the bom-ref of nothing in this file',
  ],
  [
    'a flow to nothing',
    (file) => Object.assign(blueprintIn(file, 'flows')[0] as Json, { destination: 'gone' }),
    'blueprints[0].flows[0].destination: "gone" is the bom-ref of nothing in this file',
  ],
  [
    'a boundary of one zone',
    (file) => Object.assign(blueprintIn(file, 'boundaries')[0] as Json, { zones: ['z-db'] }),
    'wrong-value blueprints[0].boundaries[0].zones: expected at least 2 entries',
  ],
  [
    'a blueprint without a model type',
    (file) => Object.assign(file['blueprints']?.[0] as Json, { modelTypes: [] }),
    'wrong-value blueprints[0].modelTypes: expected at least 1 entries',
  ],
  [
    'a scenario of no threat that is there',
    (file) => Object.assign(file['threats']?.['scenarios']?.[0] as Json, { threats: ['gone'] }),
    'threats.scenarios[0].threats[0]: "gone" is the bom-ref of nothing in this file',
  ],
  [
    'a threat without bom-ref',
    (file) => delete file['threats']?.['threats']?.[0]?.['bom-ref'],
    'missing threats.threats[0]["bom-ref"]: is missing',
  ],
  [
    'a threat of an unknown STRIDE category',
    (file) =>
      Object.assign(file['threats']?.['threats']?.[0] as Json, {
        categories: [{ taxonomy: 'STRIDE', category: 'x' }],
      }),
    'threats.threats[0].categories[0]: is no category of STRIDE',
  ],
  [
    'a control of an unknown status',
    (file) => Object.assign(file['controls']?.[0] as Json, { status: 'done' }),
    'wrong-value controls[0].status: expected one of recommended, proposed',
  ],
  [
    'a control on an empty list',
    (file) => Object.assign(file['controls']?.[0] as Json, { appliesTo: [] }),
    'wrong-value controls[0].appliesTo: expected at least 1 entries',
  ],
  [
    'a risk without a statement',
    (file) => delete file['risks']?.['risks']?.[0]?.['statement'],
    'missing risks.risks[0].statement: is missing',
  ],
  [
    'a list that is none',
    (file) => Object.assign(file['blueprints']?.[0] as Json, { assets: {} }),
    'wrong-type blueprints[0].assets: expected a list, found an object',
  ],
  [
    'an older version',
    (file) => Object.assign(file, { specVersion: '1.7' }),
    'bad-version specVersion: expected "2.0"',
  ],
  [
    'a newer version',
    (file) => Object.assign(file, { specVersion: '3.0' }),
    'newer-version specVersion: expected "2.0"',
  ],
  [
    'another format',
    (file) => Object.assign(file, { specFormat: 'SPDX' }),
    'wrong-value specFormat: expected "CycloneDX"',
  ],
])('[EX1] %s is refused, and the place named', (_, change, words) => {
  expect(problemsOf(changed(change)).join('\n')).toContain(words)
})

test('[EX1] a bill of materials without a threat model is refused as what it is', () => {
  expect(problemsOf('{"specFormat":"CycloneDX","specVersion":"2.0","components":[]}')).toEqual([
    'missing (file): has no blueprints, threats, risks or controls: it is a bill of materials without a threat model',
  ])
  expect(problemsOf('{"bomFormat":"CycloneDX","specVersion":"1.6"}')).toEqual([
    'bad-version specVersion: is CycloneDX 1.6, which knows no threat models; they came with 2.0',
  ])
})

test('[EX1] no more problems are told than help anybody', () => {
  const zones = Array.from({ length: 5000 }, () => ({}))
  expect(
    problemsOf(changed((file) => Object.assign(file['blueprints']?.[0] as Json, { zones }))),
  ).toHaveLength(20)
  const targets = Array.from({ length: 300_000 }, () => 1)
  expect(
    problemsOf(
      changed((file) => Object.assign(blueprintIn(file, 'boundaries')[0] as Json, { zones: targets })),
    ),
  ).not.toEqual([])
})

test('[EX2] fields that the standard does not have are left out, and told of', () => {
  const { report, model } = read(
    changed((file) => Object.assign(blueprintIn(file, 'zones')[1] as Json, { colour: 'red' })),
  )
  expect(report.find(({ at }) => at === 'z-db')?.words).toBe(
    'left out what the format has no field for: colour',
  )
  expect(JSON.stringify(model)).not.toContain('red')
})

test('several blueprints are segments of one board', () => {
  const second = {
    name: 'Second',
    modelTypes: ['network'],
    assets: [{ 'bom-ref': 'x', type: 'service', name: 'X' }],
  }
  const { model } = read(changed((file) => file['blueprints']?.push(second as unknown as Json)))
  const segment = model.segments.find(({ name }) => name === 'Second')
  expect(byName(model, 'X')?.segment).toBe(segment?.id)
  expect(model.meta.title).toBe('Mobile core')
})

test('[EX1] a small file does not grow to a large board', () => {
  const many = Array.from({ length: 1500 }, (_, nth) => `x${nth}`)
  const file = {
    specFormat: 'CycloneDX',
    specVersion: '2.0',
    threats: {
      threats: many.map((ref) => ({ 'bom-ref': `t${ref}`, name: ref, mitigations: many.slice(0, 5) })),
      scenarios: [{ 'bom-ref': 's', name: 'S', threats: many.map((ref) => `t${ref}`), affectedAssets: many }],
    },
    controls: many.slice(0, 5).map((ref) => ({ 'bom-ref': ref, name: ref })),
  }
  const { model } = read(file)
  expect(model.threats.length).toBeLessThan(60_000)
  expect(model.mitigations.every(({ on }) => on.length > 0)).toBe(true)
}, 60_000)

test('an empty board is a file that can be read', () => {
  expect(read(writtenText(writeCyclonedx, emptyModel())).model).toEqual(emptyModel())
})

const blueprintIn = (file: Json, list: string): Json[] => (file['blueprints']?.[0]?.[list] ?? []) as Json[]
