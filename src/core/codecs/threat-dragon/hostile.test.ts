import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectTotal, fileOf, mustRead } from '../testing/round-trip.ts'
import { readThreatDragon } from './read.ts'

const anything = fc.jsonValue({ maxDepth: 3 })
const place = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.constantFrom(1e308, -1e308, 0.1, null, 'x'))
const id = fc.constantFrom('a', 'b', 'c', 'ringfence-a', '', '__proto__', 'constructor', 7, null)
const end = fc.oneof(fc.record({ cell: id }), fc.record({ x: place, y: place }), anything)
const type = fc.constantFrom('tm.Process', 'tm.BoundaryBox', 'tm.Flow', 'tm.Boundary', 'tm.Text', 'tm.New', 4)
const threat = fc.oneof(
  anything,
  fc.record({
    id,
    title: anything,
    status: fc.constantFrom('Open', 'NA', 'Mitigated', 'toString', 3),
    mitigation: fc.constantFrom('', 'Done', 5),
    number: fc.constantFrom(1, 2, 1e300, -1, 'x'),
    ringfence: fc.oneof(
      anything,
      fc.record({ risk: id, written: id }),
      fc.record({ number: fc.nat(3), on: anything }),
    ),
  }),
)
const cell = fc.oneof(
  anything,
  fc.record(
    {
      id,
      shape: fc.constantFrom('process', 'flow', 'trust-boundary-box', 'constructor'),
      position: fc.oneof(fc.record({ x: place, y: place }), anything),
      size: fc.oneof(fc.record({ width: place, height: place }), anything),
      source: end,
      target: end,
      vertices: fc.oneof(anything, fc.array(fc.record({ x: place, y: place }))),
      data: fc.oneof(
        anything,
        fc.record({
          type,
          name: anything,
          threats: fc.oneof(anything, fc.array(threat)),
          ringfence: fc.oneof(anything, fc.record({ segment: id, parent: id, from: id, to: id })),
        }),
      ),
    },
    { requiredKeys: [] },
  ),
)
const diagram = fc.oneof(
  anything,
  fc.record(
    {
      id: anything,
      title: anything,
      cells: fc.array(cell, { maxLength: 6 }),
      diagramJson: anything,
      ringfence: fc.oneof(anything, fc.record({ segment: fc.record({ id }) }), fc.constant({ open: true })),
    },
    { requiredKeys: [] },
  ),
)
const file = fc.record(
  {
    version: anything,
    summary: fc.oneof(anything, fc.record({ title: fc.oneof(fc.string(), anything), owner: anything })),
    detail: fc.oneof(
      anything,
      fc.record({ diagrams: fc.oneof(anything, fc.array(diagram, { maxLength: 3 })) }),
    ),
    ringfence: fc.oneof(anything, fc.record({ version: fc.constant(1), risks: anything, meta: anything })),
  },
  { requiredKeys: ['summary', 'detail'] },
)

test('[EX1] anything is read whole or refused with a place and words', () => {
  expectTotal(readThreatDragon, fc.oneof(fc.string(), fc.json()), 100)
  expectTotal(
    readThreatDragon,
    file.map((value) => JSON.stringify(value)),
    200,
  )
})

const modelOf = (cells: unknown) => ({
  version: '2.3.0',
  summary: { title: 'T' },
  detail: {
    contributors: [],
    reviewer: '',
    diagramTop: 1,
    threatTop: 0,
    diagrams: [{ id: 0, title: 'D', cells }],
  },
})
const problemsOf = (value: unknown) => {
  const answer = readThreatDragon.read(fileOf(value))
  return answer.ok ? [] : answer.problems.map(({ code, at }) => `${code} ${at}`)
}

test('a refusal names the place', () => {
  expect(problemsOf([])).toEqual(['missing summary', 'missing detail'])
  expect(problemsOf({ summary: { title: 4 }, detail: { diagrams: {} } })).toEqual([
    'wrong-type summary.title',
    'wrong-type detail.diagrams',
  ])
  expect(problemsOf(modelOf('x'))).toEqual(['wrong-type detail.diagrams[0].cells'])
  const boxes = Array.from({ length: 10_001 }, (_, nth) => ({
    id: `b${nth}`,
    data: { type: 'tm.BoundaryBox' },
  }))
  expect(problemsOf(modelOf(boxes))).toEqual(['too-large detail.diagrams[0]'])
})

test('hundreds of boundaries within each other, and elements beyond all bounds, are read in no time', () => {
  const boxes = Array.from({ length: 500 }, (_, nth) => ({
    id: `b${nth}`,
    position: { x: nth, y: nth },
    size: { width: 9000 - 2 * nth, height: 9000 - 2 * nth },
    data: { type: 'tm.BoundaryBox', name: '' },
  }))
  const nodes = Array.from({ length: 2000 }, (_, nth) => ({
    id: `c${nth}`,
    position: { x: 1e300, y: -1e300 },
    size: { width: 1e300, height: 0 },
    data: { type: 'tm.Process', name: '' },
  }))
  const started = performance.now()
  const { model } = mustRead(readThreatDragon, fileOf(modelOf([...boxes, ...nodes])))
  expect(model.segments).toHaveLength(500)
  expect(model.components).toHaveLength(2000)
  expect(performance.now() - started).toBeLessThan(10_000)
})

test.each([
  ['Ringfence', { format: 'ringfence', version: 1 }],
  ['Open Threat Model', { otmVersion: '0.2.0', project: {}, summary: {}, detail: {} }],
  ['CycloneDX', { bomFormat: 'CycloneDX', summary: {}, detail: {} }],
  ['CycloneDX 2', { specFormat: 'CycloneDX' }],
  ['a threat model library', { version: '1.0', scope: {}, diagrams: [], trust_zones: [] }],
])('%s is none of Threat Dragon', (_, value) => {
  expect(readThreatDragon.detect(fileOf(value))).toBe(false)
})
