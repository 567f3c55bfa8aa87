import { expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import type { Model } from '../../model/records.ts'
import { sampleModel } from '../../model/testing/sample.ts'
import { fileOf, mustFind, mustRead, written } from '../testing/round-trip.ts'
import { readThreatDragon } from './read.ts'
import { writeThreatDragon } from './write.ts'

/** Boards that go to Threat Dragon, are edited there, and come back (EX3). */

const board = normalise(
  sampleModel({
    meta: { title: 'Operator', lastThreat: 3 },
    vendors: [{ id: 'v1', name: 'Acme' }],
    segments: [
      { id: 's1', name: 'Core', pos: [0, 0], size: [600, 400], zone: 'core' },
      { id: 's2', name: 'Edge', pos: [800, 0], size: [400, 300] },
    ],
    components: [
      { id: 'amf', name: 'AMF 1', function: 'amf', vendor: 'v1', product: 'X', segment: 's1', pos: [40, 60] },
      { id: 'udr', name: 'UDR', function: 'udr', segment: 's1', pos: [300, 60] },
      { id: 'ipx', name: 'IPX', function: 'ipx', segment: 's2', pos: [40, 60] },
    ],
    links: [
      { id: 'l1', from: 'amf', to: 'udr', interface: 'n2', direction: 'both', protection: 'IPsec via SeGW' },
    ],
    risks: [
      {
        id: 'r1',
        title: 'Builds cannot be reproduced',
        category: 'vr-build',
        on: { vendor: 'v1' },
        likelihood: 4,
        impact: 5,
      },
      { id: 'r2', title: 'Closed', on: { vendor: 'v1' }, status: 'closed', rationale: 'Gone.' },
    ],
    mitigations: [{ id: 'm1', title: 'Rebuild', treats: ['r1'], on: [{ vendor: 'v1' }], status: 'planned' }],
    threats: [
      {
        id: 't1',
        number: 1,
        technique: 'T1',
        title: 'Flooding',
        on: { component: 'amf' },
        decision: 'mitigate',
      },
      { id: 't2', number: 2, stride: 'I', title: 'Tapped', on: { segment: 's1' } },
    ],
    notes: [{ id: 'n1', text: 'Ask Acme', segment: 's1', pos: [40, 300], size: [200, 60] }],
  }),
).model

type Cell = {
  id: string
  shape: string
  zIndex: number
  position: { x: number; y: number }
  size: { width: number; height: number }
  source: object
  target: object
  data: Record<string, unknown> & { threats: Record<string, unknown>[] }
}

const writtenFile = (model: Model) => {
  const text = written(writeThreatDragon, model).text()
  const file = JSON.parse(text.ok ? text.value : '')
  const cells: Cell[] = file.detail.diagrams[0].cells
  const cell = (id: string): Cell => cells.find((one) => one.id === id) as Cell
  return { file, cells, cell }
}
const read = (file: unknown) => mustRead(readThreatDragon, fileOf(file))

test('functions are processes, stores and actors', () => {
  const { cell } = writtenFile(board)
  expect(cell('amf')).toMatchObject({ shape: 'process', data: { type: 'tm.Process', name: 'AMF 1' } })
  expect(cell('udr')).toMatchObject({ shape: 'store', data: { type: 'tm.Store' } })
  expect(cell('ipx')).toMatchObject({ shape: 'actor', data: { type: 'tm.Actor' } })
  expect(cell('s1')).toMatchObject({ shape: 'trust-boundary-box', size: { width: 600, height: 400 } })
  expect(cell('s1').zIndex).toBeLessThan(0)
  expect(cell('l1')).toMatchObject({
    source: { cell: 'amf' },
    target: { cell: 'udr' },
    data: { name: 'N2', isBidirectional: true, isEncrypted: true, protocol: 'NGAP / SCTP' },
  })
})

test('a live vendor risk can be seen at each component that has it, and is read once', () => {
  const { file, cell } = writtenFile(board)
  expect(
    cell('amf').data.threats.map(({ title, status, severity, mitigation }) => [
      title,
      status,
      severity,
      mitigation,
    ]),
  ).toEqual([
    ['Flooding', 'Open', 'TBD', ''],
    ['Builds cannot be reproduced', 'Open', 'Critical', 'Rebuild (planned)'],
  ])
  expect(file.detail.threatTop).toBe(4)
  const { model, report } = read(file)
  expect(model).toEqual(board)
  expect(report.filter(({ what }) => what === 'vendor risk')).toHaveLength(1)
})

test('a vendor risk that was edited there is a threat of its own, and the risk stays as it was', () => {
  const { file, cell } = writtenFile(board)
  Object.assign(cell('amf').data.threats[1] ?? {}, { status: 'Mitigated', mitigation: 'We rebuild it.' })
  const { model } = read(file)
  expect(model.risks).toEqual(board.risks)
  const threat = model.threats.find(({ title }) => title === 'Builds cannot be reproduced')
  expect(threat).toMatchObject({ decision: 'mitigate', on: { component: 'amf' } })
  const done = model.mitigations.find(({ id }) => id !== 'm1')
  expect(done).toMatchObject({
    effect: 'governs',
    treats: [],
    status: 'implemented',
    on: [{ component: 'amf' }],
  })
})

test('names, direction and protection are those of the file where somebody edited them', () => {
  const { file, cell } = writtenFile(board)
  cell('amf').data['name'] = 'AMF one'
  cell('s1').data['name'] = 'Heart'
  Object.assign(cell('l1').data, { isBidirectional: false, isEncrypted: false })
  file.summary.title = 'New title'
  const { model } = read(file)
  expect(mustFind(model.components, 'amf')).toEqual({ ...mustFind(board.components, 'amf'), name: 'AMF one' })
  expect(mustFind(model.segments, 's1')).toEqual({ ...mustFind(board.segments, 's1'), name: 'Heart' })
  expect(mustFind(model.links, 'l1')).toEqual({
    ...mustFind(board.links, 'l1'),
    direction: 'forward',
    protection: null,
  })
  expect(model.meta).toEqual({ ...board.meta, title: 'New title' })
})

test('what was moved lies where it was moved to, and all else stays', () => {
  const { file, cell } = writtenFile(board)
  cell('udr').position = { x: 900, y: 100 }
  const { model } = read(file)
  expect(mustFind(model.components, 'udr')).toMatchObject({ segment: 's2', pos: [100, 100], function: 'udr' })
  expect(mustFind(model.components, 'amf')).toEqual(mustFind(board.components, 'amf'))
  expect(model.segments).toEqual(board.segments)
  expect(mustFind(model.notes, 'n1')).toEqual(mustFind(board.notes, 'n1'))
})

test('a boundary that was drawn around a component there is its segment', () => {
  const { file, cells } = writtenFile(board)
  cells.push({
    id: 'new-box',
    shape: 'trust-boundary-box',
    zIndex: -1,
    position: { x: 20, y: 40 },
    size: { width: 220, height: 120 },
    data: { type: 'tm.BoundaryBox', name: 'Slice', hasOpenThreats: false },
  } as never)
  const { model } = read(file)
  expect(mustFind(model.segments, 'new-box')).toMatchObject({ name: 'Slice', parent: 's1' })
  expect(mustFind(model.components, 'amf')).toMatchObject({
    segment: 'new-box',
    pos: [20, 20],
    function: 'amf',
  })
})

test('what was deleted there is gone, and what was on it is told of', () => {
  const { file, cells } = writtenFile(board)
  file.detail.diagrams[0].cells = cells.filter(({ id }) => id !== 'udr' && id !== 'l1')
  const { model } = read(file)
  expect(model.components.map(({ id }) => id)).toEqual(['amf', 'ipx'])
  expect(model.links).toEqual([])
})

test('a copy is a component of its own', () => {
  const { file, cells, cell } = writtenFile(board)
  const copy = structuredClone(cell('amf'))
  cells.push({ ...copy, id: 'copy-1', position: { x: 400, y: 200 } })
  const { model, report } = read(file)
  expect(model.components.map(({ id }) => id)).toEqual(['amf', 'copy-1', 'ipx', 'udr'])
  expect(mustFind(model.components, 'amf')).toEqual(mustFind(board.components, 'amf'))
  const numbers = model.threats.map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(report.filter(({ fate }) => fate === 'dropped')).toEqual([])
})

test('a threat that was decided on there is decided on here, and its words are a mitigation', () => {
  const { file, cell } = writtenFile(board)
  Object.assign(cell('amf').data.threats[0] ?? {}, {
    status: 'Mitigated',
    mitigation: 'Rate limits',
    severity: 'High',
  })
  const { model } = read(file)
  expect(mustFind(model.threats, 't1')).toMatchObject({ technique: 'T1', number: 1, decision: 'mitigate' })
  const mitigation = mustFind(model.mitigations, 't1-mitigation')
  expect(mitigation).toMatchObject({ evidence: ['Rate limits'], status: 'implemented', treats: [] })
  // And once more, with the words edited and then taken out.
  const second = writtenFile(model)
  Object.assign(second.cell('amf').data.threats[0] ?? {}, { mitigation: 'Rate limits and a scrubber' })
  const edited = read(second.file).model
  expect(edited.mitigations).toHaveLength(2)
  expect(mustFind(edited.mitigations, mitigation.id)).toEqual({
    ...mitigation,
    evidence: ['Rate limits and a scrubber'],
  })
  Object.assign(second.cell('amf').data.threats[0] ?? {}, { mitigation: '' })
  expect(read(second.file).model.mitigations.map(({ id }) => id)).toEqual(['m1'])
})

test('a file of a newer version of ours is read for what Threat Dragon knows', () => {
  const { file } = writtenFile(board)
  file.ringfence.version = 99
  const { model, report } = read(file)
  expect(report.find(({ what }) => what === 'ringfence extension')?.fate).toBe('dropped')
  expect(model.components.map(({ name }) => name)).toEqual(['AMF 1', 'IPX', 'UDR'])
  expect(model.risks).toEqual([])
})
