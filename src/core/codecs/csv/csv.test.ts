import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import { KINDS, type Model } from '../../model/records.ts'
import { serialiseModel } from '../../model/serialise.ts'
import { originOf } from '../../layout/frames.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { CARRIES, CRITICALITIES, PLANES } from '../../model/terms.ts'
import { sampleModel } from '../../model/testing/sample.ts'
import type { Imported } from '../codec.ts'
import { readAny } from '../codecs.ts'
import { sourceOf } from '../source.ts'
import { encodeText } from '../text.ts'
import { readCsv } from './read-csv.ts'
import { writeCsv } from './write-csv.ts'

const DATE = '2026-11-23'

const sourceOfText = (text: string, name = 'network.csv') => sourceOf(encodeText(text), name)

function read(text: string): Imported {
  const result = readCsv.read(sourceOfText(text))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const refusal = (text: string) => {
  const result = readCsv.read(sourceOfText(text))
  return result.ok ? null : result.problems[0]
}

const filesOf = (model: Model): Record<string, string> =>
  Object.fromEntries(
    writeCsv
      .write(model, { date: DATE })
      .files.map(({ name, content }) => [name.split('.')[1], String(content)]),
  )

const orNone = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const words = fc.oneof(fc.string(), fc.constantFrom('A', 'a', "'=1", '-5', 'x;y', '"', 'line\r\nline', 'AMF'))
const idIn = (letter: string, count: number) => fc.nat(count - 1).map((nth) => `${letter}${nth}`)

/** Boards that are full of what tables can hold. */
const fullBoards = fc
  .record({
    segments: fc.tuple(words, words),
    vendors: fc.tuple(words, words),
    components: fc.array(
      fc.record({
        name: words,
        function: orNone(fc.constantFrom('amf', 'gnb', 'internet', 'x-own')),
        segment: orNone(idIn('s', 2)),
        vendor: orNone(idIn('v', 2)),
        product: orNone(words),
        version: orNone(words),
        criticality: orNone(fc.constantFrom(...CRITICALITIES)),
        untrusted: orNone(fc.boolean()),
        host: orNone(idIn('c', 3)),
        supportEnd: orNone(fc.constant('2028-02-29')),
        weight: orNone(fc.nat(9)),
        pos: fc.tuple(fc.integer({ min: -900, max: 900 }), fc.double({ min: -900, max: 900, noNaN: true })),
      }),
      { minLength: 3, maxLength: 8 },
    ),
    links: fc.array(
      fc.record({
        from: idIn('c', 3),
        to: idIn('c', 3),
        interface: orNone(fc.constantFrom('n2', 'n16', 'x-own')),
        name: orNone(words),
        direction: fc.constantFrom('both', 'forward'),
        plane: orNone(fc.constantFrom(...PLANES)),
        carries: orNone(fc.constantFrom(...CARRIES)),
        protection: orNone(words),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ segments, vendors, components, links }) =>
    sampleModel({
      segments: segments.map((name, nth) => ({ id: `s${nth}`, name, pos: [nth * 3000, 0] })),
      vendors: vendors.map((name, nth) => ({ id: `v${nth}`, name })),
      components: components.map((fields, nth) => ({ id: `c${nth}`, ...fields })),
      links: links.map((fields, nth) => ({ id: `l${nth}`, ...fields })),
    }),
  )

/** Components and links in one file, as a person would paste them together. */
const pasted = (model: Model): string => {
  const { components, links } = filesOf(model)
  return `${components}\r\n${links?.slice(1)}`
}

const NETWORK = `name;Network function;Zone;Supplier;Product;Version;Criticality;x;y
AMF 1;AMF;5G core;Acme;CoreX;3.2;;100;100
gNB 7;NR base station (monolithic);RAN;Globex;;;Medium;600;100
Probe;Packet probe of ours;5G core;acme;;;nonsense;100;300

From;To;Interface;Direction
gNB 7;AMF 1;N2;
Probe;amf 1;SSH;one-way
Probe;OSS;;sideways
;AMF 1;N14;
`

test('components and links are read from tables that people wrote', () => {
  const { model, report, placed, foreign } = read(NETWORK)
  expect(model.meta.title).toBe('network')
  expect(model.components.map(({ name, function: kind }) => [name, kind])).toEqual([
    ['AMF 1', 'amf'],
    ['OSS', null],
    ['Probe', null],
    ['gNB 7', 'gnb'],
    ['(open end)', null],
  ])
  const amf = model.components.find(({ name }) => name === 'AMF 1')
  const probe = model.components.find(({ name }) => name === 'Probe')
  expect(amf).toMatchObject({ product: 'CoreX', version: '3.2', criticality: null })
  expect(model.vendors.map(({ name }) => name)).toEqual(['Acme', 'Globex'])
  expect(probe?.vendor).toBe(amf?.vendor)
  expect(model.segments.map(({ name }) => name).toSorted()).toEqual(['5G core', 'RAN'])
  const links = model.links.map(({ interface: kind, name, direction }) => [kind, name, direction])
  expect(links).toContainEqual(['n2', null, 'both'])
  expect(links).toContainEqual([null, 'SSH', 'forward'])
  expect(links).toContainEqual(['n14', null, 'both'])
  expect(foreign.map(({ type, name }) => [type, name])).toEqual([
    ['Packet probe of ours', 'Probe'],
    ['', 'OSS'],
    ['', '(open end)'],
  ])
  expect(placed).toBe(false)
  expect(report.map(({ fate, what, at }) => [fate, what, at])).toEqual([
    ['carried', 'component', 'line 2'],
    ['carried', 'component', 'line 3'],
    ['changed', 'component', 'line 4'],
    ['carried', 'link', 'line 7'],
    ['carried', 'link', 'line 8'],
    ['changed', 'link', 'line 9'],
    ['changed', 'link', 'line 10'],
  ])
})

test('[EX9] components stand where the file says, and segments are drawn around them', () => {
  const { model, placed } = read(NETWORK.slice(0, NETWORK.indexOf('\n\n')))
  expect(placed).toBe(true)
  const standing = model.components.map(({ name, segment, pos }) => {
    const [x, y] = originOf(model, segment)
    return [name, pos[0] + x, pos[1] + y]
  })
  expect(standing).toEqual([
    ['AMF 1', 100, 100],
    ['Probe', 100, 300],
    ['gNB 7', 600, 100],
  ])
})

test('[EX9] segments that would lie over each other are laid out anew', () => {
  expect(read('name,segment,x,y\nA,one,0,0\nB,one,900,0\nC,two,400,0').placed).toBe(false)
  expect(read('name,x,y\nA,0,0\nB,900,').placed).toBe(false)
})

test('columns that mean nothing here are told once', () => {
  const { report } = read('name,vendor,Cost centre,Worst rating,\nA,Acme,17,High,\nB,,18,,stray')
  expect(report.filter(({ what }) => what === 'column')).toEqual([
    { fate: 'dropped', what: 'column', at: 'Cost centre', words: 'says nothing that a board has' },
    { fate: 'dropped', what: 'column', at: 'Worst rating', words: 'is worked out from the board' },
    { fate: 'dropped', what: 'column', at: 'column 5', words: 'says nothing that a board has' },
  ])
})

test('what is shown wins over an id that does not belong to it', () => {
  const { model } = read(
    'Id,Name,Function,Function id,Vendor,Vendor id\n' +
      'c1,One,AMF,amf,Acme,v1\nc2,Two,SMF,amf,Globex,v1\nc3,Three,AMF,amf,Acme,v1\n',
  )
  expect(model.components.map(({ function: kind }) => kind)).toEqual(['amf', 'smf', 'amf'])
  const [one, two, three] = model.components.map(({ vendor }) => vendor)
  expect([one, three]).toEqual(['v1', 'v1'])
  expect(model.vendors.find(({ id }) => id === two)?.name).toBe('Globex')
})

test('[EX8] ids that the file gives are kept, whatever is made from names', () => {
  const { model } = read('id,name,function\n,c1,AMF\nc1,Other,SMF\nc1,Third,UPF')
  expect(model.components.map(({ id, name }) => [id, name])).toEqual([
    ['Third', 'Third'],
    ['c1', 'Other'],
    ['c1-2', 'c1'],
  ])
})

test('a name of several components is taken for the first, and told', () => {
  const { report } = read('name,function\nA,AMF\nA,SMF\n\nfrom,to\nA,A')
  expect(report.at(-1)?.words).toContain('2 components are called “A”: the first is meant')
})

test('[MO2] a criticality that the catalogue has anyway is none of the component', () => {
  const { model } = read('name,function,criticality\nA,AMF,critical\nB,AMF,low\nC,,medium')
  expect(model.components.map(({ criticality }) => criticality)).toEqual([null, 'low', 'medium'])
})

test.each([
  ['', 'missing', 'line 1'],
  ['a,b\n1,2', 'missing', 'line 1'],
  ['name,function\n"A', 'damaged', 'line 2'],
])('[EX1] %j is refused with its place', (text, code, at) => {
  expect(refusal(text)).toMatchObject({ code, at })
})

test('a register that is not read is refused by its name', () => {
  const files = filesOf(sampleModel({ vendors: [{ id: 'v1' }], products: [{ id: 'p1', vendor: 'v1' }] }))
  expect(refusal(files['products'] ?? '')?.message).toContain('register “Products”')
})

test('tables are known by their heads, too', () => {
  const named = (text: string, name: string) => readCsv.detect(sourceOfText(text, name))
  expect(named('a,b', 'x.csv')).toBe(true)
  expect(named('from\tto\na\tb', 'links.txt')).toBe(true)
  expect(named('services:\n  amf: {}', 'docker-compose.yaml')).toBe(false)
  expect(named('{"name": 1, "vendor": 2}', 'x.csv')).toBe(false)
  expect(readAny(sourceOfText('from,to\na,b', 'links')).ok).toBe(true)
})

test('formulas are harmless in every register, and names come back as they were', () => {
  const formula = '=HYPERLINK("https://example.org","x")'
  const board = sampleModel({
    vendors: [{ id: 'v1', name: '@vendor' }],
    components: [{ id: 'c1', name: formula, vendor: 'v1', site: "'quoted", product: '-1', function: 'amf' }],
    risks: [{ id: 'r1', on: { component: 'c1' }, title: '+title', rationale: '\t=1' }],
  })
  for (const text of Object.values(filesOf(board)))
    for (const cell of text.slice(1).split(/,|\r\n/)) expect(cell).not.toMatch(/^"?[=+@\t]/)
  const [component] = read(pasted(board)).model.components
  expect(component).toMatchObject({ name: formula, site: "'quoted", product: '-1' })
})

test('[EX2] [EX4] each record has one entry, and what is carried comes back the same', () => {
  let carried = 0
  fc.assert(
    fc.property(fc.oneof(fullBoards, randomRecords), (records) => {
      const { model } = normalise(records)
      const { report } = writeCsv.write(model, { date: DATE })
      const all = KINDS.flatMap((kind) => model[kind].map(({ id }) => `${kind} ${id}`))
      expect(report.map(({ what, at }) => `${what} ${at}`)).toEqual(all)
      const back = read(pasted(model)).model
      for (const { fate, what, at } of report) {
        if (fate !== 'carried') continue
        carried++
        const find = (from: Model) => from[what as 'links'].filter(({ id }) => id === at)
        const alone = (from: Model) => serialiseModel({ ...back, links: find(from) })
        expect(alone(back)).toBe(alone(model))
      }
    }),
    { numRuns: 200 },
  )
  expect(carried).toBeGreaterThan(100)
})

test('[EX4] all that has a column comes back, but for where a segment begins', () => {
  const model = normalise(
    sampleModel({
      segments: [{ id: 's1', name: 'Core', pos: [10, 20] }],
      vendors: [{ id: 'v1', name: 'Acme' }],
      components: [
        {
          id: 'c1',
          name: 'AMF 1',
          function: 'amf',
          segment: 's1',
          vendor: 'v1',
          product: 'CoreX',
          version: '3.2',
          criticality: 'low',
          untrusted: true,
          hardware: 'HW 2',
          supportEnd: '2028-01-31',
          removal: '2029-01-31',
          host: 'c2',
          site: 'North',
          sensitiveSite: true,
          sensitiveData: true,
          exposedEdge: false,
          thirdParty: true,
          weight: 2.5,
          pos: [40, 60],
        },
        { id: 'c2', name: 'Own thing', function: 'x-own', pos: [500.5, -70] },
      ],
      links: [
        {
          id: 'l1',
          from: 'c2',
          to: 'c1',
          interface: 'n2',
          name: 'Northern N2',
          direction: 'forward',
          plane: 'management',
          carries: 'none',
          protection: 'IPsec',
        },
      ],
    }),
  ).model
  const { report } = writeCsv.write(model, { date: DATE })
  const fates = report.map(({ what, at, fate, words }) => [what, at, fate, words])
  expect(fates).toContainEqual(['components', 'c1', 'changed', 'is read back with another pos'])
  expect(fates).toContainEqual(['components', 'c2', 'carried', ''])
  expect(fates).toContainEqual(['links', 'l1', 'carried', ''])
  const back = read(pasted(model))
  expect(back.placed).toBe(true)
  expect({ ...back.model.components[0], pos: [40, 60] }).toEqual(model.components[0])
  expect(back.foreign).toEqual([])
  const linksAlone = read(filesOf(model)['links'] ?? '').model
  expect(linksAlone.links).toEqual(model.links)
  expect(linksAlone.components.map(({ id, name }) => [id, name])).toEqual([
    ['c1', 'AMF 1'],
    ['c2', 'Own thing'],
  ])
})

test('[EX5] the same bytes, whatever the order of the records', () => {
  fc.assert(
    fc.property(randomRecords, fc.nat(1000), (records, seed) => {
      const write = (model: Model) => writeCsv.write(normalise(model).model, { date: DATE }).files
      expect(write(reordered(records, seed))).toEqual(write(records))
    }),
    { numRuns: 40 },
  )
})

test('[EX1] no text makes it throw, and what it gives is a normalised model', () => {
  const word = fc.constantFrom(
    'name',
    'from',
    'to',
    'id',
    'x',
    'y',
    'A',
    'B',
    '',
    '"',
    '-1',
    'function',
    'AMF',
    '\0',
  )
  const rows = fc.array(fc.array(word, { maxLength: 6 }).map((cells) => cells.join(',')))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        rows.map((lines) => lines.join('\n')),
      ),
      (text) => {
        const result = readCsv.read(sourceOfText(text))
        if (result.ok) expect(normalise(result.value.model).setAside).toEqual([])
        else expect(result.problems[0]?.message).not.toBe('')
      },
    ),
    { numRuns: 500 },
  )
})
