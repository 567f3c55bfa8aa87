import { isFields } from '../../model/issues.ts'
import type { RecordOf } from '../../model/records.ts'
import { packRecord, unpackRecord } from '../extension.ts'

/** The kinds that are cells in a diagram. What our extension holds is the record under the name of its kind. */
export const DRAWN_KINDS = ['segments', 'components', 'links', 'notes'] as const
export type DrawnKind = (typeof DRAWN_KINDS)[number]

export const packKind = <K extends DrawnKind>(kind: K, record: RecordOf[K]): string =>
  inXml(JSON.stringify({ [kind]: packRecord(kind, record) }))

/** The kind of the record that a cell carries; null where it carries none. */
export const unpackKind = (packed: unknown): DrawnKind | null =>
  isFields(packed)
    ? (DRAWN_KINDS.find((kind) => kind in packed && unpackRecord(kind, 'x', packed[kind]) !== null) ?? null)
    : null

export const unpackAs = <K extends DrawnKind>(kind: K, id: string, packed: unknown): RecordOf[K] | null =>
  isFields(packed) && kind in packed ? unpackRecord(kind, id, packed[kind]) : null

/** JSON without the two signs that XML cannot say and JSON does not escape. */
export const inXml = (json: string): string =>
  json.replace(/[\uFFFE\uFFFF]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)
