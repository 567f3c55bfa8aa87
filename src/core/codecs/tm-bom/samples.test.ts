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
import { readTmBom } from './read.ts'
import { writeTmBom } from './write.ts'

const FOLDER = '../shared/samples/tm-bom'
const VAULT = `${FOLDER}/hashicorp-vault-threat-model.json`

describe.skipIf(!existsSync(FOLDER))('samples of TM-BOM (skipped where ../shared/samples is absent)', () => {
  let isValid: ValidateFunction
  beforeAll(() => {
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    isValid = ajv.compile(JSON.parse(readFileSync(`${FOLDER}/threat-model.schema.json`, 'utf8')) as object)
  })
  const expectValid = (text: string) => {
    isValid(JSON.parse(text))
    expect(isValid.errors ?? []).toEqual([])
  }

  test('[EX2] the Vault model has as many records as the file', () => {
    const text = readFileSync(VAULT, 'utf8')
    const file = JSON.parse(text) as Record<string, unknown[]>
    const count = (...lists: string[]) => lists.reduce((sum, list) => sum + (file[list]?.length ?? 0), 0)
    const read = readAny(sourceOf(readFileSync(VAULT), 'vault.json'))
    if (!read.ok) throw new Error('is refused')
    const { model, report, format, placed } = read.value
    expect([format, placed]).toEqual(['tm-bom', false])
    // One more segment: the whole, since no threat of the file names a component.
    expect(model.segments).toHaveLength(count('trust_zones') + 1)
    expect(model.components).toHaveLength(count('actors', 'components', 'data_stores'))
    expect(model.links).toHaveLength(count('data_flows'))
    expect(model.threats).toHaveLength(count('threats'))
    expect(model.mitigations).toHaveLength(count('controls'))
    expect(model.risks).toEqual([])
    const items = Object.values(file)
      .filter((value) => Array.isArray(value))
      .flat().length
    expect(report).toHaveLength(items + 1)
    expect(report.filter(({ fate }) => fate === 'dropped')).toEqual([])
    expect(report.filter(({ words }) => words.includes('is not in the file')).map(({ at }) => at)).toEqual([
      'client-app-1',
      'vault-cli',
    ])
  })

  test('[EX10] the Vault model, written again, is valid and has all that it had', () => {
    const before = JSON.parse(readFileSync(VAULT, 'utf8')) as Record<string, unknown>
    const text = writtenText(writeTmBom, mustRead(readTmBom, fileOf(before)).model)
    expectValid(text)
    const after = JSON.parse(text) as Record<string, unknown>
    for (const [name, value] of Object.entries(before)) {
      const isChanged = ['$schema', 'components', 'threats'].includes(name)
      if (isChanged) continue
      expect(after[name]).toEqual(
        Array.isArray(value) && name !== 'trust_boundaries' ? expect.arrayContaining(value) : value,
      )
    }
    expect(after['components']).toEqual(
      expect.arrayContaining(
        (before['components'] as object[]).filter((one) => !/public-internet/.test(JSON.stringify(one))),
      ),
    )
  })

  test('[EX3] what is written is valid', () => {
    const fixture = readFileSync(new URL('fixtures/core.tm-bom.json', import.meta.url), 'utf8')
    expectValid(fixture)
    expectValid(writtenText(writeTmBom, mustRead(readTmBom, fileOf(fixture)).model))
    for (const model of [emptyModel(), smallBoard()]) expectValid(writtenText(writeTmBom, model))
    fc.assert(
      fc.property(randomRecords, (records) => {
        expectValid(writtenText(writeTmBom, normalise(records).model))
      }),
    )
  })
})
