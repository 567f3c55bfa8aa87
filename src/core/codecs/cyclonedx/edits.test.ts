import { expect, test } from 'vitest'
import { recordIn } from '../../model/lookup.ts'
import type { Imported } from '../codec.ts'
import { fileOf, inRows, mustRead, writtenText } from '../testing/round-trip.ts'
import { smallBoard } from '../testing/small-board.ts'
import { readCyclonedx } from './read.ts'
import { writeCyclonedx } from './write.ts'

type Item = Record<string, unknown>
type Edited = {
  blueprints: [Record<'zones' | 'assets' | 'flows', Item[]> & Item]
  threats: { threats: Item[] }
  risks: { risks: (Item & { inherentRisk: Record<'likelihood' | 'impact', Item> })[] }
  controls: Item[]
}

/** What is read after somebody has changed the written file in another tool. */
function edited(change: (file: Edited) => void): Imported {
  const file = JSON.parse(writtenText(writeCyclonedx, smallBoard())) as Edited
  change(file)
  return mustRead(readCyclonedx, fileOf(file))
}
const item = (list: Item[], ref: string): Item => list.find((one) => one['bom-ref'] === ref) ?? {}
const wordsOf = (imported: Imported, at: string) => imported.report.find((entry) => entry.at === at)?.words

test('the board as it is written can be read by people', () => {
  const file = JSON.parse(writtenText(writeCyclonedx, smallBoard())) as Edited
  const [blueprint] = file.blueprints
  expect(blueprint['name']).toBe('Small')
  expect(item(blueprint.assets, 'c1')).toMatchObject({
    name: 'AMF 1',
    zone: 's1',
    type: { name: 'AMF', description: 'Access and mobility management function' },
  })
  expect(item(blueprint.flows, 'l1')).toMatchObject({
    name: 'n2',
    source: 'c2',
    destination: 'c1',
    bidirectional: true,
  })
  expect(item(file.threats.threats, 't1')).toMatchObject({
    categories: [{ taxonomy: 'STRIDE', category: 'spoofing' }],
    affectedAssets: ['c1'],
  })
  expect(item(file.controls, 'm1')).toMatchObject({
    status: 'planned',
    category: 'preventive',
    appliesTo: ['c1', 'c2'],
  })
  expect(item(file.risks.risks, 'r1')).toMatchObject({
    affects: ['c1'],
    inherentRisk: { likelihood: { level: 'high' }, impact: { level: 'moderate' } },
    responses: [{ strategy: 'reduce', controls: ['m1'] }],
  })
})

test('[EX3] what was edited in another tool wins, and all else of the record is as it was', () => {
  const { model, report, placed } = edited(({ blueprints: [blueprint], threats, risks, controls }) => {
    blueprint['name'] = 'Renamed'
    item(blueprint.zones, 's2')['parent'] = 's1'
    Object.assign(item(blueprint.assets, 'c1'), { name: 'AMF 2', zone: 's2', description: 'the second' })
    Object.assign(item(blueprint.flows, 'l1'), { destination: 'c3', bidirectional: false })
    Object.assign(item(threats.threats, 't1'), { affectedAssets: ['l1'], description: 'by radio' })
    Object.assign(item(risks.risks, 'r2'), { status: 'identified', affects: ['c3'] })
    const [first] = risks.risks
    if (first !== undefined) first.inherentRisk.impact['level'] = 'catastrophic'
    item(controls, 'm1')['status'] = 'implemented'
  })
  const before = smallBoard()
  expect(placed).toBe(true)
  expect(model.meta).toEqual({ ...before.meta, title: 'Renamed' })
  expect(recordIn(model, 'segments', 's2')).toEqual({ ...recordIn(before, 'segments', 's2'), parent: 's1' })
  expect(recordIn(model, 'components', 'c1')).toMatchObject({
    name: 'AMF 2',
    segment: 's2',
    function: 'amf',
    vendor: 'v1',
    pos: [40, 60],
  })
  expect(recordIn(model, 'links', 'l1')).toEqual({
    ...recordIn(before, 'links', 'l1'),
    to: 'c3',
    direction: 'forward',
  })
  expect(recordIn(model, 'threats', 't1')).toMatchObject({
    on: { link: 'l1' },
    description: 'by radio',
    number: 4,
    decision: 'mitigate',
  })
  expect(recordIn(model, 'risks', 'r1')).toEqual({ ...recordIn(before, 'risks', 'r1'), impact: 5 })
  expect(recordIn(model, 'risks', 'r2')).toEqual({
    ...recordIn(before, 'risks', 'r2'),
    status: 'open',
    on: { component: 'c3' },
  })
  // EX6: what gives more credit is left for somebody here to say.
  expect(recordIn(model, 'mitigations', 'm1')).toEqual(recordIn(before, 'mitigations', 'm1'))
  const changed = report.filter(({ fate }) => fate === 'changed').map(({ at, words }) => [at, words])
  expect(changed).toContainEqual(['l1', 'edited in another tool: to, direction'])
  expect(changed).toContainEqual([
    'm1',
    'edited in another tool: status; stays planned until somebody here says otherwise; the file says “implemented”',
  ])
  expect(inRows(changed.map(([at]) => at))).toEqual(['c1', 'l1', 'm1', 'r1', 'r2', 's2', 't1'])
})

test('[EX3] what was deleted in another tool stays deleted, and what hung on it goes with it', () => {
  const { model, report } = edited(({ blueprints: [blueprint], threats, controls }) => {
    blueprint.assets = blueprint.assets.filter((asset) => asset['bom-ref'] !== 'c3')
    blueprint.flows = blueprint.flows.filter((flow) => flow['bom-ref'] !== 'l2')
    threats.threats = threats.threats.filter((threat) => threat['bom-ref'] !== 't1')
    controls.length = 0
  })
  expect(model.components.map(({ id }) => id)).toEqual(['c1', 'c2'])
  expect(model.links.map(({ id }) => id)).toEqual(['l1'])
  expect(model.threats).toEqual([])
  expect(model.mitigations).toEqual([])
  expect(report).toContainEqual(expect.objectContaining({ fate: 'dropped', at: 't2' }))
  expect(model.notes).toEqual(smallBoard().notes)
})

test('what was added in another tool is new here, and then nothing is said to be placed', () => {
  const imported = edited(({ blueprints: [blueprint], threats, controls }) => {
    blueprint.assets.push({ 'bom-ref': 'v1', type: 'service', name: 'NRF', zone: 's1' })
    threats.threats.push(
      { 'bom-ref': 'new', name: 'New', affectedAssets: ['v1'] },
      { 'bom-ref': 'all', name: 'All' },
    )
    controls.push({ 'bom-ref': 'm9', name: 'Another', appliesTo: ['s1'], status: 'verified' })
  })
  const { model, placed, foreign } = imported
  const added = model.components.find(({ name }) => name === 'NRF')
  expect(added?.id).toBe('v1-2')
  expect(foreign).toEqual([{ component: 'v1-2', type: 'service', name: 'NRF' }])
  expect(placed).toBe(false)
  expect(model.threats.map(({ number, title }) => [number, title])).toEqual(
    expect.arrayContaining([
      [10, 'New'],
      [11, 'All'],
    ]),
  )
  expect(model.meta.lastThreat).toBe(11)
  expect(recordIn(model, 'mitigations', 'm9')).toMatchObject({
    effect: 'governs',
    treats: [],
    on: [{ segment: 's1' }],
  })
  // Nothing is drawn around a board that has its places.
  expect(recordIn(model, 'segments', 's1')).toEqual(recordIn(smallBoard(), 'segments', 's1'))
})

test('[EX6] an edit of what a mitigation is on takes away and adds, and never leaves it on everything', () => {
  const on = (appliesTo: string[] | undefined) => {
    const { model } = edited(({ controls }) => Object.assign(item(controls, 'm1'), { appliesTo }))
    return recordIn(model, 'mitigations', 'm1')?.on
  }
  const before = [{ component: 'c1' }, { vendor: 'v1' }]
  expect(on(['c1', 'c2'])).toEqual(before)
  expect(on(undefined)).toEqual(before)
  expect(on(['c2'])).toEqual([{ vendor: 'v1' }])
  expect(on(['c1', 'c2', 's2'])).toEqual([...before, { segment: 's2' }])
  expect(on(['gone'])).toEqual(before)
})

test('[EX6] an asset that goes by the reference of another brings no mitigation of that one to itself', () => {
  const imported = edited(({ blueprints: [blueprint] }) => {
    const { type: _type, name: _name, ...rest } = item(blueprint.assets, 'c3')
    blueprint.assets = [
      { ...rest, componentRef: 'c1' },
      ...blueprint.assets.filter((asset) => asset['bom-ref'] !== 'c3'),
    ]
  })
  const before = recordIn(smallBoard(), 'mitigations', 'm1')?.on
  expect(recordIn(imported.model, 'mitigations', 'm1')?.on).toEqual(before)
})

test('a threat to more than one thing in another tool is one to each, the first as it was', () => {
  const imported = edited(({ threats }) => {
    item(threats.threats, 't1')['affectedAssets'] = ['c2', 'c1']
  })
  const threats = imported.model.threats.filter(({ title }) => title === 'Spoof')
  expect(inRows(threats.map(({ number, on, stride, decision }) => [number, on, stride, decision]))).toEqual([
    [10, { component: 'c2' }, 'S', 'open'],
    [4, { component: 'c1' }, 'S', 'mitigate'],
  ])
  expect(wordsOf(imported, 't1')).toBe('to 2 assets: a threat to each')
})

test('a damaged record of ours is no record, and the element is one of another tool', () => {
  const imported = edited(({ blueprints: [blueprint], controls }) => {
    item(blueprint.assets, 'c1')['properties'] = [
      { name: 'ringfence:record', value: '{"kind":"components","id":"c1","record":{"pos":"x"}}' },
    ]
    item(controls, 'm1')['properties'] = [{ name: 'ringfence:record', value: '{' }]
  })
  expect(recordIn(imported.model, 'components', 'c1')).toMatchObject({ name: 'AMF 1', function: null })
  expect(recordIn(imported.model, 'mitigations', 'm1')).toMatchObject({ effect: 'governs', treats: [] })
})
