import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { expectCarried, fileOf, writtenText } from '../testing/round-trip.ts'
import { readTmBom } from './read.ts'
import { writeTmBom } from './write.ts'

const model = randomRecords.map((records) => normalise(records).model)

test('[EX4] what was carried reads back as the same record', () => {
  fc.assert(
    fc.property(model, (model) => {
      const { report } = writeTmBom.write(model, { date: '2026-11-23' })
      expect(report.filter(({ fate }) => fate !== 'carried')).toEqual([])
      const back = expectCarried(writeTmBom, readTmBom, model)
      expect(back.report.filter(({ fate }) => fate !== 'carried')).toEqual([])
      const lastThreat = Math.max(model.meta.lastThreat, ...model.threats.map(({ number }) => number))
      expect(back.model.meta).toEqual({ ...model.meta, lastThreat })
      expect(back.placed).toBe(true)
      expect(back.foreign).toEqual([])
    }),
  )
})

const anything = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('__proto__'))
const foreign = fc.record(
  {
    format: fc.constant('tm-bom'),
    list: fc.constantFrom('data_stores', 'actors', 'components', 'x'),
    symbolic_name: fc.constantFrom('a-b', 'A b', 'c0', 'unspecified', 'outside', 7),
    description: fc.oneof(fc.string(), anything),
    type: fc.constantFrom('user', 'sql', 3),
    trust_zone: fc.constantFrom('gone', 's0', 'No Name'),
    threat_persona: fc.constantFrom('nobody', 'unspecified', null),
    sources: fc.constantFrom(['adversary'], ['x'], 1),
    status: fc.constantFrom('under_review', 'assumed', 'active', 'x'),
    priority: fc.constantFrom('high', 'x'),
    encrypted: fc.constantFrom(true, 'yes'),
  },
  { requiredKeys: ['format'] },
)

test('[EX4] whatever is kept with the records, what is written can be read, and what was carried is the same', () => {
  fc.assert(
    fc.property(model, fc.array(foreign, { minLength: 1, maxLength: 4 }), (model, foreigns) => {
      const dress = <T extends object>(records: readonly T[]): T[] =>
        records.map((record, nth) => ({ ...record, foreign: foreigns[nth % foreigns.length] }))
      expectCarried(writeTmBom, readTmBom, {
        ...model,
        segments: dress(model.segments),
        components: dress(model.components),
        links: dress(model.links),
        threats: dress(model.threats),
        mitigations: dress(model.mitigations),
        risks: dress(model.risks),
      })
    }),
  )
})

test('[EX4] whatever is kept with the board, what is written can be read', () => {
  const item = { symbolic_name: 'r0', title: 'x', description: 'y' }
  const kept = fc.dictionary(
    fc.constantFrom(
      'scope',
      'version',
      'trust_boundaries',
      'data_sets',
      'threat_personas',
      'risks',
      'extensions',
      'frozen',
    ),
    fc.oneof(anything, fc.constant([item]), fc.constant([item, item])),
  )
  fc.assert(
    fc.property(model, kept, (model, kept) => {
      const meta = { ...model.meta, foreign: { ...kept, format: 'tm-bom' } }
      expectCarried(writeTmBom, readTmBom, { ...model, meta })
    }),
  )
})

test('[EX5] the same model gives the same bytes, whatever the order of its records', () => {
  fc.assert(
    fc.property(randomRecords, fc.nat(99), (records, seed) => {
      const text = writtenText(writeTmBom, normalise(records).model)
      expect(writtenText(writeTmBom, normalise(reordered(records, seed)).model)).toBe(text)
      expect(text).not.toMatch(/released_at|reviewed_at/)
    }),
  )
})

test('[EX1] reading never throws', () => {
  const element = fc.dictionary(
    fc.constantFrom(
      'trust_zone',
      'source',
      'destination',
      'threats',
      'components_affected',
      'trust_boundary',
      'status',
      'x',
    ),
    fc.oneof(anything, fc.constantFrom('a', 'gone', ['a', 'gone'], { type: 'component', object: 'gone' })),
  )
  const list = fc.oneof(
    fc.array(
      element.map((fields) => ({
        symbolic_name: 'a',
        title: 'A',
        description: '',
        trust_zone: 'a',
        ...fields,
      })),
      { maxLength: 2 },
    ),
    anything,
    fc.constant([]),
  )
  const names = ['trust_boundaries', 'actors', 'data_stores', 'data_sets', 'data_flows']
  const file = fc
    .record({
      trust_zones: list,
      components: list,
      threats: list,
      controls: list,
      risks: list,
      extensions: anything,
    })
    .map((lists) => ({
      version: '1',
      scope: {
        title: 'S',
        description: '',
        business_criticality: 'low',
        data_sensitivity: [],
        exposure: 'internal',
        tier: 'important',
      },
      ...Object.fromEntries(names.map((name) => [name, []])),
      ...lists,
    }))
  fc.assert(
    fc.property(fc.oneof(fc.string(), anything, file), (content) => {
      const read = readTmBom.read(fileOf(content))
      if (read.ok) expect(normalise(read.value.model).setAside).toEqual([])
      else for (const { at, message } of read.problems) expect([at, message]).not.toContain('')
    }),
    { numRuns: 500 },
  )
})
