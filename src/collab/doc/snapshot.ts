import * as Y from 'yjs'
import { type Normalised, normalise, type SetAside } from '../../core/model/normalise.ts'
import {
  FORMAT,
  type Kind,
  KINDS,
  type Meta,
  type Model,
  type RecordOf,
  type Records,
  VERSION,
} from '../../core/model/records.ts'
import { repairMeta, repairRecord } from '../../core/model/repair.ts'
import { recordSchemas } from '../../core/model/schemas.ts'
import { DELETED, DOCUMENT_VERSION, HEADER, isKind, META, saysDeleted, UNKNOWN } from './shape.ts'
import { readFields, storable, writeFields } from './values.ts'

/** Fills an empty document with a model, in one transaction. Only the server does this, once per board. */
export function seedDocument(doc: Y.Doc, model: Model, epoch: string): void {
  doc.transact(() => {
    doc.getMap(HEADER).set('version', DOCUMENT_VERSION)
    doc.getMap(HEADER).set('epoch', epoch)
    const { format: _format, version: _version, meta: _meta, ...rest } = model
    const unknown = Object.entries(rest).filter(([name]) => !isKind(name))
    if (unknown.length > 0) doc.getMap(HEADER).set(UNKNOWN, storable(Object.fromEntries(unknown)))
    writeFields(doc.getMap(META), META, model.meta)
    for (const kind of KINDS) {
      const records = doc.getMap<Y.Map<unknown>>(kind)
      for (const record of model[kind]) createRecord(records, kind, record)
    }
  })
}

/** Whether a newer Ringfence has written the document, whose fields this one might read wrongly. */
export function isNewerDocument(doc: Y.Doc): boolean {
  const version = doc.getMap<unknown>(HEADER).get('version')
  return typeof version === 'number' && version > DOCUMENT_VERSION
}

/** Without what a missing field says as well (MO2), which would make up half of a document. */
function saidIn(kind: Kind, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { shape } = recordSchemas[kind].def
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== null || !(name in shape)),
  )
}

/** Adds a record to its kind's map, flagged as deleted if asked to. `set` on that map is for creating only: beside a delete it would resurrect. */
export function createRecord<K extends Kind>(
  records: Y.Map<Y.Map<unknown>>,
  kind: K,
  record: RecordOf[K],
  deleted = false,
): Y.Map<unknown> {
  const map = new Y.Map<unknown>()
  records.set(record.id, map)
  const { id: _id, ...fields } = record
  writeFields(map, kind, saidIn(kind, fields))
  if (deleted) map.set(DELETED, Date.now())
  return map
}

export type ReadRecord<K extends Kind> = { record: RecordOf[K] | null; setAside: readonly SetAside[] }

/** One record as it stands, deleted ones with their flag; null where there is none or none that can be read. */
export function readRecord<K extends Kind>(doc: Y.Doc, kind: K, id: string): ReadRecord<K> {
  const map = doc.getMap<unknown>(kind).get(id)
  if (map === undefined) return { record: null, setAside: [] }
  if (!(map instanceof Y.Map))
    return { record: null, setAside: [{ id, reason: `unreadable record of ${kind}` }] }
  const { [DELETED]: deleted, ...fields } = readFields(map as Y.Map<unknown>, kind)
  return repairRecord(kind, id, saysDeleted(deleted) ? { ...fields, [DELETED]: true } : fields)
}

/** A record that has been read, where nothing but its flag has changed since. */
export function readFlag<T extends RecordOf[Kind]>(doc: Y.Doc, kind: Kind, read: T): T {
  const map = doc.getMap<Y.Map<unknown>>(kind).get(read.id)
  const { [DELETED]: _before, ...record } = read as T & { [DELETED]?: boolean }
  return (saysDeleted(map?.get(DELETED)) ? { ...record, [DELETED]: true } : record) as T
}

export const readMeta = (doc: Y.Doc): Meta => repairMeta(readFields(doc.getMap(META), META))

/** The fields of the file that the board was made of which the model has no place for. */
export function unknownFields(doc: Y.Doc): Readonly<Record<string, unknown>> {
  const { [UNKNOWN]: unknown } = readFields(doc.getMap(HEADER), META)
  return typeof unknown === 'object' && unknown !== null ? (unknown as Record<string, unknown>) : {}
}

/** Every record of a document, deleted ones with their flag, and what could not be read. */
function readDocument(doc: Y.Doc): { model: Model; setAside: SetAside[] } {
  const setAside: SetAside[] = []
  const read = <K extends Kind>(kind: K) =>
    [...doc.getMap(kind).keys()].flatMap((id) => {
      const result = readRecord(doc, kind, id)
      setAside.push(...result.setAside)
      return result.record === null ? [] : [result.record]
    })
  const lists = Object.fromEntries(KINDS.map((kind) => [kind, read(kind)])) as unknown as Records
  return {
    model: { ...unknownFields(doc), format: FORMAT, version: VERSION, meta: readMeta(doc), ...lists },
    setAside,
  }
}

/** The living model of a document, as a file would hold it (MO5 applied), and everything that was set aside. */
export function modelOfDocument(doc: Y.Doc): Normalised {
  const { model, setAside } = readDocument(doc)
  const normalised = normalise(model)
  return { model: normalised.model, setAside: [...setAside, ...normalised.setAside] }
}
