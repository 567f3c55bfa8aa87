import { expect, test } from 'vitest'
import type { Parsed } from '../model/problem.ts'
import type { Imported } from './codec.ts'
import { readAny } from './codecs.ts'
import { addressesIn } from './compose/addresses.ts'
import { sourceOf } from './source.ts'
import { encodeText } from './text.ts'
import { matcherOf, trackingsIn } from './threagile/tracking.ts'

/** What is small in a file and meant for very many of its elements: square work, or text without end. */

const many = (count: number, each: (nth: number) => string) =>
  Array.from({ length: count }, (_, nth) => each(nth)).join('')
const read = (name: string, text: string): Parsed<Imported> => readAny(sourceOf(encodeText(text), name))
const refusalOf = (parsed: Parsed<Imported>) => (parsed.ok ? null : parsed.problems[0]?.code)
const countsOf = (parsed: Parsed<Imported>) =>
  parsed.ok ? [parsed.value.model.components.length, parsed.value.model.threats.length] : parsed.problems

const tm7 = (surfaces: string, threats: string, knowledge = '') =>
  read(
    'hostile.tm7',
    `<ThreatModel xmlns="http://schemas.datacontract.org/2004/07/ThreatModeling.Model" xmlns:i="i" xmlns:z="z">
      <DrawingSurfaceList>${surfaces}</DrawingSurfaceList><ThreatInstances>${threats}</ThreatInstances>
      <KnowledgeBase>${knowledge}</KnowledgeBase></ThreatModel>`,
  )
const surface = (guid: string, stencils = '') => `<S><Guid>${guid}</Guid><Borders>${stencils}</Borders></S>`
const stencil = (properties: string, id = '') =>
  `<E><Key>a</Key><Value i:type="StencilEllipse"${id}><Left>1</Left><Top>1</Top><Width>9</Width><Height>9</Height>
    <Properties>${properties}</Properties></Value></E>`
const property = (name: string, value: string) =>
  `<anyType><DisplayName>${name}</DisplayName><Value>${value}</Value></anyType>`
const threat = (nth: number, fields = '', on = 's') =>
  `<T><Key>t${nth}</Key><Value><SourceGuid>a</SourceGuid><DrawingSurfaceGuid>${on}</DrawingSurfaceGuid>${fields}</Value></T>`

test('[EX1] tm7: very many surfaces, categories or properties are not looked through for each threat', () => {
  const surfaces = many(30_000, (nth) => surface(`s${nth}`))
  expect(
    countsOf(
      tm7(
        surfaces,
        many(30_000, (nth) => threat(nth, '', 's29999')),
      ),
    ),
  ).toEqual([0, 30_000])
  const categories = many(
    100_000,
    (nth) => `<ThreatCategory><ShortDescription>c${nth}</ShortDescription></ThreatCategory>`,
  )
  const knowledge = `<ThreatCategories>${categories}</ThreatCategories>`
  const one = surface('s', stencil(property('p', 'v')))
  expect(countsOf(tm7(one, many(20_000, threat), knowledge))).toEqual([1, 20_000])
  const properties = many(50_000, (nth) => property(`p${nth}`, 'v'))
  const filled = `<UserThreatDescription>${'{source.p49999}'.repeat(100_000)}</UserThreatDescription>`
  const read = tm7(surface('s', stencil(properties)), threat(0, filled))
  expect(read.ok && read.value.model.threats[0]?.description).toBe('v'.repeat(100_000))
})

test('[EX1] tm7: what is named by reference is read once, and texts are filled in only so far', () => {
  const properties = many(50_000, (nth) => property(`p${nth}`, 'v'))
  const again = many(10_000, (nth) => `<E><Key>b${nth}</Key><Value z:Ref="i1"/></E>`)
  expect(countsOf(tm7(surface('s', stencil(properties, ' z:Id="i1"') + again), ''))).toEqual([10_001, 0])
  const fields = many(20_000, (nth) => `<E><Key>k${nth}</Key><Value>${'v'.repeat(200)}</Value></E>`)
  const first = `<T><Key>t</Key><Value z:Id="i2"><DrawingSurfaceGuid>s</DrawingSurfaceGuid><SourceGuid>a</SourceGuid>
    <Properties>${fields}</Properties></Value></T>`
  const one = surface('s', stencil(property('p', 'x'.repeat(1_000_000))))
  const named = many(50_000, (nth) => `<T><Key>t${nth}</Key><Value z:Ref="i2"/></T>`)
  expect(refusalOf(tm7(one, first + named))).toBe('too-large')
  const filled = `<UserThreatDescription>${'{source.p}'.repeat(10_000)}</UserThreatDescription>`
  expect(refusalOf(tm7(one, threat(0, filled)))).toBe('too-large')
})

test('[EX1] tm7: one text of the catalogue for very many threats is refused', () => {
  const type = `<ThreatType><Id>X</Id><ShortTitle>t</ShortTitle><Description>${'word '.repeat(100_000)}</Description></ThreatType>`
  const typed = many(20_000, (nth) => threat(nth, '<TypeId>X</TypeId>'))
  const one = surface('s', stencil(''))
  expect(refusalOf(tm7(one, typed, `<ThreatTypes>${type}</ThreatTypes>`))).toBe('too-large')
})

test('[EX1] tm7: what is filled in for a threat and then said of none counts, too', () => {
  const one = surface('s', stencil(property('Name', 'x'.repeat(1_000_000))))
  const short = `<UserThreatShortDescription>${'{source.name}'.repeat(5)}</UserThreatShortDescription>`
  const threats = many(20_000, (nth) => threat(nth, short))
  const usual = `<ThreatCategory><ShortDescription>${'x'.repeat(5_000_000)}</ShortDescription></ThreatCategory>`
  expect(refusalOf(tm7(one, threats, `<ThreatCategories>${usual}</ThreatCategories>`))).toBe('too-large')
})

test('[EX1] tm7: a stencil of very many parts that is named by reference is read once', () => {
  const parts = `<Properties>${property('p', 'v')}</Properties>${'<x/>'.repeat(300_000)}`
  const first = (guid: string) =>
    `<E><Key>a</Key><Value i:type="StencilEllipse" z:Id="i1">${guid}${parts}</Value></E>`
  const again = many(3_000, (nth) => `<E><Key>b${nth}</Key><Value z:Ref="i1"/></E>`)
  expect(countsOf(tm7(surface('s', first('') + again), ''))).toEqual([3_001, 0])
  // Each is a component of its own, whether it has an id of its own or not.
  expect(countsOf(tm7(surface('s', first('<Guid>g</Guid>') + again), ''))).toEqual([3_001, 0])
})

test('[EX1] docker-compose: a name of a megabyte is searched for no host, and repeated in no report without end', () => {
  expect(addressesIn(`A${'_IP'.repeat(300_000)}-x`, 'b '.repeat(100_000))).toEqual([])
  expect(addressesIn('NRF_IP', 'b')).toEqual(['b'])
  const file = `services:\n  ? ${'k'.repeat(1_000_000)}\n  :\n    depends_on: [${many(1000, (nth) => `d${nth}, `)}]\n`
  expect(refusalOf(read('docker-compose.yml', file))).toBe('too-large')
})

test('[EX1] Threagile: patterns are compared with ids of risks only so far', () => {
  const patterns = Object.fromEntries(Array.from({ length: 50_000 }, (_, nth) => [`*a*b*c*${nth}@*`, {}]))
  const find = matcherOf(trackingsIn({ ...patterns, exact: {} }))
  const id = `${'abc'.repeat(300)}@a`
  let found = 0
  for (let nth = 0; nth < 50_000; nth++) found += find(id).length
  expect(found).toBe(0)
  expect(find('exact')).toHaveLength(1)
  const long = `${'x'.repeat(10_000)}@a`
  expect(matcherOf(trackingsIn({ '*@a': {}, [long]: {} }))(long).map(({ pattern }) => pattern)).toEqual([
    long,
  ])
})

test('[EX1] Threagile: very many risks and patterns of a small file end in time', () => {
  const risks = many(2_000, (nth) => `      r${nth}: {most_relevant_technical_asset: a}\n`)
  const patterns = many(40_000, (nth) => `  "*aa${nth}*": {}\n`)
  const file = `technical_assets:\n  A:\n    id: a\nindividual_risk_categories:\n  c:\n    id: ${'a'.repeat(500)}
    risks_identified:\n${risks}risk_tracking:\n${patterns}`
  expect(countsOf(read('threagile.yaml', file))).toEqual([1, 2_000])
})

test('[EX1] CycloneDX: what stands for thousands of references to one long name takes no memory for each', () => {
  const parties = Array.from({ length: 2_000 }, (_, nth) => ({ 'bom-ref': `p${nth}`, system: { ref: 'x' } }))
  const text = JSON.stringify({
    specFormat: 'CycloneDX',
    specVersion: '2.0',
    components: [{ 'bom-ref': 'x', type: 'application', name: 'n'.repeat(5_000_000) }],
    parties,
    blueprints: [{ 'bom-ref': 'b', name: 'b', modelTypes: ['deployment'] }],
    threats: {
      threats: [{ 'bom-ref': 't', name: 't', affectedAssets: parties.map((one) => one['bom-ref']) }],
    },
  })
  expect(refusalOf(read('hostile.json', text))).toBe('too-large')
})

test('[EX1] CycloneDX: one name that very many references lead to is not said each time', () => {
  const name = 'n'.repeat(1_000_000)
  const text = JSON.stringify({
    specFormat: 'CycloneDX',
    specVersion: '2.0',
    components: [{ 'bom-ref': 'x', type: 'application', name }],
    blueprints: [{ 'bom-ref': 'b', name: 'b', modelTypes: ['deployment'] }],
    threats: { threats: [{ 'bom-ref': 't', name: 't', affectedAssets: Array<string>(100_000).fill('x') }] },
  })
  const parsed = read('hostile.json', text)
  expect(countsOf(parsed)).toEqual([1, 1])
  const words = parsed.ok ? parsed.value.report.find(({ what }) => what === 'threat')?.words : ''
  expect(words?.length).toBeLessThan(name.length + 200)
})
