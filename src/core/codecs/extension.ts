import { checkRecordOf } from '../model/check.ts'
import { isFields } from '../model/issues.ts'
import { type Kind, KINDS, type Meta, type Model, type RecordOf, VERSION } from '../model/records.ts'
import { metaSchema, recordSchemas } from '../model/schemas.ts'

/**
 * What another format cannot hold, as plain data for its extension fields. Each element carries its own record, so that one
 * that was deleted in another tool stays deleted; what has no element there travels once, with the whole.
 */

/** The name of our field or property in every format that has such. */
export const EXTENSION = 'ringfence'

/** A record without its id and without what a missing field says as well. */
export function packRecord<K extends Kind>(kind: K, record: RecordOf[K]): Record<string, unknown> {
  const { shape } = recordSchemas[kind].def
  return Object.fromEntries(
    Object.entries(record).filter(([name, value]) => name !== 'id' && !(value === null && name in shape)),
  )
}

/** The record that `packRecord` packed, under this id; null where it is none. */
export function unpackRecord<K extends Kind>(kind: K, id: string, packed: unknown): RecordOf[K] | null {
  if (!isFields(packed)) return null
  const checked = checkRecordOf(kind, { ...packed, id })
  return checked?.success === true && !('deleted' in packed) ? (checked.data as unknown as RecordOf[K]) : null
}

/** The board's own fields, and the records of those kinds that have no element in the format. */
export type PackedBoard = Readonly<{ version: number; meta: Meta } & Partial<Record<Kind, readonly object[]>>>

export function packBoard(model: Model, kinds: readonly Kind[]): PackedBoard {
  const lists = kinds
    .filter((kind) => model[kind].length > 0)
    .map((kind) => [kind, model[kind].map((record) => ({ id: record.id, ...packRecord(kind, record) }))])
  return { version: VERSION, meta: model.meta, ...Object.fromEntries(lists) }
}

export type UnpackedBoard = Readonly<{
  meta: Meta
  records: readonly { readonly [K in Kind]: Readonly<{ kind: K; record: RecordOf[K] }> }[Kind][]
  /** Places of records that cannot be read. */
  unreadable: readonly string[]
}>

/** What `packBoard` packed; null where it is nothing of ours, or of a newer version. */
export function unpackBoard(packed: unknown): UnpackedBoard | null {
  if (!isFields(packed) || packed['version'] !== VERSION) return null
  const meta = metaSchema.safeParse(packed['meta'] ?? {})
  if (!meta.success) return null
  const unreadable: string[] = []
  const records = KINDS.flatMap((kind) => {
    const list = packed[kind]
    if (!Array.isArray(list)) return []
    return list.flatMap((item: unknown, index) => {
      const id = isFields(item) && typeof item['id'] === 'string' ? item['id'] : ''
      const record = unpackRecord(kind, id, item)
      if (record === null) unreadable.push(`${kind}[${index}]`)
      return record === null ? [] : [{ kind, record } as UnpackedBoard['records'][number]]
    })
  })
  return { meta: meta.data, records, unreadable }
}

/** The records of one kind that travel with the board. */
export const recordsOf = <K extends Kind>(board: UnpackedBoard | null, kind: K): readonly RecordOf[K][] =>
  (board?.records ?? []).flatMap((one) => (one.kind === kind ? [one.record as RecordOf[K]] : []))

/**
 * What the model has no field for, kept with the record under the name of the format that it came from, so that writing that
 * format again has it. The model keeps fields that it does not know (model.md).
 */
export const withForeign = <T extends object>(
  record: T,
  format: string,
  fields: Readonly<Record<string, unknown>>,
): T => (Object.keys(fields).length === 0 ? record : { ...record, [FOREIGN]: { format, ...fields } })

/** The fields kept by `withForeign` for this format; none where there are none, or where they are of another one. */
export function foreignOf(record: object, format: string): Readonly<Record<string, unknown>> {
  const kept: unknown = (record as Record<string, unknown>)[FOREIGN]
  if (!isFields(kept) || kept['format'] !== format) return {}
  const { format: _format, ...fields } = kept
  return fields
}

const FOREIGN = 'foreign'
