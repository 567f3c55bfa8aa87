import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectTotal, fileOf, mustRead } from '../testing/round-trip.ts'
import { writeYaml } from '../yaml.ts'
import { readOtm, readOtmYaml } from './read.ts'

const anything = fc.jsonValue({ maxDepth: 3 })
const id = fc.constantFrom('a', 'b', 'c', '', '__proto__', 'constructor', 'ringfence-outside', 7, null)
const place = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.constantFrom(1e308, -1e308, 0.1, null, 'x'))
const parent = fc.oneof(
  anything,
  fc.record({ trustZone: id }),
  fc.record({ component: id }),
  fc.record({ id, type: id }),
)
const shape = fc.record({
  representation: id,
  id,
  position: fc.oneof(anything, fc.record({ x: place, y: place })),
  size: fc.oneof(anything, fc.record({ width: place, height: place })),
})
const attributes = fc.oneof(
  anything,
  fc.record({
    ringfence: fc.oneof(
      anything,
      fc.record({ outside: fc.boolean() }),
      fc.record({ risk: id, written: id }),
      fc.record({ version: fc.constant(1), risks: anything, meta: anything }),
      fc.record({ parent: id, segment: id, from: id, to: id, number: fc.nat(3), on: anything }),
    ),
  }),
)
const instance = fc.oneof(
  anything,
  fc.record({
    threat: id,
    state: fc.constantFrom('exposed', 'toString', 4),
    mitigations: fc.oneof(anything, fc.array(fc.record({ mitigation: id, state: id }))),
  }),
)
const element = fc.oneof(
  fc.record(
    {
      id,
      name: anything,
      parent,
      attributes,
      representations: fc.oneof(anything, fc.array(shape, { maxLength: 3 })),
      threats: fc.oneof(anything, fc.array(instance, { maxLength: 3 })),
      source: id,
      destination: id,
      categories: anything,
      risk: anything,
    },
    { requiredKeys: [] },
  ),
  fc.constant({}),
)
const list = fc.oneof(
  { weight: 9, arbitrary: fc.array(element, { maxLength: 6 }) },
  { weight: 1, arbitrary: anything },
)
const file = fc.record(
  {
    otmVersion: fc.constantFrom('0.2.0', 0.2, '0', '1.0', 'x', null),
    project: fc.oneof(anything, fc.record({ name: anything, attributes })),
    representations: list,
    assets: list,
    trustZones: list,
    components: list,
    dataflows: list,
    threats: list,
    mitigations: list,
  },
  { requiredKeys: ['otmVersion', 'project'] },
)

test('[EX1] anything is read whole or refused with a place and words', () => {
  expectTotal(readOtm, fc.oneof(fc.string(), fc.json()), 100)
  expectTotal(
    readOtm,
    file.map((value) => JSON.stringify(value)),
    200,
  )
})

test('[EX1] the same as YAML', () => {
  expectTotal(
    readOtmYaml,
    fc.oneof(
      fc.string(),
      fc.string().map((text) => `otmVersion: ${text}`),
    ),
    100,
  )
  expectTotal(readOtmYaml, file.map(writeYaml), 100)
})

const problemsOf = (value: unknown) => {
  const answer = readOtm.read(fileOf(value))
  return answer.ok ? [] : answer.problems.map(({ code, at }) => `${code} ${at}`)
}

test('a refusal names the place', () => {
  expect(problemsOf({})).toEqual(['bad-version otmVersion'])
  expect(problemsOf({ otmVersion: '1.0.0', project: {} })).toEqual(['newer-version otmVersion'])
  expect(problemsOf({ otmVersion: '0.2.0' })).toEqual(['missing project'])
  expect(problemsOf({ otmVersion: '0.2.0', project: {}, components: {}, dataflows: [{}, 4] })).toEqual([
    'wrong-type components',
    'wrong-type dataflows[1]',
  ])
})

test('a damaged YAML file is refused as one of this format', () => {
  const source = fileOf('otmVersion: 0.2.0\nproject: [')
  expect(readOtmYaml.detect(source)).toBe(true)
  const answer = readOtmYaml.read(source)
  expect(answer.ok ? '' : answer.problems[0]?.code).toBe('not-yaml')
})

test('what lies in itself lies nowhere, and a long row of parents is no harm', () => {
  const ring = [
    { id: 'a', name: 'A', type: 't', parent: { component: 'b' } },
    { id: 'b', name: 'B', type: 't', parent: { component: 'a' } },
  ]
  const row = Array.from({ length: 1000 }, (_, nth) => ({
    id: `z${nth}`,
    name: 'Z',
    risk: { trustRating: 1 },
    ...(nth === 0 ? {} : { parent: { trustZone: `z${nth - 1}` } }),
    representations: [
      { representation: 'd', id: 's', position: { x: 1e300, y: 5 }, size: { width: 10, height: 10 } },
    ],
  }))
  const value = { otmVersion: '0.2.0', project: { name: 'P' }, components: ring, trustZones: row }
  const { model } = mustRead(readOtm, fileOf(value))
  expect(model.components.map(({ segment }) => segment)).toEqual([null, null])
  expect(model.segments.length).toBeGreaterThan(0)
})
