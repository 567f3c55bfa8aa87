import * as Y from 'yjs'

/** Where an operation stands. `isTop`: right in the part's map, under `key`, and not within one of its values. */
export type Place = Readonly<{ part: string; isTop: boolean; key: string | null }>

/** Null for garbage, which stands nowhere. */
export function placeOf(struct: Y.AbstractStruct): Place | null {
  let at: Y.AbstractStruct | null = struct
  while (at instanceof Y.Item && at.parent instanceof Y.AbstractType) {
    const type: Y.AbstractType<unknown> = at.parent
    if (type._item === null) {
      return { part: Y.findRootTypeKey(type), isTop: at === struct, key: at.parentSub }
    }
    at = type._item
  }
  return null
}

/** The operation with this id, which the document has to have. */
export const structAt = (doc: Y.Doc, { client, clock }: Y.ID): Y.AbstractStruct => {
  const structs = doc.store.clients.get(client) ?? []
  const struct = structs[Y.findIndexSS(structs, clock)]
  if (struct === undefined) throw new Error(`no operation ${clock} of ${client}`)
  return struct
}
