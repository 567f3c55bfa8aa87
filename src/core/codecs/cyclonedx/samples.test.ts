import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import { emptyModel } from '../../model/records.ts'
import { randomRecords } from '../../model/testing/random-records.ts'
import { readAny } from '../codecs.ts'
import { sourceOf } from '../source.ts'
import { fileOf, mustRead, writtenText } from '../testing/round-trip.ts'
import { smallBoard } from '../testing/small-board.ts'
import { readCyclonedx } from './read.ts'
import { writeCyclonedx } from './write.ts'

const SAMPLES = '../shared/samples'
const FOLDER = `${SAMPLES}/cyclonedx-tmbom`
const sample = (path: string) => sourceOf(readFileSync(`${SAMPLES}/${path}`), path)

type Json = Record<string, never> & { [name: string]: Json }
const listIn = (parent: Json | undefined, name: string): Json[] =>
  (parent?.[name] as unknown as Json[] | undefined) ?? []

/** What the file has, counted without the reader. */
function countsIn(path: string) {
  const json = JSON.parse(readFileSync(`${SAMPLES}/${path}`, 'utf8')) as Json
  const blueprints = listIn(json, 'blueprints')
  const count = (name: string) => blueprints.flatMap((blueprint) => listIn(blueprint, name)).length
  const targets = blueprints
    .flatMap((blueprint) => listIn(blueprint, 'relationships'))
    .flatMap((relationship) => Object.entries(relationship).filter(([name]) => name !== 'ref'))
    .reduce((sum, [, list]) => sum + (list as unknown as unknown[]).length, 0)
  return {
    zones: count('zones'),
    nodes: count('assets') + count('dataStores') + count('actors'),
    flows: count('flows'),
    relationships: count('relationships'),
    targets,
    boundaries: count('boundaries'),
    threats: listIn(json['threats'], 'threats').length,
    controls: listIn(json, 'controls').length,
  }
}

const VALID = [
  // Stand-ins: one for the zone that a flow begins at, one for an asset of another file.
  { name: 'valid-blueprint-architecture-2.0.json', standIns: 0, requirements: 0 },
  { name: 'valid-blueprint-data-flow-2.0.json', standIns: 0, requirements: 0 },
  { name: 'valid-blueprint-network-2.0.json', standIns: 1, requirements: 0 },
  { name: 'valid-threatmodel-simple-2.0.json', standIns: 1, requirements: 1 },
]

describe.skipIf(!existsSync(FOLDER))(
  'samples of CycloneDX (skipped where ../shared/samples is absent)',
  () => {
    let isValid: ValidateFunction
    beforeAll(() => {
      isValid = validator()
    })
    const expectValid = (text: string) => {
      isValid(JSON.parse(text))
      expect(isValid.errors ?? []).toEqual([])
    }

    test.each(VALID)('[EX2] $name has as many records as the file', ({ name, standIns, requirements }) => {
      const path = `cyclonedx-tmbom/${name}`
      const counts = countsIn(path)
      const { model, report, placed } = mustRead(readCyclonedx, sample(path))
      expect(placed).toBe(false)
      expect(model.segments).toHaveLength(counts.zones)
      expect(model.components).toHaveLength(counts.nodes + standIns)
      expect(model.links).toHaveLength(counts.flows + counts.targets)
      expect(model.threats).toHaveLength(counts.threats)
      expect(model.mitigations).toHaveLength(counts.controls + requirements)
      expect(model.risks).toEqual([])
      const told = (...names: string[]) => report.filter(({ what }) => names.includes(what)).length
      expect(told('zone')).toBe(counts.zones)
      expect(told('asset', 'data store', 'actor')).toBe(counts.nodes)
      expect(told('flow')).toBe(counts.flows)
      expect(told('relationship')).toBe(counts.relationships)
      expect(told('boundary')).toBe(counts.boundaries)
      expect(told('threat')).toBe(counts.threats)
      expect(report.filter(({ fate }) => fate === 'dropped')).toEqual([])
      expect(new Set(report.map(({ what, at }) => `${what} ${at}`)).size).toBe(report.length)
    })

    test.each(VALID)('[EX10] $name, written again, is valid and has all that it had', ({ name }) => {
      const path = `cyclonedx-tmbom/${name}`
      const { model } = mustRead(readCyclonedx, sample(path))
      const text = writtenText(writeCyclonedx, model)
      expectValid(text)
      const before = JSON.parse(readFileSync(`${SAMPLES}/${path}`, 'utf8')) as Json
      const after = JSON.parse(text) as Json
      for (const name of ['definitions', 'profiles']) expect(after[name]).toEqual(before[name])
      for (const name of [
        'scenarios',
        'attackPatterns',
        'attackTrees',
        'abuseCases',
        'trustBoundaries',
        'methodologies',
      ]) {
        expect(listIn(after['threats'], name)).toEqual(listIn(before['threats'], name))
      }
      const [from, to] = [listIn(before, 'blueprints')[0], listIn(after, 'blueprints')[0]]
      for (const name of ['zones', 'actors', 'assets', 'boundaries', 'assumptions', 'useCases']) {
        expect(listIn(to, name)).toEqual(
          expect.arrayContaining(listIn(from, name).map((item) => expect.objectContaining(item))),
        )
      }
      // The text is the same once what is written has been read.
      const again = mustRead(readCyclonedx, sourceOf(new TextEncoder().encode(text), 'again.json'))
      expect(writtenText(writeCyclonedx, again.model)).toBe(text)
    })

    test.each([
      [
        'invalid-blueprint-relationship-type-2.0.json',
        'blueprints[0].relationships[0].uses',
        'is no kind of relationship',
      ],
      ['invalid-threatmodel-missing-bomref-2.0.json', 'threats.scenarios[0]["bom-ref"]', 'is missing'],
    ])('[EX1] %s is refused, and the place named', (name, at, words) => {
      const read = readAny(sample(`invalid/${name}`))
      expect(read.ok).toBe(false)
      expect(read.ok ? [] : read.problems).toEqual([
        expect.objectContaining({ at, message: expect.stringContaining(words) }),
      ])
    })

    test('the fixture of this folder is valid, and so is what is written of it', () => {
      const fixture = readFileSync(new URL('fixtures/core.cdx.json', import.meta.url), 'utf8')
      expectValid(fixture)
      expectValid(writtenText(writeCyclonedx, mustRead(readCyclonedx, fileOf(fixture)).model))
    })

    test('[EX3] what is written is valid', () => {
      expectValid(writtenText(writeCyclonedx, smallBoard()))
      expectValid(writtenText(writeCyclonedx, emptyModel()))
      fc.assert(
        fc.property(randomRecords, (records) => {
          expectValid(writtenText(writeCyclonedx, normalise(records).model))
        }),
      )
    })
  },
)

/** The whole bundled schema compiles in about a second. It refers to four files that it is not bundled with. */
function validator(): ValidateFunction {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true)
  for (const name of ['spdx', 'behavior-taxonomy']) {
    ajv.addSchema({ $id: `https://cyclonedx.org/schema/${name}.schema.json`, type: 'string' })
  }
  const text = { type: 'string' }
  ajv.addSchema({
    $id: 'https://cyclonedx.org/schema/cryptography-defs.schema.json',
    definitions: { algorithmFamiliesEnum: text, ellipticCurvesEnum: text },
  })
  return ajv.compile(
    JSON.parse(readFileSync(`${FOLDER}/cyclonedx-2.0-bundled.schema.json`, 'utf8')) as object,
  )
}
