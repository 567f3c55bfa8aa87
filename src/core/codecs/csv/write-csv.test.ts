import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise } from '../../model/normalise.ts'
import { KINDS, type Model } from '../../model/records.ts'
import { serialiseModel } from '../../model/serialise.ts'
import { CARRIES, CRITICALITIES, PLANES } from '../../model/terms.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { sampleModel } from '../../model/testing/sample.ts'
import type { Imported } from '../codec.ts'
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

test('a register that is not read is refused by its name', () => {
  const files = filesOf(sampleModel({ vendors: [{ id: 'v1' }], products: [{ id: 'p1', vendor: 'v1' }] }))
  const result = readCsv.read(sourceOfText(files['products'] ?? ''))
  expect(JSON.stringify(result)).toContain('is the head of the register “Products”')
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
      // Tables without a row are refused, as saying nothing.
      if (model.components.length === 0) return
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
