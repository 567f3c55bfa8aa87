import * as fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { READ_LIMITS } from '../limits.ts'
import { makeHarmless, takeBack } from './formula.ts'
import { delimiterOf, parseCsv } from './parse-csv.ts'

const cellsOf = (text: string, delimiter = ',') => {
  const parsed = parseCsv(text, delimiter, READ_LIMITS)
  return parsed.ok ? parsed.value.map(({ cells }) => cells) : parsed.problems
}

test('cells may hold delimiters, quotation marks and line breaks; lines may end in any way', () => {
  expect(cellsOf('a,"b, c"\r\n"d ""e""","f\r\ng"\n\nh,')).toEqual([
    ['a', 'b, c'],
    ['d "e"', 'f\r\ng'],
    [''],
    ['h', ''],
  ])
  expect(cellsOf('')).toEqual([])
  expect(cellsOf('a\rb')).toEqual([['a'], ['b']])
})

test('rows know the line on which they begin', () => {
  const linesOf = (text: string) => {
    const parsed = parseCsv(text, ',', READ_LIMITS)
    return parsed.ok && parsed.value.map(({ line }) => line)
  }
  expect(linesOf('"a\nb"\n\nc')).toEqual([1, 3, 4])
  expect(linesOf('"\r\n\r\r\n"\r\nc')).toEqual([1, 5])
})

test.each([
  ['"a', 'opens a quotation mark that is never closed'],
  ['x\n"a"b,c', 'text behind a quotation mark'],
])('%j is refused with its line', (text, message) => {
  const [problem] = cellsOf(text) as readonly Readonly<{ at: string; message: string }>[]
  expect(problem?.at).toMatch(/^line \d$/)
  expect(problem?.message).toContain(message)
})

test('no more cells are read than the limits allow', () => {
  expect(parseCsv('a,b,c', ',', { ...READ_LIMITS, values: 2 })).toMatchObject({
    ok: false,
    problems: [{ code: 'too-large' }],
  })
})

test.each([
  ['name,"a;b;c",x\n', ','],
  ['name;function;vendor, or none\n', ';'],
  ['name\tfunction\n', '\t'],
  ['name\n', ','],
  ['sep=|\r\na|b', '|'],
])('the delimiter of %j', (text, delimiter) => {
  expect(delimiterOf(text).delimiter).toBe(delimiter)
})

test('rows are read as the reader of others does', () => {
  const cell = fc.stringMatching(/^[ab,;"\n\r ']*$/)
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }), (rows) => {
      // A last row that is one empty cell cannot be told from the end of the file.
      const text = `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`
      expect(cellsOf(text)).toEqual(rows)
      expect(Papa.parse(text, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1)).toEqual(rows)
    }),
  )
})

test('nothing that a spreadsheet takes for a formula is left, and all of it comes back', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'", "'=1", "''x"])
    expect(makeHarmless(text)).toBe(`'${text}`)
  expect(makeHarmless('a=1')).toBe('a=1')
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^['=+@\-\t]*$/)), (text) => {
      expect(takeBack(makeHarmless(text))).toBe(text)
      expect(makeHarmless(text)).not.toMatch(/^[=+\-@\t\r\n]/)
    }),
  )
})

test('[EX1] rows are bounded, empty ones too', () => {
  const few = { ...READ_LIMITS, records: 3 }
  expect(parseCsv('a\n\n\n', ',', few).ok).toBe(true)
  expect(parseCsv('a\n\n\nb', ',', few)).toMatchObject({
    problems: [{ code: 'too-large', message: expect.stringContaining('3 rows') as string }],
  })
})
