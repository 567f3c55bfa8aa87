import { isFields } from '../../model/issues.ts'
import type { RecordOf } from '../../model/records.ts'
import { packRecord, unpackRecord } from '../extension.ts'

/** The kinds that are cells in a diagram. What our extension holds is the record under the name of its kind. */
export const DRAWN_KINDS = ['segments', 'components', 'links', 'notes'] as const
export type DrawnKind = (typeof DRAWN_KINDS)[number]

export const packKind = <K extends DrawnKind>(kind: K, record: RecordOf[K]): string =>
  inXml(JSON.stringify({ [kind]: packRecord(kind, record) }))

/** A record under an id that is none. */
export type Carried = { readonly [K in DrawnKind]: Readonly<{ kind: K; record: RecordOf[K] }> }[DrawnKind]

/** The record that a cell carries; null where it carries none. */
export function unpackKind(packed: unknown): Carried | null {
  if (!isFields(packed)) return null
  for (const kind of DRAWN_KINDS) {
    const record = kind in packed ? unpackRecord(kind, 'x', packed[kind]) : null
    if (record !== null) return { kind, record } as Carried
  }
  return null
}

/** The record that a cell carries, under this id, if it is of this kind. */
export const ownAs = <K extends DrawnKind>(kind: K, id: string, own: Carried | null): RecordOf[K] | null =>
  own?.kind === kind ? { ...(own.record as RecordOf[K]), id } : null

/** JSON without the two signs that XML cannot say and JSON does not escape. */
export const inXml = (json: string): string =>
  json.replace(/[\uFFFE\uFFFF]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)
