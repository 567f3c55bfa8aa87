import { existsSync, readFileSync } from 'node:fs'
import Ajv from 'ajv'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import { randomRecords } from '../../model/testing/random-records.ts'
import { readAny } from '../codecs.ts'
import { sourceOf } from '../source.ts'
import { fileOf, mustRead } from '../testing/round-trip.ts'
import { readThreatDragon } from './read.ts'
import { writeThreatDragon } from './write.ts'

/** Models that others wrote, read where they lie. Skipped where the folder with them is not there. */
const SAMPLES = new URL('../../../../../shared/samples/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, SAMPLES), 'utf8')
const NAMES = [
  'generic-cms',
  'payment-online',
  'three-tier-web-app',
  'v2-threat-model',
  'v1-demo-threat-model',
]

describe.skipIf(!existsSync(SAMPLES))('the samples of Threat Dragon', () => {
  const schema = () =>
    new Ajv({ strict: false }).compile(JSON.parse(read('threat-dragon/threat-dragon-v2.schema.json')))
  const textOf = (model: Parameters<typeof writeThreatDragon.write>[0]): string =>
    writeThreatDragon.write(model, { date: '2026-11-24' }).files[0]?.content as string

  test.each(NAMES)('%s has as many elements, threats and mitigations here as in the file', (name) => {
    const text = read(`threat-dragon/${name}.json`)
    const { model, report } = mustRead(readThreatDragon, fileOf(text))
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
    const openEnds = model.components.filter((one) => one.name === '(open end)').length
    expect(model.components.length - openEnds).toBe(count(/"type": "tm\.(Process|Store|Actor)"/g))
    expect(openEnds).toBe(name === 'v2-threat-model' ? 1 : 0)
    expect(model.links).toHaveLength(count(/"type": "tm\.Flow"/g))
    expect(model.segments).toHaveLength(count(/"type": "tm\.BoundaryBox"/g))
    expect(model.notes).toHaveLength(count(/"type": "tm\.(Text|Boundary)"/g))
    expect(model.threats).toHaveLength(count(/"severity": /g))
    expect(model.mitigations).toHaveLength(count(/"mitigation": "[^"]/g))
    expect(report.filter(({ fate }) => fate === 'dropped')).toEqual([])
  })

  test('what is drawn inside a boundary there lies in its segment', () => {
    const { model } = mustRead(readThreatDragon, fileOf(read('threat-dragon/three-tier-web-app.json')))
    const nameOf = new Map(model.segments.map(({ id, name }) => [id, name]))
    const homes = model.components.map(({ name, segment }) => `${name}: ${nameOf.get(segment ?? '')}`)
    expect(homes.sort()).toEqual([
      'PostgresSQL: Public Cloud',
      'Web Service: Public Cloud',
      'Web UI: Internet',
    ])
  })

  test.each(NAMES)('%s is valid when it is written again, and reads back the same', (name) => {
    const { model } = mustRead(readThreatDragon, fileOf(read(`threat-dragon/${name}.json`)))
    const text = textOf(model)
    const validate = schema()
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
    expect(mustRead(readThreatDragon, fileOf(text)).model).toEqual(model)
  })

  test('any board is valid when it is written', () => {
    const validate = schema()
    fc.assert(
      fc.property(randomRecords, (records) => {
        const valid = validate(JSON.parse(textOf(normalise(records).model)))
        expect(valid, JSON.stringify(validate.errors)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test('a malformed model is refused in the terms of Threat Dragon', () => {
    const source = fileOf(read('invalid/threat-dragon-v2-malformed.json'))
    expect(readThreatDragon.detect(source)).toBe(true)
    const answer = readAny(source)
    expect(answer.ok ? [] : answer.problems.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'missing summary.title',
      'missing detail',
    ])
  })

  test.each([
    'tm-bom/hashicorp-vault-threat-model.json',
    'cyclonedx-tmbom/valid-threatmodel-simple-2.0.json',
    'cyclonedx-tmbom/valid-blueprint-network-2.0.json',
    'otm/otm-test-model.otm.json',
    'otm/example.otm.yaml',
    'threagile/stub.threagile.yaml',
    'compose/free5gc.docker-compose.yaml',
    'graphml/Abilene.graphml',
    'drawio/bookface.drawio',
  ])('%s is none of Threat Dragon', (name) => {
    expect(readThreatDragon.detect(sourceOf(readFileSync(new URL(name, SAMPLES)), 'model.json'))).toBe(false)
  })
})
