import { type Parsed, refused } from '../../model/problem.ts'
import type { Source } from '../source.ts'
import { takeBack } from './formula.ts'
import { type ComponentField, type Heads, headsIn, type LinkField } from './heads.ts'
import { type CsvRow, delimiterOf, parseCsv } from './parse-csv.ts'

/** A row of a table: its place in the file, and what stands in it under a head, trimmed; empty for none. */
export type Row<Field> = Readonly<{
  at: string
  cell: (field: Field) => string
  has: (field: Field) => boolean
}> & {
  /** What stands beyond the last head. */
  readonly beyond: string
}

export type Tables = Readonly<{
  components: readonly Row<ComponentField>[]
  links: readonly Row<LinkField>[]
  /** Heads of columns that mean nothing here, each once, in order. */
  unknown: readonly string[]
}>

type Table = Readonly<{
  heads: Exclude<Heads, { of: 'register' }>
  titles: readonly string[]
  rows: CsvRow[]
}>

const MOST_TABLES = 10_000

/** The tables of components and of links in a file, each with its heads, an empty line between them. */
export function tablesIn(source: Source): Parsed<Tables> {
  const text = source.text()
  if (!text.ok) return text
  const { delimiter, rest } = delimiterOf(text.value)
  const rows = parseCsv(rest, delimiter, source.limits)
  if (!rows.ok) return rows
  const tables: Table[] = []
  let behindEmpty = true
  for (const row of rows.value) {
    if (row.cells.every((cell) => cell.trim() === '')) {
      behindEmpty = true
      continue
    }
    const heads = behindEmpty ? headsIn(row.cells) : null
    behindEmpty = false
    if (heads?.of === 'register') return isRegister(row, heads.title)
    if (heads !== null && tables.length === MOST_TABLES) return tooManyTables(row)
    if (heads !== null) tables.push({ heads, titles: row.cells, rows: [] })
    else if (tables.length === 0) return hasNoHeads(row)
    else tables.at(-1)?.rows.push(row)
  }
  if (tables.length === 0) return hasNoHeads({ line: 1, cells: [] })
  return {
    ok: true,
    value: {
      components: tables.flatMap(({ heads, titles, rows: all }) =>
        heads.of === 'components' ? all.map((row) => rowOf(row, heads.places, titles.length)) : [],
      ),
      links: tables.flatMap(({ heads, titles, rows: all }) =>
        heads.of === 'links' ? all.map((row) => rowOf(row, heads.places, titles.length)) : [],
      ),
      unknown: [...new Set(tables.flatMap(unknownIn))],
    },
  }
}

function rowOf<Field>(
  { line, cells }: CsvRow,
  places: ReadonlyMap<Field, number>,
  width: number,
): Row<Field> {
  return {
    at: `line ${line}`,
    cell: (field) => takeBack((cells[places.get(field) ?? -1] ?? '').trim()).trim(),
    has: (field) => places.has(field),
    beyond: cells
      .slice(width)
      .filter((cell) => cell.trim() !== '')
      .join(' '),
  }
}

/** A column without a head counts where something stands in it. */
function unknownIn({ heads, titles, rows }: Table): readonly string[] {
  const filled = new Set<number>()
  for (const { cells } of rows) cells.forEach((cell, place) => cell.trim() !== '' && filled.add(place))
  return heads.unknown.flatMap((place) => {
    const title = (titles[place] ?? '').trim()
    if (title !== '') return [title]
    return filled.has(place) ? [`column ${place + 1}`] : []
  })
}

const isRegister = ({ line }: CsvRow, title: string) =>
  refused({
    code: 'wrong-value',
    at: `line ${line}`,
    message: `is the head of the register “${title}”; only components and links are read from CSV`,
  })

const tooManyTables = ({ line }: CsvRow) =>
  refused({ code: 'too-large', at: `line ${line}`, message: `begins one more table than ${MOST_TABLES}` })

const hasNoHeads = ({ line }: CsvRow) =>
  refused({
    code: 'missing',
    at: `line ${line}`,
    message:
      'has no heads that are understood: a table of components has a column Name, one of links has From and To',
  })
