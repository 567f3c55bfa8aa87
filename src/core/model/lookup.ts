import { type Kind, KINDS, type Model, type RecordOf } from './records.ts'

const indexes = new WeakMap<object, ReadonlyMap<string, unknown>>()

/** The records of a list by id. Made once per list, which is never changed in place. */
export function indexById<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  let index = indexes.get(list) as ReadonlyMap<string, T> | undefined
  if (index === undefined) {
    index = new Map(list.map((record) => [record.id, record]))
    indexes.set(list, index)
  }
  return index
}

/** One record by kind and id, undefined where there is none. */
export const recordIn = <K extends Kind>(model: Model, kind: K, id: string): RecordOf[K] | undefined =>
  indexById(model[kind] as readonly RecordOf[K][]).get(id)

/** The kind of the record with this id, null where there is none. */
export const kindOf = (model: Model, id: string): Kind | null =>
  KINDS.find((kind) => indexById<RecordOf[Kind]>(model[kind]).has(id)) ?? null
