import type { CoreResult, ExposureResult } from '../../analysis/result.ts'
import type { Model } from '../../model/records.ts'

/** A table of a board for people: CSV, workbooks and reports are made of these. */
export type Register = Readonly<{
  id: RegisterId
  title: string
  columns: readonly Column[]
  /** One cell for each column. */
  rows: readonly (readonly Cell[])[]
}>

/** Ids stand in columns of their own, whose id is `id` or ends in `-id`; all else is in the words that people use. */
export type Column = Readonly<{ id: string; title: string; kind: CellKind; width: number }>

/** Null where there is nothing to say. A date is text, `YYYY-MM-DD`. */
export type Cell = string | number | null

type CellKind = 'text' | 'number' | 'date'

export type RegisterId =
  | 'components'
  | 'links'
  | 'segments'
  | 'vendors'
  | 'products'
  | 'statements'
  | 'risks'
  | 'mitigations'
  | 'threats'
  | 'exposures'
  | 'coverage'
  | 'choke-points'
  | 'reviews'
  | 'waivers'

/** What the registers are drawn from. Choke points are told only where they have been counted. */
export type Drawn = Readonly<{
  model: Model
  result: CoreResult & Partial<Pick<ExposureResult, 'chokePoints'>>
  /** What a person calls a record; empty for none. */
  name: (id: string | null | undefined) => string
}>

/** What a register is, apart from any board. */
export type RegisterKind = Readonly<{
  id: RegisterId
  title: string
  columns: readonly Column[]
  /** Null where the analysis at hand does not tell. */
  rowsOf: (drawn: Drawn) => Register['rows'] | null
}>

type ColumnOf<Row> = Column & Readonly<{ of: (row: Row, drawn: Drawn) => Cell }>

export const registerKind = <Row>(
  id: RegisterId,
  title: string,
  rowsOf: (drawn: Drawn) => readonly Row[] | null,
  columns: readonly ColumnOf<Row>[],
): RegisterKind => ({
  id,
  title,
  columns: columns.map(({ of: _of, ...column }) => column),
  rowsOf: (drawn) => rowsOf(drawn)?.map((row) => columns.map(({ of }) => of(row, drawn))) ?? null,
})

type Of<Row> = ColumnOf<Row>['of']

/** `width` is in characters. */
export const text = <Row>(id: string, title: string, of: Of<Row>, width = 18): ColumnOf<Row> => ({
  id,
  title,
  kind: 'text',
  width,
  of,
})
export const number = <Row>(id: string, title: string, of: Of<Row>, width = 10): ColumnOf<Row> => ({
  id,
  title,
  kind: 'number',
  width,
  of,
})
export const date = <Row>(id: string, title: string, of: Of<Row>): ColumnOf<Row> => ({
  id,
  title,
  kind: 'date',
  width: 12,
  of,
})

/** A term of a closed vocabulary as a person reads it: `not-applicable` → `Not applicable`. */
export const inWords = (term: string | null): string | null =>
  term === null ? null : term.charAt(0).toUpperCase() + term.slice(1).replaceAll('-', ' ')

export const yesNo = (value: boolean | null): string | null => (value === null ? null : value ? 'Yes' : 'No')

/** Several in one cell. */
export const listed = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join('; ')

/** The day of an ISO moment, in UTC. */
export const dayOf = (moment: string | null): string | null => moment?.slice(0, 10) ?? null

/** Addresses and lines of text; what another tool wrote as an object is left to the model's own file. */
export const evidenceIn = (evidence: readonly unknown[]): string =>
  listed(evidence.map((each) => (typeof each === 'string' ? each : null)))
