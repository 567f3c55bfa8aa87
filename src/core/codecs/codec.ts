import type { Model } from '../model/records.ts'
import type { SetAside } from '../model/set-aside.ts'
import type { Parsed } from '../model/problem.ts'
import type { FormatId } from './formats.ts'
import type { Report } from './report.ts'
import type { Source } from './source.ts'

/** What the reader of one format makes of a file. */
export type Imported = Readonly<{
  format: FormatId
  /** Normalised; what had to be set aside for that is in the report, too. */
  model: Model
  setAside: readonly SetAside[]
  /** What became of each record of the file. */
  report: Report
  /** Whether the file says where things stand; if not, whoever shows the model lays it out first. */
  placed: boolean
  /** Components of which the file does not say what network function they are, for people to say so. */
  foreign: readonly ForeignElement[]
}>

/** A component by what the file calls it, and what kind of thing it is there (`process`, `SE.P.TMCore.WebServer`). */
export type ForeignElement = Readonly<{
  component: string
  type: string
  name: string
  /** What network function the reader takes it for, where it has more to go by than the name. */
  guess?: string
}>

/**
 * Reads one format. Neither function ever runs anything from the file, fetches anything, or throws, but for `TooLarge`, which
 * `readAny` makes a refusal of.
 */
export type Reader = Readonly<{
  format: FormatId
  /** Whether the file is meant to be of this format, damaged or not: a damaged one is then refused in its terms. */
  detect: (source: Source) => boolean
  read: (source: Source) => Parsed<Imported>
}>

export type WriteOptions = Readonly<{
  /** The day for acceptances and lapses, `YYYY-MM-DD`: the same model and date give the same bytes. */
  date: string
  /** Packed, where the format knows such a form: a smaller file that cannot be read as text. */
  packed?: boolean
}>

/** A file to hand out. `name` ends as the format wants, and begins with the board's title. */
export type WrittenFile = Readonly<{ name: string; type: string; content: string | Uint8Array }>

export type Written = Readonly<{
  files: readonly WrittenFile[]
  report: Report
  /** What whoever gets the files has to know of all of them, in sentences. */
  remarks?: readonly string[]
}>

/** Writes a normalised model. Total: whatever the format has no place for is in the report. */
export type Writer = Readonly<{
  format: FormatId
  write: (model: Model, options: WriteOptions) => Written
}>
