import * as Y from 'yjs'
import { type Kind, KINDS, type RecordOf } from '../../core/model/records.ts'
import { DELETED, META } from './shape.ts'
import { readMeta, readRecord } from './snapshot.ts'

/** A field that two have changed, neither of them knowing of the other: one value stands after the merge. */
export type RivalEdit = Readonly<{
  /** Null: a field of the board itself. */
  record: Readonly<{ kind: Kind; id: string }> | null
  field: string
  mine: unknown
  theirs: unknown
}>

/** Where things lie and how large they are is seen at once, and changed by every drag. */
const SEEN: ReadonlySet<string> = new Set(['pos', 'size', DELETED])

/** Comments have one author each; a thread that two resolve is resolved. */
const OF_ONE: ReadonlySet<Kind> = new Set(['comments', 'reviews'])

/**
 * The fields that were written in `mine` without a word of what `theirs` has, and the other way round, to different ends.
 * Texts and sets are left out: Yjs keeps what both have done to them. So are records that one of the two has deleted.
 */
export function rivalEdits(mine: Y.Doc, theirs: Y.Doc): readonly RivalEdit[] {
  const fieldsOf = (a: unknown, b: unknown): string[] =>
    a instanceof Y.Map && b instanceof Y.Map
      ? [...a._map.keys()].filter((field) => !SEEN.has(field) && areRivals(a, b, field))
      : []
  const areRivals = (a: Y.Map<unknown>, b: Y.Map<unknown>, field: string) => {
    const [ours, others] = [a._map.get(field), b._map.get(field)]
    return (
      ours !== undefined &&
      others !== undefined &&
      ours.lastId.clock >= Y.getState(theirs.store, ours.id.client) &&
      others.lastId.clock >= Y.getState(mine.store, others.id.client) &&
      !(a.get(field) instanceof Y.AbstractType) &&
      !(b.get(field) instanceof Y.AbstractType)
    )
  }
  const compare = (
    record: RivalEdit['record'],
    fields: readonly string[],
    values: readonly [object, object],
  ): RivalEdit[] =>
    fields.flatMap((field) => {
      const [a, b] = values.map((value) => (value as Record<string, unknown>)[field])
      return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ record, field, mine: a, theirs: b }]
    })

  const found = compare(null, fieldsOf(mine.getMap(META), theirs.getMap(META)), [
    readMeta(mine),
    readMeta(theirs),
  ])
  for (const kind of KINDS) {
    if (OF_ONE.has(kind)) continue
    const others = theirs.getMap(kind)
    for (const [id, map] of mine.getMap(kind).entries()) {
      const fields = fieldsOf(map, others.get(id))
      if (fields.length === 0) continue
      const [a, b] = [readLiving(mine, kind, id), readLiving(theirs, kind, id)]
      if (a !== null && b !== null) found.push(...compare({ kind, id }, fields, [a, b]))
    }
  }
  return found
}

function readLiving<K extends Kind>(doc: Y.Doc, kind: K, id: string): RecordOf[K] | null {
  const { record } = readRecord(doc, kind, id)
  return record === null || DELETED in record ? null : record
}
