import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../analysis/analyse-whole.ts'
import { modelOf, normalisedOf } from '../../analysis/testing/model-of.ts'
import { randomModel } from '../../analysis/testing/random-model.ts'
import { type Sketch, sketch } from '../../analysis/testing/sketch.ts'
import { normalise } from '../../model/normalise.ts'
import { parseModel } from '../../model/parse.ts'
import { KINDS, type Model } from '../../model/records.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { plainMessage } from './message.ts'
import { writeSarif } from './sarif.ts'
import { sarifProblems } from './testing/sarif-problems.ts'

const DATE = '2026-11-23'
const write = (model: Model, date = DATE) => writeSarif.write(model, { date })
const textOf = (model: Model, date = DATE) => String(write(model, date).files[0]?.content)

type Fields = Readonly<Record<string, unknown>>
type Located = { logicalLocations: { fullyQualifiedName: string }[]; message?: { text: string } }
type Result = Fields & {
  ruleId: string
  level: string
  message: { text: string }
  locations: Located[]
  relatedLocations?: Located[]
  codeFlows?: { threadFlows: { locations: { location: Located }[] }[] }[]
  partialFingerprints: Record<string, string>
  suppressions: Fields[]
}
type Run = {
  results: Result[]
  invocations: Fields[]
  logicalLocations: Fields[]
  tool: { driver: { rules: { id: string }[] } }
}
const runOf = (model: Model, date = DATE) => (JSON.parse(textOf(model, date)) as { runs: [Run] }).runs[0]
const resultsOf = (said: Sketch, date = DATE) => runOf(sketch(said).model, date).results
const exposuresIn = (results: readonly Result[]) =>
  results.filter(({ ruleId }) => ruleId.startsWith('exposure'))

const template = (name: string): Model => {
  const parsed = parseModel(readFileSync(`public/templates/${name}.ringfence.json`, 'utf8'))
  if (!parsed.ok) throw new Error('the template cannot be read')
  return normalise(parsed.value).model
}
const OPERATOR = template('operator-5g-sa-2018')
const CHAIN = { links: 'a => b, b => t', critical: 't', footholds: 'a' }

describe('whatever the model', () => {
  test('the log keeps to the rules of SARIF', () => {
    fc.assert(
      fc.property(fc.oneof(randomModel, randomRecords), (records) => {
        expect(sarifProblems(JSON.parse(textOf(normalise(records).model)))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('every exposure and every finding of a check has its result, and the checks say none of them again', () => {
    fc.assert(
      fc.property(randomModel, (records) => {
        const normalised = normalise(records)
        const { exposures, checks } = analyse(normalised, { date: DATE })
        const found = [...checks.findings, ...checks.waived.map(({ finding }) => finding)]
        const expected = [
          ...exposures.map(({ kind }) => `exposure-${kind}`),
          ...found.map(({ check }) => check).filter((check) => check !== 'chk-unmitigated-path'),
        ]
        const { results } = runOf(normalised.model)
        expect(results.map(({ ruleId }) => ruleId).toSorted()).toEqual(expected.toSorted())
      }),
      { numRuns: 60 },
    )
  })

  test('the same model gives the same bytes, in any order of records', () => {
    fc.assert(
      fc.property(fc.oneof(randomModel, randomRecords), fc.nat(99), (records, seed) => {
        expect(textOf(normalise(reordered(records, seed)).model)).toBe(textOf(normalise(records).model))
      }),
      { numRuns: 60 },
    )
  })

  test('each record is told of once', () => {
    fc.assert(
      fc.property(randomRecords, (records) => {
        const { model } = normalise(records)
        const told = write(model).report.map(({ what, at }) => `${what} ${at}`)
        expect(told).toEqual(KINDS.flatMap((kind) => model[kind].map(({ id }) => `${kind} ${id}`)))
      }),
      { numRuns: 30 },
    )
  })
})

test.each(['first-workshop', 'operator-5g-sa-2018'])('the template %s keeps to the rules', (name) => {
  expect(sarifProblems(JSON.parse(textOf(template(name))))).toEqual([])
})

test('the hand-written rules find what is wrong', () => {
  const log = JSON.parse(textOf(OPERATOR)) as { runs: [Run] }
  const [run] = log.runs
  const [first, ...rest] = run.results
  for (const change of [
    { ruleIndex: 7 },
    { level: 'high' },
    { message: { text: '' } },
    { message: { text: 'a [b](c)' } },
    { message: { text: 'a {0}' } },
    { locations: [{ logicalLocations: [{ index: 3, fullyQualifiedName: 'x' }] }] },
    { suppressions: [{ kind: 'inSource' }] },
    { rating: 'high' },
  ]) {
    const broken = { ...log, runs: [{ ...run, results: [{ ...first, ...change }, ...rest] }] }
    expect(sarifProblems(broken), JSON.stringify(change)).not.toEqual([])
  }
})

describe('an exposure', () => {
  test('is told along its path', () => {
    const [result] = exposuresIn(
      resultsOf({
        ...CHAIN,
        segments: [{ id: 's', name: 'Core' }],
        components: { t: { segment: 's', name: 'AMF' } },
      }),
    )
    expect(result?.ruleId).toBe('exposure-taken')
    expect(result?.message.text).toMatch(/^AMF is taken through “f-a” at a\. Rated /)
    expect(result?.locations[0]?.logicalLocations[0]?.fullyQualifiedName).toBe('Core/AMF')
    const steps = result?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location)
    expect(steps?.map(({ logicalLocations }) => logicalLocations[0]?.fullyQualifiedName)).toEqual([
      'a',
      'b',
      'Core/AMF',
    ])
    expect(steps?.map(({ message }) => message?.text)).toEqual([
      '“f-a” is open at a.',
      expect.stringMatching(/^a controls b over l1 /),
      expect.stringMatching(/^b controls AMF over l2 /),
    ])
    expect(
      result?.relatedLocations?.map(({ logicalLocations }) => logicalLocations[0]?.fullyQualifiedName),
    ).toEqual(['a', 'l1', 'b', 'l2', 'f-a'])
  })

  test('through a weakness begins where it is entered', () => {
    const [result] = exposuresIn(
      resultsOf({ links: 'x -> a, a => t', critical: 't', untrusted: 'x', weaknesses: 'a' }),
    )
    const steps = result?.codeFlows?.[0]?.threadFlows[0]?.locations ?? []
    expect(steps.map(({ location }) => location.logicalLocations[0]?.fullyQualifiedName)).toEqual([
      'x',
      'a',
      't',
    ])
  })

  test.each([
    [5, 5, 'error'],
    [3, 4, 'error'],
    [1, 4, 'note'],
    [2, 3, 'warning'],
  ])('of likelihood %d and impact %d is of level %s', (likelihood, impact, level) => {
    const risks = [{ id: 'r', on: { component: 'a' }, propagation: 'foothold', likelihood, impact }]
    const [result] = exposuresIn(resultsOf({ links: 'a => t', critical: 't', risks }))
    expect(result?.level).toBe(level)
  })

  test('of an accepted risk is suppressed by the reason, as long as that holds', () => {
    const risks = [
      {
        id: 'r',
        on: { component: 'a' },
        propagation: 'foothold',
        status: 'accepted',
        acceptedUntil: '2026-12-31',
        acceptedBy: 'Board of Directors',
        rationale: 'No other supplier until 2027',
      },
    ]
    const suppressionsOn = (date: string) =>
      exposuresIn(resultsOf({ links: 'a => t', critical: 't', risks }, date))[0]?.suppressions
    expect(suppressionsOn('2026-12-31')).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'No other supplier until 2027',
        properties: { by: 'Board of Directors', until: '2026-12-31' },
      },
    ])
    expect(suppressionsOn('2027-01-01')).toEqual([])
  })

  test('keeps its fingerprint when everything is named anew, drawn in another order, or it is reached no more but taken', () => {
    const print = (said: Sketch) =>
      exposuresIn(resultsOf(said)).map(({ partialFingerprints }) => partialFingerprints)
    const before = print(CHAIN)
    expect(before).toHaveLength(1)
    expect(print({ ...CHAIN, components: { a: { name: 'X' }, t: { name: 'Y' } } })).toEqual(before)
    expect(print({ ...CHAIN, links: 'l2: b => t, l1: a => b' })).toEqual(before)
    expect(print({ ...CHAIN, links: 'a => b, b -> t' })).toEqual(before)
    expect(print({ ...CHAIN, footholds: 'b' })).not.toEqual(before)
  })
})

describe('what a check finds', () => {
  const STANDALONE = { components: { t: { name: 'AMF', function: 'amf' } }, critical: 't' }

  test('has a rule that says where it comes from, and its gravity for a level', () => {
    const { results, tool } = runOf(sketch(STANDALONE).model)
    const logging = results.find(({ ruleId }) => ruleId === 'chk-logging')
    expect(logging?.level).toBe('warning')
    expect(logging?.message.text).toContain('AMF')
    expect(tool.driver.rules).toContainEqual(
      expect.objectContaining({
        id: 'chk-logging',
        help: { text: expect.stringMatching(/^Source: \S/) as string },
      }),
    )
  })

  test('is suppressed by its waiver, as long as that holds', () => {
    const waivers = [
      { id: 'w', check: 'chk-logging', on: ['t'], reason: 'Lab', by: 'Ann', until: '2026-12-31' },
    ]
    const suppressionsOn = (date: string) =>
      resultsOf({ ...STANDALONE, waivers }, date).find(({ ruleId }) => ruleId === 'chk-logging')?.suppressions
    expect(suppressionsOn('2026-12-31')).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'Lab',
        properties: { by: 'Ann', until: '2026-12-31' },
      },
    ])
    expect(suppressionsOn('2027-01-01')).toEqual([])
  })

  test('about exposures is told with them, waivers included', () => {
    const waivers = [
      { id: 'w', check: 'chk-unmitigated-path', on: [], reason: 'Known', by: 'Ann', until: null },
    ]
    const results = resultsOf({ ...CHAIN, waivers })
    expect(results.map(({ ruleId }) => ruleId)).not.toContain('chk-unmitigated-path')
    expect(exposuresIn(results)[0]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Known', properties: { by: 'Ann' } },
    ])
  })
})

test('a model that is too large to analyse is no clean one', () => {
  const many = (prefix: string, fields: object) =>
    Array.from({ length: 320 }, (_, i) => ({ id: `${prefix}${i}`, ...fields }))
  const { model } = normalisedOf({
    vendors: [{ id: 'v' }],
    components: many('c', { vendor: 'v', criticality: 'critical' }),
    risks: many('r', { on: { vendor: 'v' }, propagation: 'foothold' }),
  })
  expect(runOf(model).invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        { level: 'error', message: { text: expect.stringContaining('too many to analyse') as string } },
      ],
    },
  ])
  expect(sarifProblems(JSON.parse(textOf(model)))).toEqual([])
  expect(write(model).report).toContainEqual(expect.objectContaining({ what: 'exposures', fate: 'dropped' }))
  expect(runOf(OPERATOR).invocations).toEqual([{ executionSuccessful: true }])
})

test('two records of one name are told apart', () => {
  const components = { a: { name: 'EMS' }, t: { name: 'EMS' } }
  const { logicalLocations } = runOf(
    sketch({ links: 'a => t', critical: 't', footholds: 'a', components }).model,
  )
  const names = logicalLocations.map((each) => each['fullyQualifiedName'])
  expect(names).toContain('EMS')
  expect(names.filter((name) => /^EMS \((a|t)\)$/.test(String(name)))).toHaveLength(1)
})

test('a name is never a link nor a placeholder in a message', () => {
  expect(plainMessage('see [here](http://x) {0} [1]')).toEqual({ text: 'see [here] (http://x) {{0}} [1]' })
})

test('half of a character in a title is no reason to fail', () => {
  const { model } = normalise(modelOf({ components: [{ id: 'c', name: '\uD83D', criticality: 'critical' }] }))
  for (const title of ['\uD800', `${'a'.repeat(79)}𝒜𝒜`])
    expect(sarifProblems(JSON.parse(textOf({ ...model, meta: { ...model.meta, title } })))).toEqual([])
})
