import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleModel } from '../../model/testing/sample.ts'
import type { Imported } from '../codec.ts'
import { foreignOf } from '../extension.ts'
import { expectRoundTrips, fileOf, mustFind, mustRead, written } from '../testing/round-trip.ts'
import { readThreatDragon } from './read.ts'
import { writeThreatDragon } from './write.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const readText = (text: string): Imported => mustRead(readThreatDragon, fileOf(text))
const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
  Object.fromEntries(list.map((one) => [one.id, one]))
const fates = ({ report }: Imported) => report.map(({ fate, what, at }) => `${fate} ${what} ${at}`)

test('[EX2] [EX4] [EX5] every record of a board comes back whole, and the same board gives the same bytes', () => {
  expectRoundTrips(writeThreatDragon, readThreatDragon)
})

test('[EX4] what is said of the whole board comes back as well', () => {
  const model = sampleModel({
    meta: { title: '', description: 'Words', jurisdiction: 'UK', lastThreat: 12, restrictedCap: 35 },
    components: [{ id: 'c1' }],
    threats: [{ id: 't1', number: 7, on: { component: 'c1' } }],
  })
  expect(mustRead(readThreatDragon, written(writeThreatDragon, model)).model).toEqual(model)
})

const branch = readText(fixture('branch.json'))

test('[EX9] several diagrams stand beside each other, each in a segment that has its title', () => {
  const { segments, components } = branch.model
  const roots = segments.filter(({ parent }) => parent === null)
  expect(roots.map(({ name }) => name)).toEqual(['Access', 'Core'])
  const [access, core] = roots
  expect((core?.pos[0] ?? 0) - (access?.pos[0] ?? 0)).toBeGreaterThan(access?.size[0] ?? 0)
  expect(byId(components)['router-2']).toMatchObject({ name: 'AMF 1', segment: core?.id })
  expect(branch.placed).toBe(true)
})

test('boundaries are segments, each element in the innermost around its middle, and grow where it does not fit', () => {
  const segments = byId(branch.model.segments)
  const components = byId(branch.model.components)
  expect(segments['outer']).toMatchObject({ name: 'Site', size: [600, 400] })
  expect(segments['inner']).toMatchObject({ name: 'Rack', parent: 'outer' })
  expect(segments['inner']?.size[0]).toBeGreaterThanOrEqual(168)
  expect(components['router']?.segment).toBe('inner')
  expect(components['logs']?.segment).toBe('outer')
  expect(components['user']?.segment).toBe(segments['outer']?.parent)
  // The middle of the router is where it was, told from the middle of the store.
  const [inner, router, logs] = [
    mustFind(branch.model.segments, 'inner').pos,
    mustFind(branch.model.components, 'router').pos,
    mustFind(branch.model.components, 'logs').pos,
  ]
  expect(inner[0] + router[0] + 340).toBeCloseTo(logs[0])
  expect(inner[1] + router[1] + 190).toBeCloseTo(logs[1])
  expect(fates(branch)).toContain('changed trust boundary box inner')
})

test('flows are links with their direction and protection, and one without an end gets a component there', () => {
  const links = byId(branch.model.links)
  expect(links['web']).toMatchObject({ from: 'user', to: 'router', name: 'Browsing', direction: 'both' })
  expect(links['web']?.protection).toBe('HTTPS')
  expect(links['syslog']).toMatchObject({
    from: 'router',
    name: null,
    direction: 'forward',
    protection: null,
  })
  const standIn = byId(branch.model.components)[links['syslog']?.to ?? '']
  expect(standIn).toMatchObject({ name: '(open end)', segment: 'outer' })
  expect(fates(branch)).toContain('changed flow syslog')
})

test('a curve has no inside: it is a note, and a curve again when it is written', () => {
  const fence = branch.model.notes.find(({ text }) => text === 'Fence')
  expect(fates(branch)).toContain('changed trust boundary curve line')
  expect(fence).toBeDefined()
  const file = JSON.parse(fileText(branch.model))
  const curve = file.detail.diagrams[0].cells.find((cell: { id: string }) => cell.id === 'line')
  expect(curve).toMatchObject({
    shape: 'trust-boundary-curve',
    source: { x: 720, y: 80 },
    target: { x: 720, y: 520 },
  })
  expect(curve.vertices).toEqual([{ x: 740, y: 300 }])
})

test('[EX6] threats stay threats with their numbers, and what is done about them counts for nothing yet', () => {
  const threats = byId(branch.model.threats)
  expect(branch.model.risks).toEqual([])
  expect(threats['th-1']).toMatchObject({
    number: 9,
    stride: 'S',
    decision: 'open',
    on: { component: 'router' },
  })
  expect(threats['th-2']).toMatchObject({ number: 2, stride: 'D', decision: 'mitigate' })
  expect(threats['th-3']).toMatchObject({
    decision: 'dismissed',
    rationale: 'There are no guests.',
    description: '',
  })
  expect(threats['th-3']?.stride).toBeNull()
  expect(new Set(branch.model.threats.map(({ number }) => number)).size).toBe(4)
  expect(branch.model.meta.lastThreat).toBe(Math.max(...branch.model.threats.map(({ number }) => number)))
  expect(branch.model.mitigations.map(({ title, status, evidence }) => [title, status, evidence])).toEqual([
    ['Against: Stolen console', 'proposed', ['Lock the rack.']],
    ['Against: Flood', 'implemented', ['Rate limits.']],
  ])
  for (const { treats, effect, on } of branch.model.mitigations) {
    expect({ treats, effect, on }).toEqual({ treats: [], effect: 'governs', on: [{ component: 'router' }] })
  }
})

test('[EX2] every cell, threat and mitigation is told of once', () => {
  const told = fates(branch).filter((line) => !/ diagram /.test(line))
  expect(told).toHaveLength(11 + 4 + 3)
  expect(told).toContain('dropped hologram what')
  expect(told).toContain('changed mitigation th-3')
  // Two diagrams each have a cell of that id.
  expect(told.filter((line, nth) => told.indexOf(line) !== nth)).toEqual(['carried process router'])
})

test('[EX7] nothing is said of what network function a component is', () => {
  expect(branch.model.components.every((component) => component.function === null)).toBe(true)
  expect(branch.foreign.map(({ type, name }) => `${type} ${name}`)).toEqual([
    'process Router',
    'actor Member of staff',
    'store Logs',
    'process AMF 1',
  ])
})

const fileText = (model: Imported['model']): string =>
  writeThreatDragon.write(model, { date: '2026-11-24' }).files[0]?.content as string

test('[EX10] what boards have no fields for is there again when the model is written', () => {
  const file = JSON.parse(fileText(branch.model))
  expect(file.summary).toMatchObject({ title: 'Branch office', owner: 'Network team', id: 7 })
  expect(file.detail).toMatchObject({ reviewer: 'Grace', contributors: [{ name: 'Ada' }] })
  const [access, core] = file.detail.diagrams
  expect(access).toMatchObject({ title: 'Access', thumbnail: './x.jpg' })
  expect(core).toMatchObject({ title: 'Core', diagramType: 'LINDDUN' })
  const cells = byId(access.cells as { id: string }[]) as Record<string, never>
  expect(cells['router']).toMatchObject({
    shape: 'process',
    position: { x: 150, y: 170 },
    size: { width: 100, height: 100 },
    data: { description: 'Two uplinks', outOfScope: true, privilegeLevel: 'root', hasOpenThreats: true },
  })
  expect(cells['router']).toMatchObject({
    data: {
      threats: [
        { number: 9, score: '7.1', status: 'Open', mitigation: 'Lock the rack.' },
        { status: 'Mitigated' },
      ],
    },
  })
  expect(cells['logs']).toMatchObject({
    shape: 'store',
    data: {
      isALog: true,
      threats: [{ type: 'Linkability', status: 'NA', mitigation: 'There are no guests.' }, {}],
    },
  })
  expect(cells['web']).toMatchObject({
    data: { protocol: 'HTTPS', isPublicNetwork: true, isBidirectional: true, isEncrypted: true },
    vertices: [{ x: 500, y: 120 }],
  })
  expect(core.cells[0]).toMatchObject({ position: { x: -500, y: -300 } })
})

test('[EX4] what came from Threat Dragon comes back the same once it has been a board', () => {
  const again = readText(fileText(branch.model))
  expect(again.model).toEqual(branch.model)
  expect(again.report.filter(({ fate }) => fate !== 'carried')).toEqual([])
})

test('a flow from one diagram to another makes one diagram of all, with a boundary around each', () => {
  const link = {
    ...branch.model.links[0],
    id: 'across',
    from: 'router',
    to: 'router-2',
  } as (typeof branch.model.links)[0]
  const model = {
    ...branch.model,
    links: [link, ...branch.model.links].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
  const file = JSON.parse(fileText(model))
  expect(file.detail.diagrams).toHaveLength(1)
  expect(readText(fileText(model)).model).toEqual(model)
})

test('version 1 is read: names on the drawing, fields at the top of each cell, ends by id', () => {
  const { model, report } = readText(fixture('old.json'))
  expect(model.segments.map(({ name }) => name)).toEqual(['Only one', 'Empty'])
  expect(model.components.map(({ name }) => name)).toEqual(['Gateway', 'Records'])
  expect(foreignOf(mustFind(model.components, 'p-1'), 'threat-dragon')).toMatchObject({
    type: 'tm.Process',
    data: { isWebApplication: true },
  })
  expect(model.links).toMatchObject([
    { id: 'f-1', from: 'p-1', to: 's-1', name: 'Queries', direction: 'forward' },
  ])
  expect(model.threats).toMatchObject([
    { number: 1, stride: 'T', decision: 'mitigate', on: { component: 'p-1' } },
  ])
  expect(model.mitigations).toMatchObject([{ status: 'implemented', evidence: ['Sign them.'] }])
  expect(model.notes).toMatchObject([{ text: 'Trust boundary' }])
  expect(report.filter(({ fate }) => fate === 'dropped')).toEqual([])
})
