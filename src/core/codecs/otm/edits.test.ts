import { expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import type { Model } from '../../model/records.ts'
import { sampleModel } from '../../model/testing/sample.ts'
import { fileOf, mustFind, mustRead, written } from '../testing/round-trip.ts'
import { readOtm } from './read.ts'
import { writeOtm } from './write.ts'

/** Boards that go to another tool, are edited there, and come back (EX3). */

const board = normalise(
  sampleModel({
    meta: { title: 'Operator', lastThreat: 3 },
    vendors: [{ id: 'v1', name: 'Acme' }],
    segments: [
      { id: 's1', name: 'Core', pos: [0, 0], size: [600, 400], zone: 'core' },
      { id: 's2', name: 'Edge', pos: [800, 0], size: [400, 300] },
    ],
    components: [
      { id: 'amf', name: 'AMF 1', function: 'amf', vendor: 'v1', segment: 's1', pos: [40, 60] },
      { id: 'udr', name: 'UDR', function: 'udr', vendor: 'v1', segment: 's1', pos: [300, 60] },
      { id: 'ipx', name: 'IPX', function: 'ipx', pos: [900, 500] },
    ],
    links: [{ id: 'l1', from: 'amf', to: 'udr', interface: 'n2', direction: 'both', protection: 'IPsec' }],
    risks: [
      { id: 'r1', title: 'Builds', category: 'vr-build', on: { vendor: 'v1' }, likelihood: 4, impact: 5 },
    ],
    mitigations: [
      {
        id: 'm1',
        title: 'Rebuild',
        effect: 'removes-risk',
        treats: ['r1'],
        on: [{ component: 'amf' }],
        status: 'planned',
      },
    ],
    threats: [
      { id: 't1', number: 1, technique: 'T1', title: 'Flooding', on: { component: 'amf' } },
      { id: 't2', number: 2, stride: 'I', title: 'Tapped', on: { segment: 's1' } },
    ],
    notes: [{ id: 'n1', text: 'Ask Acme', segment: 's1', pos: [40, 300], size: [200, 60] }],
  }),
).model

const writtenFile = (model: Model) => {
  const text = written(writeOtm, model).text()
  const file = JSON.parse(text.ok ? text.value : '')
  const one = (list: string, id: string) => file[list].find((each: { id: string }) => each.id === id)
  return { file, one }
}
const read = (file: unknown) => mustRead(readOtm, fileOf(file))

test('a live vendor risk is a threat of each component that has it, and is read once', () => {
  const { file, one } = writtenFile(board)
  expect(one('threats', 'r1')).toMatchObject({ name: 'Builds', risk: { likelihood: 80, impact: 100 } })
  expect(one('components', 'amf').threats).toEqual([
    { threat: 't1', state: 'exposed', mitigations: [] },
    { threat: 'r1', state: 'exposed', mitigations: [{ mitigation: 'm1', state: 'required' }] },
  ])
  expect(one('components', 'udr').threats).toEqual([{ threat: 'r1', state: 'exposed', mitigations: [] }])
  expect(one('components', 'ipx').parent).toEqual({ trustZone: 'ringfence-outside' })
  const { model, report } = read(file)
  expect(model).toEqual(board)
  expect(report.filter(({ what }) => what === 'vendor risk')).toHaveLength(3)
  expect(report.filter(({ fate }) => fate !== 'carried')).toEqual([])
})

test('[EX6] a vendor risk whose state was changed there is a threat of its own, and the risk stays as it was', () => {
  const { file, one } = writtenFile(board)
  one('components', 'amf').threats[1].state = 'mitigated'
  one('components', 'amf').threats[1].mitigations[0].state = 'implemented'
  const { model } = read(file)
  expect(model.risks).toEqual(board.risks)
  expect(mustFind(model.mitigations, 'm1')).toEqual(mustFind(board.mitigations, 'm1'))
  expect(model.threats.filter(({ title }) => title === 'Builds')).toHaveLength(2)
  const made = model.mitigations.filter(({ id }) => id !== 'm1')
  expect(made).toMatchObject([
    { effect: 'governs', treats: [], on: [{ component: 'amf' }], status: 'implemented' },
  ])
})

test('[EX6] more credit for a mitigation of ours is not taken over, less is', () => {
  const linked = {
    ...board,
    mitigations: board.mitigations.map((one) => ({ ...one, foreign: { format: 'otm', threat: 't1' } })),
  }
  const more = writtenFile(linked)
  more.one('components', 'amf').threats[0].mitigations[0].state = 'implemented'
  const answer = read(more.file)
  expect(mustFind(answer.model.mitigations, 'm1').status).toBe('planned')
  expect(
    answer.report.find(({ what, fate }) => what === 'mitigation' && fate === 'changed')?.words,
  ).toContain('planned')
  const less = writtenFile(linked)
  less.one('components', 'amf').threats[0].mitigations[0].state = 'rejected'
  expect(mustFind(read(less.file).model.mitigations, 'm1').status).toBe('rejected')
})

test('names, types, direction and ends are those of the file where somebody edited them', () => {
  const { file, one } = writtenFile(board)
  Object.assign(one('components', 'amf'), { name: 'AMF one', type: 'smf' })
  one('trustZones', 's1').name = 'Heart'
  Object.assign(one('dataflows', 'l1'), { bidirectional: false, destination: 'ipx' })
  one('mitigations', 'm1').name = 'Rebuild all'
  Object.assign(one('threats', 't1'), { name: 'Flood', categories: ['Denial of Service'] })
  file.project.description = 'Said there'
  const { model } = read(file)
  expect(mustFind(model.components, 'amf')).toMatchObject({
    ...mustFind(board.components, 'amf'),
    name: 'AMF one',
    function: 'smf',
  })
  expect(mustFind(model.segments, 's1')).toEqual({ ...mustFind(board.segments, 's1'), name: 'Heart' })
  expect(mustFind(model.links, 'l1')).toEqual({
    ...mustFind(board.links, 'l1'),
    direction: 'forward',
    to: 'ipx',
  })
  expect(mustFind(model.mitigations, 'm1')).toEqual({
    ...mustFind(board.mitigations, 'm1'),
    title: 'Rebuild all',
  })
  expect(mustFind(model.threats, 't1')).toMatchObject({
    title: 'Flood',
    stride: 'D',
    technique: 'T1',
    number: 1,
  })
  expect(model.meta).toEqual({ ...board.meta, description: 'Said there' })
})

test('what was put into another zone lies there, and what was deleted is gone', () => {
  const { file, one } = writtenFile(board)
  one('components', 'udr').parent = { trustZone: 's2' }
  file.components = file.components.filter(({ id }: { id: string }) => id !== 'ipx')
  const { model } = read(file)
  expect(mustFind(model.components, 'udr')).toMatchObject({ segment: 's2', pos: [300, 60], function: 'udr' })
  expect(mustFind(model.components, 'amf')).toEqual(mustFind(board.components, 'amf'))
  expect(model.components.map(({ id }) => id)).toEqual(['amf', 'udr'])
  expect(model.segments.map(({ id }) => id)).toEqual(['s1', 's2'])
})
