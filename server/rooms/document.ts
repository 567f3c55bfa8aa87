import * as Y from 'yjs'
import { HEADER } from '../../src/collab/doc/shape.ts'
import type { Limits } from '../config.ts'
import type { StoredBoard } from '../storage/store.ts'
import { countJoins } from './count-joins.ts'
import { Excess } from './excess.ts'
import type { Inspected } from './inspect-update.ts'
import { Rehearsal } from './rehearsal.ts'

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

/** Whether the document holds all of an update already. */
export function contains({ store }: Y.Doc, { structs, deletes }: Inspected): boolean {
  for (const { id, length } of structs) if (id.clock + length > Y.getState(store, id.client)) return false
  for (const [client, ranges] of deletes) {
    for (const { clock, len } of ranges) {
      if (len === 0) continue
      if (clock + len > Y.getState(store, client)) return false
      const stored = store.clients.get(client) ?? []
      for (let index = Y.findIndexSS(stored, clock); index < stored.length; index++) {
        const struct = stored[index] as Y.Item | Y.GC
        if (struct.id.clock >= clock + len) break
        if (!struct.deleted) return false
      }
    }
  }
  return true
}

/**
 * Throws an Excess where applying an update would take the server too long, or leave a text too long; an Error where it
 * could not be applied. Nothing is changed. `share`: how much of the board's limits its sender may fill, 1 being all.
 */
export function rehearse(doc: Y.Doc, update: Inspected, limits: Limits, share = 1): void {
  const { clients } = doc.store
  const writers = new Set(update.structs.map(({ id }) => id.client))
  const added = [...writers].filter((client) => !clients.has(client)).length
  if (added > 0 && clients.size + added > limits.roomClients * share) {
    throw new Excess('More sessions have written on this board than it takes.')
  }
  for (const { id, deleted } of doc.getMap(HEADER)._map.values()) {
    const ranges = update.deletes.get(id.client) ?? []
    if (!deleted && ranges.some(({ clock, len }) => id.clock >= clock && id.clock < clock + len))
      throw new Error('a header that somebody else deletes')
  }
  const rehearsal = new Rehearsal(doc, limits)
  rehearsal.move(countJoins(doc.store, update))
  rehearsal.integrate(update.structs)
  for (const [client, ranges] of update.deletes) rehearsal.delete(client, ranges)
  for (const { parent, isKey, added: growth } of rehearsal.sketch.lists) {
    if (isKey || growth === 0) continue
    const length = (parent?._length ?? 0) + growth
    if (length > limits.textCharacters && length - deletedFrom(parent, update) > limits.textCharacters) {
      throw new Excess('A text is longer than a board takes.')
    }
  }
}

/** How much of a text an update deletes. */
function deletedFrom(text: Y.AbstractType<unknown> | null, { deletes }: Inspected): number {
  let length = 0
  for (let item = text?._start ?? null; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const { clock, client } = item.id
    const end = clock + item.length
    for (const range of deletes.get(client) ?? []) {
      length += Math.max(0, Math.min(end, range.clock + range.len) - Math.max(clock, range.clock))
    }
  }
  return length
}
