import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyseCore } from '../../src/core/analysis/analyse.ts'
import { functionById } from '../../src/core/catalogue/functions.ts'
import { interfacesBetween } from '../../src/core/catalogue/interfaces.ts'
import { mitigationById } from '../../src/core/catalogue/mitigations.ts'
import { riskById } from '../../src/core/catalogue/risks.ts'
import { segmentById } from '../../src/core/catalogue/segments.ts'
import { knownVendors } from '../../src/core/catalogue/vendors.ts'
import { zoneById } from '../../src/core/catalogue/zones.ts'
import { originOf } from '../../src/core/layout/frames.ts'
import { type Box, COMPONENT_SIZE, encloses, overlap } from '../../src/core/layout/geometry.ts'
import { normalise } from '../../src/core/model/normalise.ts'
import { parseModel } from '../../src/core/model/parse.ts'
import type { Model } from '../../src/core/model/records.ts'
import { serialiseModel } from '../../src/core/model/serialise.ts'
import { MITIGATION_STATUSES, type MitigationStatus, type Scenario } from '../../src/core/model/terms.ts'
import { templateFiles } from './templates.ts'

const FOLDER = join(import.meta.dirname, '../../public/templates')
const DATE = '2026-11-23'
const OPERATOR = 'operator-5g-sa-2018.ringfence.json'
const WORKSHOP = 'first-workshop.ringfence.json'

const textOf = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')

function modelOf(name: string): Model {
  const read = parseModel(textOf(name))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

const analyse = (model: Model, scenario: Scenario = 'current') =>
  analyseCore(normalise(model), { date: DATE, scenario })

const withStatus = (model: Model, id: string, status: MitigationStatus): Model => ({
  ...model,
  mitigations: model.mitigations.map((record) => (record.id === id ? { ...record, status } : record)),
})

test('the committed files are what the maker gives, and there are no others', () => {
  const made = templateFiles()
  expect(readdirSync(FOLDER).sort()).toEqual([...made.keys()].sort())
  for (const [name, text] of made) expect(textOf(name), name).toBe(text)
})

test('the index lists every template with its title, description and size', () => {
  const expected = [OPERATOR, WORKSHOP].map((file) => {
    const { meta, components, links } = modelOf(file)
    const { title, description } = meta
    return { file, title, description, components: components.length, links: links.length }
  })
  expect(JSON.parse(textOf('index.json'))).toEqual(expected)
  expect(expected.every(({ description }) => description !== '')).toBe(true)
})

describe.each([OPERATOR, WORKSHOP])('%s', (name) => {
  const model = modelOf(name)

  test('is in canonical form and nothing of it is set aside', () => {
    expect(serialiseModel(model)).toBe(textOf(name))
    expect(normalise(model).setAside).toEqual([])
  })

  test('names only what the catalogue knows', () => {
    const unknown = [
      ...model.components.filter((component) => functionById(component.function) === null),
      ...model.segments.filter(
        ({ kind, zone }) => segmentById(kind) === null || (zone !== null && zoneById(zone) === null),
      ),
      ...model.risks.filter(({ category }) => riskById(category) === null),
      ...model.mitigations.filter(({ control }) => mitigationById(control) === null),
    ]
    expect(unknown).toEqual([])
  })

  test('joins components by interfaces that fit them, the controlling end first', () => {
    const functions = new Map(model.components.map((component) => [component.id, component.function]))
    const misfits = model.links.filter((link) => {
      const fitting = interfacesBetween(
        functions.get(link.from ?? '') ?? null,
        functions.get(link.to ?? '') ?? null,
      )
      return !fitting.some(({ interface: { id }, reversed }) => id === link.interface && !reversed)
    })
    expect(misfits).toEqual([])
    const joined = new Set(model.links.flatMap(({ from, to }) => [from, to]))
    expect(model.components.filter(({ id }) => !joined.has(id))).toEqual([])
  })

  test('names products that the components of the vendor have', () => {
    const idle = model.risks.filter(({ on }) => {
      if ('component' in on) return false
      return !model.components.some(
        ({ vendor, product }) => vendor === on.vendor && (on.product === undefined || product === on.product),
      )
    })
    expect(idle).toEqual([])
  })

  test('gives everything room: in its segment, beside its neighbours, on a board of 3000 × 2000', () => {
    const boxes = new Map<string, Box & { home: string | null }>()
    const put = (id: string, home: string | null, pos: Box['at'], size: Box['size']) => {
      const [x, y] = originOf(model, home)
      boxes.set(id, { home, at: [x + pos[0], y + pos[1]], size })
    }
    for (const { id, parent, pos, size } of model.segments) put(id, parent, pos, size)
    for (const { id, segment, pos } of model.components) put(id, segment, pos, COMPONENT_SIZE)
    for (const { id, segment, pos, size } of model.notes) put(id, segment, pos, size)
    const board: Box = { at: [0, 0], size: [3000, 2000] }
    const troubles: string[] = []
    for (const [id, box] of boxes) {
      const around = box.home === null ? board : (boxes.get(box.home) ?? board)
      if (!encloses(around, box)) troubles.push(`${id} stands out of ${box.home ?? 'the board'}`)
      for (const [other, beside] of boxes) {
        if (id < other && box.home === beside.home && overlap(box, beside)) troubles.push(`${id} on ${other}`)
      }
    }
    expect(troubles).toEqual([])
  })

  test('resembles no real vendor', () => {
    const real = knownVendors
      .flatMap(({ id, name }) => [id, ...name.split(/\W+/)])
      .map((word) => word.toLowerCase())
    const invented = model.vendors.map((vendor) => vendor.name.toLowerCase())
    for (const vendor of invented) {
      expect(
        real.filter((word) => word.length > 2 && (vendor.includes(word) || word.includes(vendor))),
      ).toEqual([])
    }
  })
})

describe('the operator', () => {
  const model = modelOf(OPERATOR)
  const current = analyse(model)
  const taken = (result = current) => result.exposures.filter(({ kind }) => kind === 'taken')

  test('has about 65 components, 95 links and five vendors', () => {
    expect(model.components.length).toBeGreaterThanOrEqual(60)
    expect(model.components.length).toBeLessThanOrEqual(70)
    expect(model.links.length).toBeGreaterThanOrEqual(90)
    expect(model.links.length).toBeLessThanOrEqual(100)
    expect(model.vendors).toHaveLength(5)
    expect(new Set(model.components.map(({ vendor }) => vendor)).size).toBe(6)
  })

  test('has a mitigation of each status, risks that let in, raise and are accepted, and a reason for each risk', () => {
    expect(new Set(model.mitigations.map(({ status }) => status))).toEqual(new Set(MITIGATION_STATUSES))
    const propagations = new Set(model.risks.map(({ category }) => riskById(category)?.propagation))
    expect(propagations).toEqual(new Set(['foothold', 'weakness', 'raises-likelihood']))
    expect(
      model.risks.filter(({ status, acceptedUntil }) => status === 'accepted' && acceptedUntil !== null),
    ).toHaveLength(1)
    expect(model.risks.filter(({ rationale }) => rationale === '')).toEqual([])
  })

  test('is worse without any mitigation and clearly better with the planned ones', () => {
    const counts = (scenario: Scenario) => {
      const { counts } = analyse(model, scenario)
      return { taken: counts.taken, reached: counts.reached, accepted: counts.accepted }
    }
    expect(counts('inherent')).toEqual({ taken: 34, reached: 43, accepted: 3 })
    expect(counts('current')).toEqual({ taken: 12, reached: 23, accepted: 2 })
    expect(counts('target')).toEqual({ taken: 2, reached: 3, accepted: 2 })
  })

  test('tells one story: from the update server through the core EMS into the core', () => {
    const story = current.exposures.filter(({ risk, kind }) => risk === 'r-update' && kind === 'taken')
    expect(story.map(({ target }) => target)).toEqual(['c-amf', 'c-ausf', 'c-ems-core', 'c-smf', 'c-udm'])
    expect(story[0]?.path).toEqual(['c-update', 'c-ems-core', 'c-amf'])
  })

  test('leaves most of the board dark, so that the route stands out', () => {
    const { routes, held } = current
    const lit = new Set([...routes.taken.components, ...routes.reached.components])
    expect(routes.taken.components).toHaveLength(8)
    expect(lit.size).toBeLessThan(model.components.length / 2.5)
    expect(routes.taken.links.length + routes.reached.links.length).toBeLessThan(model.links.length / 4)
    expect(held.length).toBeGreaterThan(8)
  })

  test('loses the route when the planned mitigations come into force, and only then', () => {
    const checked = withStatus(model, 'm-ems-signed-updates', 'implemented')
    expect(taken(analyse(checked)).filter(({ risk }) => risk === 'r-update')).toEqual([])
    expect(taken(analyse(checked)).filter(({ risk }) => risk === 'r-build')).toHaveLength(5)
    const rebuilt = withStatus(checked, 'm-core-rebuild', 'implemented')
    expect(taken(analyse(rebuilt)).map(({ target }) => target)).toEqual(['c-dea', 'c-sbc'])
  })

  test.each([
    ['m-remote-off', 'the vendor comes in through the jump host'],
    ['m-repository-check', 'the other element managers fall, too'],
    ['m-ran-rebuild', 'the RAN EMS is taken'],
    ['m-host-patch', 'the hypervisor is taken'],
    ['m-stp-upgrade', 'the STP is taken'],
  ])('would be worse without %s: %s', (id) => {
    expect(analyse(withStatus(model, id, 'retired')).counts.taken).toBeGreaterThan(current.counts.taken)
  })

  test('has one that only lowers ratings', () => {
    const without = analyse(withStatus(model, 'm-evaluation', 'retired'))
    expect(without.counts).toEqual(current.counts)
    expect(without.exposures).not.toEqual(current.exposures)
  })
})

describe('the first workshop', () => {
  const model = modelOf(WORKSHOP)
  const kinds = (result: ReturnType<typeof analyse>) =>
    result.exposures.map(({ kind, target }) => `${kind} ${target}`)

  test('has 12 components, two vendors, two risks and three mitigations of different status', () => {
    const { components, vendors, risks, mitigations } = model
    expect([components, vendors, risks, mitigations].map((list) => list.length)).toEqual([12, 2, 2, 3])
    expect(new Set(mitigations.map(({ status }) => status)).size).toBe(3)
  })

  test('shows one route that is taken and one door that is reached', () => {
    const result = analyse(model)
    expect(kinds(result)).toEqual(['taken c-amf', 'taken c-ems', 'reached c-smf'])
    expect(result.exposures[0]?.path).toEqual(['c-build', 'c-signing', 'c-update', 'c-ems', 'c-amf'])
  })

  test('goes out with the planned mitigation; the door opens without the implemented one', () => {
    expect(kinds(analyse(model, 'target'))).toEqual([])
    expect(kinds(analyse(withStatus(model, 'm-patched', 'retired')))).toContain('taken c-smf')
  })
})
