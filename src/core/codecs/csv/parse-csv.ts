import { type Parsed, refused } from '../../model/problem.ts'
import type { ReadLimits } from '../limits.ts'

/** A row and the line of the file on which it begins, from 1. */
export type CsvRow = Readonly<{ line: number; cells: readonly string[] }>

/** Reads CSV (RFC 4180; lines may end in LF or CR as well) within the limits. Never throws. */
export function parseCsv(text: string, delimiter: string, limits: ReadLimits): Parsed<readonly CsvRow[]> {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let [at, line, count] = [0, 1, 0]
  let begins = line
  while (at < text.length) {
    if (++count > limits.values) return tooLarge(limits.values, 'cells')
    if (text[at] === '"') {
      const end = closingQuote(text, at)
      if (end === -1) return damaged(begins, 'opens a quotation mark that is never closed')
      const cell = text.slice(at + 1, end)
      line += linesIn(cell)
      // To replace all takes engines several times the memory.
      cells.push(cell.split('""').join('"'))
      at = end + 1
      while (text[at] === ' ') at++
      if (at < text.length && text[at] !== delimiter && !isBreak(text[at]))
        return damaged(begins, 'has text behind a quotation mark that closes a cell')
    } else {
      const start = at
      while (at < text.length && text[at] !== delimiter && !isBreak(text[at])) at++
      cells.push(text.slice(start, at))
    }
    if (text[at] === delimiter) {
      at++
      // A delimiter at the very end has an empty cell behind it.
      if (at < text.length) continue
      cells.push('')
    }
    if (rows.length === limits.records) return tooLarge(limits.records, 'rows')
    rows.push({ line: begins, cells })
    cells = []
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    begins = ++line
  }
  return { ok: true, value: rows }
}

/** Where the cell that opens at `open` closes; two quotation marks are one within. */
function closingQuote(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return -1
}

const isBreak = (sign: string | undefined): boolean => sign === '\n' || sign === '\r'

function linesIn(cell: string): number {
  let lines = 0
  for (let at = 0; at < cell.length; at++)
    if (cell[at] === '\n' || (cell[at] === '\r' && cell[at + 1] !== '\n')) lines++
  return lines
}

const damaged = (line: number, message: string) =>
  refused({ code: 'damaged', at: `line ${line}`, message: `is not CSV: ${message}` })
const tooLarge = (most: number, what: string) =>
  refused({ code: 'too-large', at: '(file)', message: `has more than ${most} ${what}; bring it in in parts` })

/** Spreadsheets name the delimiter in a first line of their own: `sep=;`. */
const NAMED = /^sep=(.)(?:\r\n|\n|\r)/i

/** What parts the cells, and the text without a line that says so: the one of comma, semicolon and tab that the first line has most. */
export function delimiterOf(text: string): Readonly<{ delimiter: string; rest: string }> {
  const named = NAMED.exec(text)
  if (named?.[1] !== undefined && named[1] !== '"')
    return { delimiter: named[1], rest: text.slice(named[0].length) }
  const first = (/[^\r\n]+/.exec(text.slice(0, FIRST_LINE))?.[0] ?? '').replace(/"[^"]*"/g, '')
  const found = [',', ';', '\t'].map((delimiter) => [delimiter, first.split(delimiter).length] as const)
  return { delimiter: found.reduce((best, each) => (each[1] > best[1] ? each : best))[0], rest: text }
}

const FIRST_LINE = 64 * 1024
