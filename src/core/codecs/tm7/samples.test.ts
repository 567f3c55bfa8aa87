import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importOf } from '../testing/reading.ts'

/** Models of others, and what another reader makes of them, in a folder beside the project that not everybody has. */
const FOLDER = '../shared/samples/tm7'

type Otm = Readonly<{
  components: readonly {
    id: string
    name: string
    parent: { trustZone: string }
    threats?: readonly { threat: string }[]
  }[]
  trustZones: readonly { id: string; name: string; parent?: { trustZone: string } }[]
  dataflows: readonly { id: string; name: string; source: string; destination: string }[]
  threats?: readonly { id: string; name: string; categories: readonly string[] }[]
  mitigations?: readonly { id: string; description: string }[]
}>

describe.skipIf(!existsSync(FOLDER))('samples in ../shared/samples/tm7', () => {
  const textOf = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8')
  const read = (name: string) => importOf(textOf(`${name}.tm7`), `${name}.tm7`)
  const expected = (name: string) => JSON.parse(textOf(`${name}.expected.otm.json`)) as Otm
  const byId = (a: readonly unknown[], b: readonly unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1)

  test.each(['MTMT_MVP', 'MTMT_nested_tz'])('%s has the components of the expected OTM', (name) => {
    const found = read(name)
      .model.components.map((component) => [component.id, component.name])
      .toSorted(byId)
    expect(found).toEqual(
      expected(name)
        .components.map((component) => [component.id, component.name])
        .toSorted(byId),
    )
  })

  test('MTMT_MVP has the flows, boundaries and homes of the expected OTM', () => {
    const { model } = read('MTMT_MVP')
    const otm = expected('MTMT_MVP')
    expect(model.links.map(({ id, name, from, to }) => [id, name, from, to]).toSorted(byId)).toEqual(
      otm.dataflows
        .map(({ id, name, source, destination }) => [id, name, source, destination])
        .toSorted(byId),
    )
    expect(model.segments.map(({ id, name, parent }) => [id, name, parent]).toSorted(byId)).toEqual(
      otm.trustZones.map(({ id, name, parent }) => [id, name, parent?.trustZone ?? null]).toSorted(byId),
    )
    expect(model.components.map(({ id, segment }) => [id, segment]).toSorted(byId)).toEqual(
      otm.components.map(({ id, parent }) => [id, parent.trustZone]).toSorted(byId),
    )
  })

  test('MTMT_MVP has the threats of the expected OTM, at the ends that it has them at', () => {
    const { model } = read('MTMT_MVP')
    const { threats = [], mitigations = [], components } = expected('MTMT_MVP')
    expect(model.threats.map(({ id, title }) => [id, title]).toSorted(byId)).toEqual(
      threats.map(({ id, name }) => [id, name]).toSorted(byId),
    )
    const letters = new Map(model.threats.map(({ id, stride }) => [id, stride]))
    for (const { id, categories } of threats) expect(letters.get(id)).toBe(categories[0]?.[0])
    const targets = new Map(
      components.flatMap(({ id, threats: on = [] }) => on.map(({ threat }) => [threat, id] as const)),
    )
    const links = new Map(model.links.map((link) => [link.id, link]))
    for (const { id, on } of model.threats) {
      const link = 'link' in on ? links.get(on.link) : undefined
      expect([link?.from, link?.to]).toContain(targets.get(id))
    }
    const told = new Map(model.threats.map(({ id, description }) => [id, description]))
    for (const { id, description } of mitigations) {
      const [first = ''] = description.split(/ Refer:|<a /)
      expect(told.get(id)?.replace(/\s+/g, ' ')).toContain(first.replace(/\s+/g, ' ').trim())
    }
    expect(model.mitigations).toEqual([])
  })

  test('MTMT_nested_tz has the flows of the expected OTM, and the one that it leaves out', () => {
    const { model, report } = read('MTMT_nested_tz')
    const { dataflows } = expected('MTMT_nested_tz')
    const left = '4c66cfc7-d886-48b2-8091-19fe3e125114'
    expect(textOf('MTMT_nested_tz.tm7').match(/i:type="Connector"/g)).toHaveLength(3)
    expect(dataflows.map(({ id }) => id)).not.toContain(left)
    expect(
      model.links
        .filter(({ id }) => id !== left)
        .map(({ id, name, from, to }) => [id, name, from, to])
        .toSorted(byId),
    ).toEqual(
      dataflows.map(({ id, name, source, destination }) => [id, name, source, destination]).toSorted(byId),
    )
    expect(model.links.find(({ id }) => id === left)).toMatchObject({ name: 'Production data' })
    expect(report.filter(({ at }) => at === left).map(({ fate }) => fate)).toEqual(['changed'])
    const nameOf = (id: string | null) => model.segments.find((segment) => segment.id === id)?.name ?? null
    expect(model.segments.map(({ name, parent }) => `${name} in ${nameOf(parent)}`)).toEqual([
      'Generic Trust Border Boundary in null',
      'Sandbox environment in Generic Trust Border Boundary',
    ])
    expect(model.notes.map(({ text }) => text)).toEqual(['Trust boundary: Internet Boundary'])
  })

  test.each(['MTMT_MVP', 'MTMT_nested_tz', 'one-trustzone'])(
    '%s has as many threats, open all, as the file',
    (name) => {
      const file = textOf(`${name}.tm7`)
      const inside = file.slice(file.indexOf('<ThreatInstances'), file.indexOf('</ThreatInstances>'))
      const states = inside.match(/<b:State>AutoGenerated</g) ?? []
      const { model } = read(name)
      expect(model.threats).toHaveLength(states.length)
      expect(model.threats.filter(({ decision }) => decision !== 'open')).toEqual([])
      expect(model.threats.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
        states.map((_, index) => index + 1),
      )
      expect(model.meta.lastThreat).toBe(states.length)
      expect(JSON.stringify(model)).not.toMatch(/\{(?:source|target|flow)\./i)
    },
  )
})
