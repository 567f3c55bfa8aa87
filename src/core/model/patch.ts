import { emptyModel, type Kind, KINDS, type Meta, type Model, type RecordOf } from './records.ts'

/** What changed in a set of records: whole records to put in their place, ids to take out, the new meta or null. */
export type RecordPatch = Readonly<{
  meta: Meta | null
  upserts: { readonly [K in Kind]?: readonly RecordOf[K][] }
  removed: { readonly [K in Kind]?: readonly string[] }
}>

/** A keyed copy of every record, deleted ones flagged, that patches keep up to date. */
export type RecordCopy = { meta: Meta; readonly records: ReadonlyMap<Kind, Map<string, RecordOf[Kind]>> }

export const emptyCopy = (): RecordCopy => ({
  meta: emptyModel().meta,
  records: new Map(KINDS.map((kind) => [kind, new Map()])),
})

export function applyPatch(copy: RecordCopy, patch: RecordPatch): void {
  if (patch.meta !== null) copy.meta = patch.meta
  for (const [kind, records] of copy.records) {
    for (const record of patch.upserts[kind] ?? []) records.set(record.id, record)
    for (const id of patch.removed[kind] ?? []) records.delete(id)
  }
}

/** The copy as a model, not yet normalised. */
export function modelOfCopy(copy: RecordCopy): Model {
  const lists = Object.fromEntries([...copy.records].map(([kind, records]) => [kind, [...records.values()]]))
  return { ...emptyModel(), ...lists, meta: copy.meta }
}

/** The whole copy as one patch. */
export const wholeOf = ({ meta, records }: RecordCopy): RecordPatch => ({
  meta,
  upserts: Object.fromEntries([...records].map(([kind, list]) => [kind, [...list.values()]])),
  removed: {},
})
