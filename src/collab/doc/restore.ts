import * as Y from 'yjs'
import { ownField } from '../../core/model/own-field.ts'
import { type Kind, KINDS, type RecordOf } from '../../core/model/records.ts'
import { DELETED, HEADER, saysDeleted, META, UNKNOWN } from './shape.ts'
import { createRecord } from './snapshot.ts'
import { readFields, writeFields } from './values.ts'

type Owner = Parameters<typeof readFields>[1]

/**
 * Brings a document to what a backup of it holds, by new operations in one transaction: so it merges with what others do
 * meanwhile, and can be sent to everybody who is connected. Records that came after the backup are flagged as deleted at
 * `now`, those that are gone come back, and of a text only what differs is changed.
 */
export function restoreDocument(doc: Y.Doc, backup: Y.Doc, now: number): void {
  doc.transact(() => {
    const homes = new Set<unknown>()
    for (const kind of KINDS) {
      const records = doc.getMap<unknown>(kind) as Y.Map<Y.Map<unknown>>
      const wanted = backup.getMap<unknown>(kind)
      for (const [id, record] of wanted.entries()) {
        if (!(record instanceof Y.Map)) continue
        const fields = readFields(record as Y.Map<unknown>, kind)
        homes.add(fields.segment).add(fields.parent)
        const existing = records.get(id)
        if (existing instanceof Y.Map) bringTo(existing, kind, fields)
        else createRecord(records, kind, { ...fields, id } as RecordOf[Kind])
      }
      for (const [id, record] of records.entries()) {
        if (wanted.get(id) instanceof Y.Map || !(record instanceof Y.Map)) continue
        if (!saysDeleted(record.get(DELETED))) record.set(DELETED, now)
      }
    }
    // What lies in a deleted segment is put where it stood; what the backup has in one it does not know is not moved.
    for (const [id, record] of doc.getMap<unknown>('segments').entries()) {
      const isUnknown = !(backup.getMap<unknown>('segments').get(id) instanceof Y.Map)
      if (isUnknown && homes.has(id) && record instanceof Y.Map) {
        writeFields(record as Y.Map<unknown>, 'segments', { pos: [0, 0], parent: null })
      }
    }
    bringTo(doc.getMap(META), META, readFields(backup.getMap(META), META))
    const { [UNKNOWN]: unknown } = readFields(backup.getMap(HEADER), META)
    const header = doc.getMap<unknown>(HEADER)
    bringTo(header, META, { ...readFields(header, META), [UNKNOWN]: unknown })
  })
}

const says = (value: unknown): string | undefined => JSON.stringify(value)

function bringTo(map: Y.Map<unknown>, owner: Owner, wanted: Readonly<Record<string, unknown>>): void {
  const before = readFields(map, owner)
  for (const name of map.keys())
    if (ownField(wanted, name) === undefined && name !== '__proto__') map.delete(name)
  for (const [name, value] of Object.entries(wanted)) {
    if (says(ownField(before, name)) === says(value)) continue
    writeFields(map, owner, { [name]: value })
    // Fields of several parts merge part by part, and keep what the backup lacks, or an order of their own.
    if (says(readFields(map, owner)[name]) === says(value)) continue
    map.delete(name)
    writeFields(map, owner, { [name]: value })
  }
}
