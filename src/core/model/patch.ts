import { byId, findPlace } from './order.ts'
import { emptyModel, type Kind, KINDS, type Meta, type Model, type RecordOf } from './records.ts'

/** What changed in a set of records: whole records to put in their place, ids to take out, the new meta or null. */
export type RecordPatch = Readonly<{
  meta: Meta | null
  upserts: { readonly [K in Kind]?: readonly RecordOf[K][] }
  removed: { readonly [K in Kind]?: readonly string[] }
}>

/** The model with a patch applied, each list in order of id. What the patch leaves alone stays the same object. */
export function patchModel(model: Model, patch: RecordPatch): Model {
  if (patch.meta === null && Object.keys({ ...patch.upserts, ...patch.removed }).length === 0) return model
  const lists = KINDS.map((kind) => [
    kind,
    patchList<RecordOf[Kind]>(model[kind], patch.upserts[kind] ?? [], patch.removed[kind] ?? []),
  ])
  return { ...model, ...Object.fromEntries(lists), meta: patch.meta ?? model.meta }
}

function patchList<T extends { readonly id: string }>(
  list: readonly T[],
  upserts: readonly T[],
  removed: readonly string[],
): readonly T[] {
  if (upserts.length === 0 && removed.length === 0) return list
  if (upserts.length + removed.length > A_FEW) {
    const replaced = new Set([...removed, ...upserts.map(({ id }) => id)])
    return [...list.filter(({ id }) => !replaced.has(id)), ...upserts].sort(byId)
  }
  const next = [...list]
  for (const id of removed) {
    const { place, found } = findPlace(next, id)
    if (found) next.splice(place, 1)
  }
  for (const record of upserts) {
    const { place, found } = findPlace(next, record.id)
    next.splice(place, found ? 1 : 0, record)
  }
  return next
}

/** Up to so many changes each is put in its place; more are sorted in. */
const A_FEW = 64

/**
 * What makes `before` into `after`, for some kinds of records. Records are compared by identity, as they are never changed
 * in place. `before` null asks for everything.
 */
export function patchBetween(before: Model | null, after: Model, kinds: readonly Kind[]): RecordPatch {
  const from = before ?? NOTHING
  const changes = kinds
    .filter((kind) => from[kind] !== after[kind])
    .map((kind) => ({ kind, ...changesBetween<RecordOf[Kind]>(from[kind], after[kind]) }))
  return {
    meta: before === null || before.meta !== after.meta ? after.meta : null,
    upserts: Object.fromEntries(changes.map(({ kind, upserts }) => [kind, upserts])),
    removed: Object.fromEntries(changes.map(({ kind, removed }) => [kind, removed])),
  }
}

/** The same patch as several, of at most so many records each; one at least. */
export function patchInParts(patch: RecordPatch, size: number): RecordPatch[] {
  const all = Object.values(patch.upserts).reduce((sum, records) => sum + records.length, 0)
  if (all <= size) return [patch]
  const parts: RecordPatch[] = []
  const add = (part: Partial<RecordPatch>) => parts.push({ meta: null, upserts: {}, removed: {}, ...part })
  for (const [kind, records] of Object.entries(patch.upserts)) {
    for (let first = 0; first < records.length; first += size)
      add({ upserts: { [kind]: records.slice(first, first + size) } })
  }
  add({ meta: patch.meta, removed: patch.removed })
  return parts
}

/** Patches for one model as one; no record is in two of them. */
export function joinPatches(patches: readonly RecordPatch[]): RecordPatch {
  const join = (of: 'upserts' | 'removed') =>
    Object.fromEntries(
      KINDS.map((kind) => [kind, patches.flatMap((patch): unknown[] => [...(patch[of][kind] ?? [])])]),
    )
  const meta = patches.findLast((patch) => patch.meta !== null)?.meta ?? null
  return { meta, upserts: join('upserts'), removed: join('removed') }
}

const NOTHING = emptyModel()

function changesBetween<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]) {
  const known = new Set<T>(before)
  const ids = new Set(after.map(({ id }) => id))
  return {
    upserts: after.filter((record) => !known.has(record)),
    removed: before.filter(({ id }) => !ids.has(id)).map(({ id }) => id),
  }
}
