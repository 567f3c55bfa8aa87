import * as fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { analyse } from '../../analysis/analyse-whole.ts'
import { readXml, type XmlElement } from '../xml.ts'
import { READ_LIMITS } from '../limits.ts'
import { registersOf } from '../registers/registers.ts'
import { decodeText } from '../text.ts'
import { normalise } from '../../model/normalise.ts'
import type { Model } from '../../model/records.ts'
import { randomRecords, reordered } from '../../model/testing/random-records.ts'
import { sampleModel } from '../../model/testing/sample.ts'
import { writeWorkbook } from './xlsx.ts'

const DATE = '2026-11-23'

function write(records: Model) {
  const normalised = normalise(records)
  const result = analyse(normalised, { date: DATE })
  const { name, content } = writeWorkbook(normalised.model, result)
  if (typeof content === 'string') throw new Error('a workbook is no text')
  return { name, content, registers: registersOf(normalised.model, result) }
}

/** The parts of the archive, each of which must be well-formed. */
function partsIn(content: Uint8Array): ReadonlyMap<string, XmlElement> {
  return new Map(
    Object.entries(unzipSync(content)).map(([name, bytes]) => {
      const text = decodeText(bytes)
      const xml = text.ok ? readXml(text.value, READ_LIMITS) : text
      if (!xml.ok) throw new Error(`${name}: ${JSON.stringify(xml.problems)}`)
      return [name, xml.value]
    }),
  )
}

const all = (element: XmlElement, name: string): readonly XmlElement[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
]

const part = (parts: ReadonlyMap<string, XmlElement>, name: string) => parts.get(name) as XmlElement

/** Cells by address: their type, format and what they hold. */
const cellsIn = (sheet: XmlElement) =>
  new Map(
    all(sheet, 'c').map((cell) => {
      const value = all(cell, 't')[0] ?? all(cell, 'v')[0]
      const { attributes } = cell
      return [attributes.get('r'), [attributes.get('t') ?? 'n', attributes.get('s'), value?.text]]
    }),
  )

const BOARD = sampleModel({
  meta: { title: 'Core' },
  components: [
    { id: 'c1', name: '=1+1', supportEnd: '2028-02-29', removal: '1900-01-01', weight: 2.5, pos: [40, -60] },
    { id: 'c2', name: 'a\u0001_x0041_ <&"\n', function: 'x' },
  ],
})

test('a sheet for each register that has a row, its head frozen and bold', () => {
  const { name, content } = write(BOARD)
  expect(name).toBe('Core.xlsx')
  const parts = partsIn(content)
  const sheets = all(part(parts, 'xl/workbook.xml'), 'sheet').map(({ attributes }) => attributes.get('name'))
  expect(sheets).toEqual(['Components'])
  const sheet = part(parts, 'xl/worksheets/sheet1.xml')
  expect(all(sheet, 'pane')[0]?.attributes.get('ySplit')).toBe('1')
  expect(all(sheet, 'col')[1]?.attributes.get('width')).toBe('24')
  expect(cellsIn(sheet).get('B1')).toEqual(['inlineStr', '1', 'Name'])
  const bold = all(part(parts, 'xl/styles.xml'), 'xf')[2]?.attributes.get('fontId')
  expect(bold).toBe('1')
})

test('days and figures are such, and all else is text', () => {
  const cells = cellsIn(part(partsIn(write(BOARD).content), 'xl/worksheets/sheet1.xml'))
  expect(cells.get('B2')).toEqual(['inlineStr', '3', '=1+1'])
  expect(cells.get('B3')).toEqual(['inlineStr', '3', 'a\uFFFD_x005F_x0041_ <&"\n'])
  // 29 February 2028 is day 46,812 of a spreadsheet; the first weeks of 1900 have no number that all agree on.
  expect(cells.get('N2')).toEqual(['n', '2', '46812'])
  expect(cells.get('O2')).toEqual(['inlineStr', '3', '1900-01-01'])
  expect(cells.get('W2')).toEqual(['n', '0', '2.5'])
  expect(cells.get('Y2')).toEqual(['n', '0', '-60'])
  expect(cells.has('C2')).toBe(false)
})

test('a cell that is longer than a spreadsheet takes is cut, and shows it', () => {
  const cells = cellsIn(
    part(
      partsIn(write(sampleModel({ components: [{ id: 'c1', name: 'x'.repeat(40_000) }] })).content),
      'xl/worksheets/sheet1.xml',
    ),
  )
  const text = cells.get('B2')?.[2] ?? ''
  expect([text.length, text.endsWith('x…')]).toEqual([32_767, true])
})

test('an empty board has a sheet, too', () => {
  const parts = partsIn(write(sampleModel({})).content)
  expect(all(part(parts, 'xl/workbook.xml'), 'sheet').length).toBe(1)
})

test('the archive says no time', () => {
  const { content } = write(BOARD)
  expect([...content.slice(10, 14)]).toEqual([0, 0, 0x21, 0])
})

test('[EX5] the same bytes in any order, every part well-formed and named, no formula, and a row for each row', () => {
  fc.assert(
    fc.property(randomRecords, fc.nat(1000), (records, seed) => {
      const { content, registers } = write(records)
      expect(write(reordered(records, seed)).content).toEqual(content)
      const parts = partsIn(content)
      const named = all(part(parts, '[Content_Types].xml'), 'Override').map(({ attributes }) =>
        attributes.get('PartName')?.slice(1),
      )
      expect(new Set(named)).toEqual(
        new Set(
          [...parts.keys()].filter((name) => name !== '[Content_Types].xml' && !name.endsWith('.rels')),
        ),
      )
      const filled = registers.filter(({ rows }) => rows.length > 0)
      filled.forEach(({ rows }, nth) => {
        const sheet = part(parts, `xl/worksheets/sheet${nth + 1}.xml`)
        expect(all(sheet, 'row').length).toBe(rows.length + 1)
        expect(all(sheet, 'f')).toEqual([])
      })
    }),
    { numRuns: 40 },
  )
})
