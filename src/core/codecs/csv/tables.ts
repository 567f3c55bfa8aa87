import { type Parsed, refused } from '../../model/problem.ts'
import type { ReadLimits } from '../limits.ts'
import type { Source } from '../source.ts'
import { type TableText, type Texts, textsIn } from './archive.ts'
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
  leftOut: Texts['leftOut']
}>

type Table = Readonly<{
  file: string | null
  heads: Exclude<Heads, { of: 'register' }>
  titles: readonly string[]
  rows: CsvRow[]
}>

const MOST_TABLES = 10_000

/** The tables of components and of links in a file or an archive, each with its heads, an empty line between them. */
export function tablesIn(source: Source): Parsed<Tables> {
  const found = textsIn(source)
  if (!found.ok) return found
  const { texts, leftOut } = found.value
  const tables: Table[] = []
  let values = source.limits.values
  for (const text of texts) {
    const added = addTables(tables, text, { ...source.limits, values })
    if (!added.ok)
      return refused(
        ...added.problems.map(({ at, ...problem }) => ({ ...problem, at: placeIn(text.file, at) })),
      )
    values -= added.value
  }
  if (tables.every(({ rows }) => rows.length === 0)) return hasNoRows
  return {
    ok: true,
    value: {
      components: tables.flatMap((table) =>
        table.heads.of === 'components' ? rowsOf(table, table.heads.places) : [],
      ),
      links: tables.flatMap((table) => (table.heads.of === 'links' ? rowsOf(table, table.heads.places) : [])),
      unknown: [...new Set(tables.flatMap(unknownIn))],
      leftOut,
    },
  }
}

/** Gives how many cells the text has. */
function addTables(tables: Table[], { file, text }: TableText, limits: ReadLimits): Parsed<number> {
  const { delimiter, rest } = delimiterOf(text)
  const rows = parseCsv(rest, delimiter, limits)
  if (!rows.ok) return rows
  let current: Table | null = null
  let behindEmpty = true
  let count = 0
  for (const row of rows.value) {
    count += row.cells.length
    if (row.cells.every((cell) => cell.trim() === '')) {
      behindEmpty = true
      continue
    }
    const heads = behindEmpty ? headsIn(row.cells) : null
    behindEmpty = false
    if (heads?.of === 'register') return isRegister(row, heads.title)
    if (heads !== null && tables.length === MOST_TABLES) return tooManyTables(row)
    if (heads !== null) tables.push((current = { file, heads, titles: row.cells, rows: [] }))
    else if (current === null) return hasNoHeads(lineOf(row))
    else current.rows.push(row)
  }
  return current === null ? hasNoHeads('line 1') : { ok: true, value: count }
}

const rowsOf = <Field>(
  { file, titles, rows }: Table,
  places: ReadonlyMap<Field, number>,
): readonly Row<Field>[] =>
  rows.map((row) => ({
    at: placeIn(file, lineOf(row)),
    cell: (field) => takeBack((row.cells[places.get(field) ?? -1] ?? '').trim()).trim(),
    has: (field) => places.has(field),
    beyond: row.cells
      .slice(titles.length)
      .filter((cell) => cell.trim() !== '')
      .join(' '),
  }))

const lineOf = ({ line }: CsvRow): string => `line ${line}`
const placeIn = (file: string | null, at: string): string =>
  file === null ? at : at === '(file)' ? file : `${file}, ${at}`

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

const isRegister = (row: CsvRow, title: string) =>
  refused({
    code: 'wrong-value',
    at: lineOf(row),
    message: `is the head of the register “${title}”; only components and links are read from CSV`,
  })

const tooManyTables = (row: CsvRow) =>
  refused({ code: 'too-large', at: lineOf(row), message: `begins one more table than ${MOST_TABLES}` })

const hasNoRows = refused({
  code: 'missing',
  at: '(file)',
  message: 'has heads and no rows: there is no component and no link in it',
})

const hasNoHeads = (at: string) =>
  refused({
    code: 'missing',
    at,
    message:
      'has no heads that are understood: a table of components has a column Name, one of links has From and To',
  })
