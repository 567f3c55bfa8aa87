import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import { emptyModel, type Model } from '../../model/records.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { blankComponent, blankThreat } from '../blanks.ts'
import { expectCarried, fileOf, mustRead, writtenText } from '../testing/round-trip.ts'
import { readCyclonedx } from './read.ts'
import { writeCyclonedx } from './write.ts'

const model = randomRecords.map((records) => normalise(records).model)

test('[EX4] what was carried reads back as the same record', () => {
  fc.assert(
    fc.property(model, (model) => {
      const { report } = writeCyclonedx.write(model, { date: '2026-11-23' })
      expect(report.filter(({ fate }) => fate !== 'carried')).toEqual([])
      const back = expectCarried(writeCyclonedx, readCyclonedx, model)
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
    format: fc.constant('cyclonedx'),
    list: fc.constantFrom('dataStores', 'actors', 'risks', 'relationships', 'assets', 'x'),
    kind: fc.constantFrom('dependsOn', 'custom', 'x'),
    type: fc.oneof(fc.constantFrom('service', 'data', { name: 'n' }), anything),
    'bom-ref': fc.constantFrom('a b', 'c0', 'v0', ''),
    party: fc.constantFrom('p', { roles: [{ role: 'owner' }], person: { name: 'A', 'x-1': 1 } }, 5, {
      'bom-ref': 'c1',
    }),
    called: fc.string(),
    componentRef: fc.constantFrom('pkg', 7),
    classification: fc.constantFrom({ criticality: 'minimal' }, { tags: ['a'] }, null, 3),
    categories: fc.constantFrom([{ taxonomy: 'STRIDE', category: 'tampering' }], [1], 'x'),
    weaknesses: fc.constantFrom([{ 'bom-ref': 'w', name: 'W' }]),
    status: anything,
    owner: anything,
    properties: fc.constantFrom([{ name: 'x' }], 4),
    inherentRisk: anything,
  },
  { requiredKeys: ['format'] },
)

/** Records that say they came from CycloneDX, whatever of it is true. */
const withForeign = fc
  .tuple(model, fc.array(foreign, { minLength: 1, maxLength: 4 }))
  .map(([model, foreigns]) => {
    const dress = <T extends object>(records: readonly T[]): readonly T[] =>
      records.map((record, nth) => ({ ...record, foreign: foreigns[nth % foreigns.length] }))
    return {
      ...model,
      segments: dress(model.segments),
      components: dress(model.components),
      links: dress(model.links),
      threats: dress(model.threats),
      mitigations: dress(model.mitigations),
      risks: dress(model.risks),
    }
  })

const foreignRisk = { foreign: { format: 'cyclonedx', list: 'risks', status: ' ' } }
const riskWithoutStatus = {
  ...emptyModel(),
  components: [blankComponent('c0')],
  threats: [{ ...blankThreat('t0', { component: 'c0' }, 1), ...foreignRisk }],
}

test('[EX4] whatever is kept with the records, what is written can be read, and what was carried is the same', () => {
  fc.assert(
    fc.property(withForeign, (model) => {
      expectCarried(writeCyclonedx, readCyclonedx, model)
    }),
    { examples: [[riskWithoutStatus]] },
  )
})

test('[EX4] whatever is kept with the board, what is written can be read', () => {
  const parts = fc.dictionary(
    fc.constantFrom(
      'modelTypes',
      'boundaries',
      'scenarios',
      'risks',
      'dataSets',
      'definitions',
      'properties',
      'components',
    ),
    fc.oneof(anything, fc.constant([{ 'bom-ref': 'c0', name: 'x', threats: ['gone'], zones: ['gone'] }])),
  )
  const kept = fc.dictionary(
    fc.constantFrom('root', 'blueprint', 'threats', 'risks'),
    fc.oneof(parts, anything),
  )
  fc.assert(
    fc.property(model, kept, (model, kept) => {
      const meta = { ...model.meta, foreign: { ...kept, format: 'cyclonedx' } }
      expectCarried(writeCyclonedx, readCyclonedx, { ...model, meta })
    }),
  )
})

test('[EX5] the same model gives the same bytes, whatever the order of its fields', () => {
  fc.assert(
    fc.property(randomRecords, fc.nat(99), (records, seed) => {
      const text = writtenText(writeCyclonedx, normalise(records).model)
      expect(writtenText(writeCyclonedx, normalise(reordered(records, seed)).model)).toBe(text)
      expect(text).not.toMatch(/timestamp|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.\d{3}Z/)
    }),
  )
})

test('[EX5] the serial number is one of the content', () => {
  const serial = (model: Model) =>
    (JSON.parse(writtenText(writeCyclonedx, model)) as { serialNumber: string }).serialNumber
  expect(serial(emptyModel('A'))).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(serial(emptyModel('A'))).toBe(serial(emptyModel('A')))
  expect(serial(emptyModel('A'))).not.toBe(serial(emptyModel('B')))
})

const some = <T>(values: fc.Arbitrary<T>) => fc.array(values, { maxLength: 4 })
const assetRef = fc.constantFrom(
  'a0',
  'a1',
  'z0',
  'f0',
  'b0',
  'elsewhere',
  'urn:cdx:00000000-0000-4000-8000-000000000000/1#x',
)
const refs = some(assetRef)
const mitigated = some(fc.constantFrom('c0', 'c1', 'q0', 'elsewhere'))
/** A file of another tool that is in order. */
const stranger = fc
  .record({
    threats: some(fc.record({ affectedAssets: refs, mitigations: mitigated }, { requiredKeys: [] })),
    controls: some(
      fc.record(
        {
          status: fc.constantFrom('verified', 'implemented', 'planned', { name: 'verified' }),
          appliesTo: fc.array(assetRef, { minLength: 1, maxLength: 3 }),
          effectiveness: fc.constant({ percentage: 1 }),
          satisfies: fc.constant(['q0']),
        },
        { requiredKeys: [] },
      ),
    ),
    risks: some(
      fc.record(
        {
          affects: refs,
          relatedThreats: some(fc.constantFrom('t0', 's0', 'elsewhere')),
          status: fc.constantFrom('mitigated', 'retired'),
        },
        { requiredKeys: [] },
      ),
    ),
    scenarios: fc.array(fc.record({ affectedAssets: refs }), { maxLength: 1 }),
  })
  .map(({ threats, controls, risks, scenarios }) => {
    const numbered = (letter: string, items: readonly object[]) =>
      items.map((item, nth) => ({ 'bom-ref': `${letter}${nth}`, name: `${letter}${nth}`, ...item }))
    const assets = numbered('a', [{}, {}]).map((asset) => ({ ...asset, type: 'service', zone: 'z0' }))
    return {
      specFormat: 'CycloneDX',
      specVersion: '2.0',
      blueprints: [
        {
          name: 'B',
          modelTypes: ['network'],
          zones: numbered('z', [{}, {}]).map((zone) => ({ ...zone, type: 'trust' })),
          boundaries: [{ 'bom-ref': 'b0', zones: ['z0', 'z1'] }],
          assets,
          flows: numbered('f', [{ type: 'data', source: 'a0', destination: 'z1' }]),
        },
      ],
      threats: {
        threats: numbered('t', threats),
        scenarios: numbered('s', threats.length === 0 ? [] : scenarios).map((one) => ({
          ...one,
          threats: ['t0'],
        })),
        trustBoundaries: [
          { 'bom-ref': 'tb', boundary: 'b0', threatsAtBoundary: ['t1'], controlsAtBoundary: ['c1'] },
        ],
      },
      risks: { risks: numbered('r', risks).map((risk) => ({ ...risk, statement: 'S' })) },
      controls: numbered('c', controls),
      definitions: { requirements: [{ 'bom-ref': 'q0', status: 'verified' }] },
    }
  })

test('[EX6] whatever another tool says, no vendor risk and no credit come of it; what is written of it reads the same', () => {
  fc.assert(
    fc.property(stranger, (file) => {
      const { model, report } = mustRead(readCyclonedx, fileOf(file))
      expect(normalise(model).setAside).toEqual([])
      expect(model.risks).toEqual([])
      for (const { treats, effect, on } of model.mitigations) {
        expect([treats, effect, on.length > 0]).toEqual([[], 'governs', true])
      }
      expect(report.filter(({ fate }) => fate === 'dropped')).toEqual([])
      const told = report.map(({ what, at }) => `${what} ${at}`)
      expect(new Set(told).size).toBe(told.length)
      const text = writtenText(writeCyclonedx, model)
      const again = expectCarried(writeCyclonedx, readCyclonedx, model)
      expect(writtenText(writeCyclonedx, again.model)).toBe(text)
    }),
  )
})

test('[EX1] reading never throws', () => {
  const element = fc.dictionary(
    fc.constantFrom(
      'bom-ref',
      'name',
      'type',
      'zone',
      'zones',
      'source',
      'destination',
      'ref',
      'dependsOn',
      'custom',
      'affectedAssets',
      'mitigations',
      'threats',
      'party',
      'properties',
      'statement',
      'relatedThreats',
      'appliesTo',
      'status',
    ),
    fc.oneof(
      anything,
      fc.constantFrom(
        'a',
        'b',
        'service',
        'network',
        'data',
        'relational',
        ['a'],
        ['a', 'b'],
        'constructor',
        {
          name: 'constructor',
        },
      ),
    ),
  )
  const list = fc.oneof(fc.array(element, { maxLength: 3 }), anything)
  const blueprint = fc.dictionary(
    fc.constantFrom(
      'zones',
      'assets',
      'dataStores',
      'actors',
      'flows',
      'relationships',
      'boundaries',
      'dataSets',
    ),
    list,
  )
  const lists = fc.dictionary(
    fc.constantFrom('threats', 'scenarios', 'risks', 'trustBoundaries', 'requirements'),
    list,
  )
  const file = fc.record(
    {
      specFormat: fc.constant('CycloneDX'),
      specVersion: fc.constantFrom('2.0', '2.1', '1.6', '3.0', 2),
      blueprints: fc.array(
        blueprint.map((parts) => ({ ...parts, name: 'B', modelTypes: ['network'] })),
        { maxLength: 2 },
      ),
      threats: fc.oneof(lists, anything),
      risks: fc.oneof(lists, anything),
      controls: list,
      definitions: fc.oneof(lists, anything),
      properties: fc.oneof(
        anything,
        fc.constant([{ name: 'ringfence:board', value: '{"version":1,"links":[{}]}' }]),
      ),
    },
    { requiredKeys: ['specFormat', 'specVersion'] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.string(), anything, file), (content) => {
      const read = readCyclonedx.read(fileOf(content))
      if (read.ok) expect(normalise(read.value.model).setAside).toEqual([])
      else for (const { at, message } of read.problems) expect([at, message]).not.toContain('')
    }),
    { numRuns: 500 },
  )
})
