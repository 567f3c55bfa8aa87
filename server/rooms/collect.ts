import * as Y from 'yjs'
import { DELETED, META, saysDeleted } from '../../src/collab/doc/shape.ts'
import { lastThreatNumber } from '../../src/collab/doc/threat-numbers.ts'
import { readFields } from '../../src/collab/doc/values.ts'
import { type Kind, KINDS } from '../../src/core/model/records.ts'

type Entry = Readonly<{ kind: Kind; id: string; map: unknown }>

/**
 * Takes records out of a document for good that were deleted before `time` (milliseconds since 1970), and returns the
 * update that says so, null where there are none. What a record that stays refers to stays, too: a component whose segment
 * is deleted stands where that was. Records that were deleted without a time, by an older Ringfence, stay.
 *
 * Undoing such a delete is not possible any more; nor are edits of such a record kept that somebody made offline.
 */
export function collectDeleted(doc: Y.Doc, time: number): Uint8Array | null {
  const staying: Entry[] = []
  const doomed = new Map<string, Entry[]>()
  for (const kind of KINDS) {
    for (const [id, map] of doc.getMap<unknown>(kind)) {
      const deleted = map instanceof Y.Map ? (map as Y.Map<unknown>).get(DELETED) : undefined
      const isOld = saysDeleted(deleted) && typeof deleted === 'number' && deleted < time
      if (isOld) doomed.set(id, [...(doomed.get(id) ?? []), { kind, id, map }])
      else staying.push({ kind, id, map })
    }
  }
  for (let entry = staying.pop(); entry !== undefined && doomed.size > 0; entry = staying.pop()) {
    for (const id of namesIn(entry)) {
      staying.push(...(doomed.get(id) ?? []))
      doomed.delete(id)
    }
  }
  if (doomed.size === 0) return null
  const deletes = [...doomed.values()].flat()
  let update: Uint8Array | null = null
  const keep = (emitted: Uint8Array) => {
    update = emitted
  }
  doc.on('update', keep)
  doc.transact(() => {
    // The number of a threat that goes for good is not given again.
    if (deletes.some(({ kind }) => kind === 'threats'))
      doc.getMap(META).set('lastThreat', lastThreatNumber(doc))
    for (const { kind, id } of deletes) doc.getMap(kind).delete(id)
  })
  doc.off('update', keep)
  return update
}

/** Every text that a record holds: whatever the field, it may name another record. */
function namesIn({ kind, map }: Entry): string[] {
  const names: string[] = []
  const pending: unknown[] = [map instanceof Y.Map ? readFields(map as Y.Map<unknown>, kind) : null]
  while (pending.length > 0) {
    const value = pending.pop()
    if (typeof value === 'string') names.push(value)
    else if (typeof value === 'object' && value !== null) pending.push(...Object.values(value))
  }
  return names
}
