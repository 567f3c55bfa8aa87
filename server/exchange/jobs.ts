import type { Problem } from '../../src/core/model/problem.ts'
import type { Report } from '../../src/core/codecs/report.ts'
import type { ExportOptions, OutputId } from '../../src/core/codecs/outputs.ts'

/** What a thread is started for. `state`: the board's document (Yjs, V2). */
export type Job =
  | Readonly<{ kind: 'export'; state: Uint8Array; output: OutputId; options: ExportOptions }>
  | Readonly<{
      kind: 'import'
      state: Uint8Array
      name: string
      bytes: Uint8Array
      format: string | null
      /** Characters that may come of it. */
      mostText: number
    }>

type Exported = Readonly<{ name: string; type: string; content: Uint8Array }>
/** `update` (Yjs, V1) brings the records in, on top of that state. */
type Brought = Readonly<{
  update: Uint8Array
  format: string
  report: Report
  left: readonly string[]
}>

export type Outcome =
  /** `remarks`: what whoever gets the file has to know of it, in sentences. */
  | Readonly<{ kind: 'exported'; file: Exported; remarks: readonly string[] }>
  | Readonly<{ kind: 'brought'; brought: Brought }>
  | Readonly<{ kind: 'refused'; problems: readonly Problem[] }>
