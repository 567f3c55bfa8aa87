import type { Preview } from '../core/codecs/preview.ts'
import type { Problem } from '../core/model/problem.ts'
import type { Meta, Model, Records } from '../core/model/records.ts'
import type { SetAside } from '../core/model/set-aside.ts'
import type { ExportOptions, OutputId } from '../core/codecs/outputs.ts'
import type { Tally } from '../core/codecs/report.ts'

/** What somebody said that foreign elements are, by `mappingKey`. */
export type Said = readonly (readonly [key: string, said: string | null])[]

/** To the exchange worker. It does one thing at a time; to give something up, the worker is ended. */
export type ToExchange =
  | Readonly<{ kind: 'read'; file: File }>
  /** The model of the file that was read last, laid out: as the text of a native file, or as records. */
  | Readonly<{ kind: 'take'; as: 'file' | 'model'; title: string; said: Said }>
  /** A part of the board that is to be written: a large one at once would hold up the page. */
  | Readonly<{
      kind: 'part'
      meta: Meta | null
      lists: Partial<Records>
      extra: Readonly<Record<string, unknown>>
    }>
  | Readonly<{ kind: 'write'; output: OutputId; options: ExportOptions; setAside: readonly SetAside[] }>

export type Stage = 'reading' | 'laying out' | 'analysing' | 'drawing' | 'writing'

/** A blob goes from one thread to the other without its bytes. */
export type MadeFile = Readonly<{ name: string; content: Blob }>

export type FromExchange =
  | Readonly<{ kind: 'stage'; stage: Stage }>
  | Readonly<{ kind: 'preview'; preview: Preview }>
  | Readonly<{ kind: 'refused'; problems: readonly Problem[] }>
  | Readonly<{ kind: 'file'; file: Blob }>
  | Readonly<{ kind: 'model'; model: Model }>
  | Readonly<{
      kind: 'written'
      file: MadeFile
      tallies: readonly Tally[]
      remarks: readonly string[]
    }>
  | Readonly<{ kind: 'failed'; reason: string }>
