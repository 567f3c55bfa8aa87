import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleModel } from '../../model/testing/sample.ts'
import type { Imported } from '../codec.ts'
import { expectRoundTrips, fileOf, mustFind, mustRead, written } from '../testing/round-trip.ts'
import { readOtm, readOtmYaml } from './read.ts'
import { writeOtm, writeOtmYaml } from './write.ts'

test('[EX2] [EX4] [EX5] every record of a board comes back whole, and the same board gives the same bytes', () => {
  expectRoundTrips(writeOtm, readOtm)
})

test('[EX2] [EX4] [EX5] the same as YAML', () => {
  expectRoundTrips(writeOtmYaml, readOtmYaml, 25)
})

test('[EX4] what is said of the whole board comes back as well', () => {
  const model = sampleModel({
    meta: { title: '', description: 'Words', jurisdiction: 'UK', lastThreat: 12 },
    components: [{ id: 'c1', name: 'yes', version: '1.0', product: 'null\n# no comment: "x"\t' }],
    threats: [{ id: 't1', number: 7, on: { component: 'c1' } }],
  })
  expect(mustRead(readOtm, written(writeOtm, model)).model).toEqual(model)
  expect(mustRead(readOtmYaml, written(writeOtmYaml, model)).model).toEqual(model)
})

const text = readFileSync(new URL('fixtures/branch.otm.yaml', import.meta.url), 'utf8')
const branch = mustRead(readOtmYaml, fileOf(text))
const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
  Object.fromEntries(list.map((one) => [one.id, one]))
const fates = ({ report }: Imported) => report.map(({ fate, what, at }) => `${fate} ${what} ${at}`)

test('[EX9] zones are segments within each other, and everything stands where the diagram has it', () => {
  const segments = byId(branch.model.segments)
  const components = byId(branch.model.components)
  expect(branch.placed).toBe(true)
  expect(segments['site']).toMatchObject({ name: 'Site', parent: null, pos: [100, 100], size: [600, 400] })
  expect(segments['rack']).toMatchObject({ name: 'Rack', parent: 'site' })
  // The router has something in it, so it stands in its corner: 150, 170 on the board.
  const rack = mustFind(branch.model.segments, 'rack')
  const router = mustFind(branch.model.components, 'router')
  expect([100 + rack.pos[0] + router.pos[0], 100 + rack.pos[1] + router.pos[1]]).toEqual([150, 170])
  expect(rack.size[0]).toBeGreaterThanOrEqual(168)
  expect(fates(branch)).toContain('changed trust zone rack')
  // What the diagram does not have stands in its zone, and that below the rest.
  expect(components['guest']?.segment).toBe('street')
  expect(segments['street']?.pos[1]).toBeGreaterThanOrEqual(500)
})

test('a component in a component lies in the zone around both', () => {
  const { port, lost } = byId(branch.model.components)
  expect(port).toMatchObject({ segment: 'rack', foreign: { parent: 'router' } })
  expect(lost?.segment).toBeNull()
  expect(fates(branch)).toEqual(expect.arrayContaining(['changed component port', 'changed component lost']))
})

test('data flows are links, and one to nothing gets a component there', () => {
  const links = byId(branch.model.links)
  expect(links['browse']).toMatchObject({ from: 'guest', to: 'router', direction: 'both', name: 'Browsing' })
  expect(links['nowhere-flow']).toMatchObject({ from: 'router', direction: 'forward' })
  const end = byId(branch.model.components)[links['nowhere-flow']?.to ?? '']
  expect(end?.name).toBe('(open end)')
  expect(fates(branch)).toContain('changed data flow nowhere-flow')
})

test('[EX6] each instance of a threat is a threat, and what is done about it counts for nothing yet', () => {
  const { threats, mitigations, risks, meta } = branch.model
  expect(risks).toEqual([])
  expect(threats.map(({ title, stride, decision, on }) => [title, stride, decision, on])).toEqual([
    ['Flood', 'D', 'mitigate', { component: 'router' }],
    ['Flood', 'D', 'open', { link: 'browse' }],
    ['theft', null, 'open', { component: 'router' }],
  ])
  expect(new Set(threats.map(({ number }) => number))).toEqual(new Set([1, 2, 3]))
  expect(meta.lastThreat).toBe(3)
  expect(mitigations.map(({ title, status, on, evidence }) => [title, status, on, evidence])).toEqual([
    ['Rate limits', 'implemented', [{ component: 'router' }], ['On every port.']],
    ['Rate limits', 'proposed', [{ link: 'browse' }], ['On every port.']],
    ['nowhere', 'proposed', [{ component: 'router' }], []],
  ])
  for (const { treats, effect } of mitigations) expect([treats, effect]).toEqual([[], 'governs'])
})

test('[EX2] each record of the file is told of once', () => {
  const told = fates(branch)
  expect(new Set(told).size).toBe(told.length)
  expect(told).toHaveLength(3 + 4 + 2 + 3 + 3 + 2 + 2 + 2 + 1)
  expect(told.filter((line) => line.startsWith('dropped'))).toEqual([])
  expect(told).toEqual(
    expect.arrayContaining([
      'changed threat router theft',
      'changed threat browse flood',
      'changed mitigation router flood nowhere',
      'changed threat definition spare',
      'changed mitigation definition unused',
      'changed representation code',
      'carried representation plan',
      'changed asset logs-data',
    ]),
  )
})

test('[EX7] a component is no network function until somebody says so', () => {
  expect(branch.model.components.every((component) => component.function === null)).toBe(true)
  expect(branch.foreign.map(({ type, name }) => `${type} ${name}`)).toEqual([
    'router Router',
    'interface Port',
    'person Guest',
    'thing Lost',
  ])
})

test('[EX10] what boards have no fields for is there again when the model is written', () => {
  const source = written(writeOtm, branch.model).text()
  const file = JSON.parse(source.ok ? source.value : '')
  expect(file.project).toMatchObject({ id: 'branch', owner: 'Network team', attributes: { cmdb: 'B-17' } })
  expect(file.representations.map(({ id }: { id: string }) => id)).toEqual(['plan', 'code'])
  expect(file.assets).toMatchObject([{ id: 'logs-data' }])
  const components = byId(file.components as { id: string }[])
  expect(components['router']).toMatchObject({
    type: 'router',
    description: 'Two uplinks',
    tags: ['carrier'],
    parent: { trustZone: 'rack' },
    assets: { processed: ['logs-data'] },
    representations: [
      { id: 'router-box', size: { width: 200, height: 140 } },
      { id: 'router-code', line: 12 },
    ],
    threats: [{ state: 'mitigated', mitigations: [{ state: 'implemented' }, { state: 'required' }] }, {}],
  })
  expect(components['port']).toMatchObject({
    parent: { component: 'router' },
    representations: [{ position: { x: 20, y: 60 }, size: { width: 160, height: 60 } }],
  })
  expect(byId(file.trustZones)['site']).toMatchObject({ type: 'private', risk: { trustRating: 70 } })
  expect(byId(file.threats)['flood']).toMatchObject({
    cwes: ['CWE-400'],
    categories: ['Availability', 'Denial of Service'],
  })
  expect(byId(file.threats)['spare']).toMatchObject({ name: 'Nobody has it' })
  expect(byId(file.mitigations)['limit']).toMatchObject({ riskReduction: 60 })
})

test('[EX4] what came from there comes back the same once it has been a board', () => {
  for (const [writer, reader] of [
    [writeOtm, readOtm],
    [writeOtmYaml, readOtmYaml],
  ] as const) {
    const again = mustRead(reader, written(writer, branch.model))
    expect(again.model).toEqual(branch.model)
    expect(again.report.filter(({ fate }) => fate === 'dropped')).toEqual([])
  }
})

test('places that lie in their zones only if they count from the corner of the diagram do so', () => {
  const box = (x: number, y: number, width: number, height: number) => [
    { representation: 'd', id: 's', position: { x, y }, size: { width, height } },
  ]
  const file = {
    otmVersion: '0.2.0',
    project: { name: 'P', id: 'p' },
    representations: [{ id: 'd', name: 'D', type: 'diagram' }],
    trustZones: [{ id: 'z', name: 'Z', risk: { trustRating: 1 }, representations: box(500, 500, 400, 300) }],
    components: [
      { id: 'c', name: 'C', type: 't', parent: { trustZone: 'z' }, representations: box(600, 600, 168, 64) },
    ],
  }
  const { model } = mustRead(readOtm, fileOf(file))
  expect(model.segments[0]).toMatchObject({ pos: [500, 500], size: [400, 300] })
  expect(model.components[0]).toMatchObject({ pos: [100, 100] })
})

test('what is too large to be read in lines is written as JSON, which is YAML, and comes back whole', () => {
  const components = Array.from({ length: 2000 }, (_, at) => ({
    id: `c${1000 + at}`,
    name: `Node ${'x'.repeat(900)}`,
  }))
  const large = sampleModel({ components })
  const file = written(writeOtmYaml, large)
  expect(file.name).toMatch(/\.otm\.yaml$/)
  expect(file.looksLike).toBe('json')
  for (const reader of [readOtm, readOtmYaml]) expect(mustRead(reader, file).model).toEqual(large)
  expect(written(writeOtmYaml, sampleModel({ components: [{ id: 'c1' }] })).looksLike).toBe('other')
})
