import * as Y from 'yjs'
import type { StoredBoard } from '../storage/store.ts'

/** The document of a board as it is stored. Throws where that is damaged or has gaps. */
export function loadDocument(id: string, { snapshot, updates }: StoredBoard): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    Y.applyUpdateV2(doc, snapshot)
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error(`What is stored of board ${id} has gaps.`)
  }
  return doc
}

/** A board nests three types (record, field, one of `meta.policy`); on thousands programs choke. */
const MOST_NESTED_TYPES = 16

/** Whether a transaction has put a type deeper into others than a board may. */
export function nestsTooDeeply({ doc, beforeState, afterState }: Y.Transaction): boolean {
  for (const [client, clock] of afterState) {
    const before = beforeState.get(client) ?? 0
    if (clock === before) continue
    const structs = doc.store.clients.get(client) ?? []
    for (let index = Y.findIndexSS(structs, before); index < structs.length; index++) {
      const struct = structs[index]
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue
      if (depthOf(struct) > MOST_NESTED_TYPES) return true
    }
  }
  return false
}

function depthOf(item: Y.Item): number {
  let depth = 0
  for (let at: Y.Item | null = item; at !== null && depth <= MOST_NESTED_TYPES; depth++) {
    at = at.parent instanceof Y.AbstractType ? at.parent._item : null
  }
  return depth
}
