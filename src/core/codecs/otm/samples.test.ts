import { existsSync, readFileSync } from 'node:fs'
import Ajv from 'ajv'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import type { Model } from '../../model/records.ts'
import { randomRecords } from '../../model/testing/random-records.ts'
import { readAny } from '../codecs.ts'
import { sourceOf } from '../source.ts'
import { mustRead, written } from '../testing/round-trip.ts'
import { readOtm, readOtmYaml } from './read.ts'
import { writeOtm, writeOtmYaml } from './write.ts'

/** Models that others wrote, read where they lie. Skipped where the folder with them is not there. */
const SAMPLES = new URL('../../../../../shared/samples/', import.meta.url)
const bytes = (name: string) => readFileSync(new URL(name, SAMPLES))
const NAMES = [
  'otm/example.otm.json',
  'otm/otm-test-model.otm.json',
  'tm7/MTMT_MVP.expected.otm.json',
  'tm7/MTMT_nested_tz.expected.otm.json',
]

describe.skipIf(!existsSync(SAMPLES))('the samples of Open Threat Model', () => {
  const validateBy = () =>
    new Ajv({ strict: false }).compile(JSON.parse(String(bytes('otm/otm-0.2.0.schema.json'))))
  const jsonOf = (model: Model): unknown => {
    const text = written(writeOtm, model).text()
    return JSON.parse(text.ok ? text.value : '')
  }

  test.each(NAMES)('%s has as many elements, threats and mitigations here as in the file', (name) => {
    const { model, report } = mustRead(readOtm, sourceOf(bytes(name), name))
    const file = JSON.parse(String(bytes(name)))
    const instances = [...file.components, ...(file.dataflows ?? [])].flatMap(({ threats }) => threats ?? [])
    expect(model.segments).toHaveLength(file.trustZones.length)
    expect(model.components).toHaveLength(file.components.length)
    expect(model.links).toHaveLength(file.dataflows.length)
    expect(model.threats).toHaveLength(instances.length)
    expect(model.mitigations).toHaveLength(instances.flatMap(({ mitigations }) => mitigations ?? []).length)
    expect(report.filter(({ fate }) => fate === 'dropped')).toEqual([])
  })

  test('the YAML sample is known by its content, and has no places', () => {
    const name = 'otm/example.otm.yaml'
    const text = String(bytes(name))
    const answer = readAny(sourceOf(bytes(name), 'anything.txt'))
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
    const { format, placed, model } = answer.value
    expect([format, placed]).toEqual(['otm-yaml', false])
    expect(model.components).toHaveLength(text.match(/^ {2}type: (?!code)\S+\n {2}parent:/gm)?.length ?? 0)
    expect(model.links).toHaveLength(text.match(/^ {2}source: /gm)?.length ?? 0)
    const vpc = model.components.filter(({ name: called }) => called === 'VPCssm')
    expect(vpc.map(({ segment }) => segment)).toEqual(Array(2).fill('b61d6911-338d-46a8-9f39-8dcd24abfe91'))
  })

  test('places in a file of IriusRisk count from the corner of the parent', () => {
    const { model } = mustRead(readOtm, sourceOf(bytes('otm/otm-test-model.otm.json'), 'x'))
    const client = model.components.find(({ id }) => id === 'web-client')
    // 100, 50 in a box that stands at 100, 50: the middle of 150 by 80 from there.
    expect(client).toMatchObject({ segment: 'internet-trust-zone-id', pos: [200 + 75 - 84, 100 + 40 - 32] })
  })

  test.each(NAMES)('%s is valid when it is written again, and reads back the same', (name) => {
    const { model } = mustRead(readOtm, sourceOf(bytes(name), name))
    const validate = validateBy()
    expect(validate(jsonOf(model)), JSON.stringify(validate.errors)).toBe(true)
    expect(mustRead(readOtm, written(writeOtm, model)).model).toEqual(model)
    expect(mustRead(readOtmYaml, written(writeOtmYaml, model)).model).toEqual(model)
  })

  test('any board is valid when it is written', () => {
    const validate = validateBy()
    fc.assert(
      fc.property(randomRecords, (records) => {
        const isValid = validate(jsonOf(normalise(records).model))
        expect(isValid, JSON.stringify(validate.errors)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test.each([
    'tm-bom/hashicorp-vault-threat-model.json',
    'cyclonedx-tmbom/valid-threatmodel-simple-2.0.json',
    'threat-dragon/generic-cms.json',
    'threagile/stub.threagile.yaml',
    'threagile/example.threagile.yaml',
    'compose/free5gc.docker-compose.yaml',
    'graphml/Abilene.graphml',
    'drawio/dfd.drawio.xml',
  ])('%s is no Open Threat Model', (name) => {
    const source = sourceOf(bytes(name), 'model.otm.yaml')
    expect([readOtm.detect(source), readOtmYaml.detect(source)]).toEqual([false, false])
  })
})
