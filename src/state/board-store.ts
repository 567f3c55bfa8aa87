import { create } from 'zustand'
import type { BoardDoc } from '../collab/doc/board-doc.ts'
import { readMeta, readRecord } from '../collab/doc/snapshot.ts'
import { normalise, type SetAside } from '../core/model/normalise.ts'
import { applyPatch, emptyCopy, modelOfCopy, type RecordPatch, wholeOf } from '../core/model/patch.ts'
import { emptyModel, type Kind, KINDS, type Model, type RecordOf } from '../core/model/records.ts'

/** The board as everybody sees it: normalised, in canonical order. Records keep their identity until they change. */
export type BoardState = Readonly<{ model: Model; setAside: readonly SetAside[] }>

export const useBoard = create<BoardState>()(() => ({ model: emptyModel(), setAside: [] }))

export type BoundBoard = {
  /** Every record as one patch, for a keeper of copies that starts anew. */
  whole: () => RecordPatch
  unbind: () => void
}

/**
 * Binds the store to a document: reads it once, then re-reads only what each transaction changed. `onPatch` gets the
 * same changes as plain records.
 */
export function bindBoard(board: BoardDoc, onPatch: (patch: RecordPatch) => void): BoundBoard {
  const copy = emptyCopy()
  const unreadable = new Map<string, readonly SetAside[]>()

  const apply = (changed: ReadonlyMap<Kind, Iterable<string>>, metaChanged: boolean) => {
    const upserts: { [K in Kind]?: RecordOf[Kind][] } = {}
    const removed: { [K in Kind]?: string[] } = {}
    for (const [kind, ids] of changed) {
      const upserted: RecordOf[Kind][] = []
      const gone: string[] = []
      for (const id of ids) {
        const { record, setAside } = readRecord(board.doc, kind, id)
        if (setAside.length > 0) unreadable.set(`${kind}/${id}`, setAside)
        else unreadable.delete(`${kind}/${id}`)
        if (record === null) gone.push(id)
        else upserted.push(record)
      }
      upserts[kind] = upserted
      removed[kind] = gone
    }
    const patch = { meta: metaChanged ? readMeta(board.doc) : null, upserts, removed } as RecordPatch
    applyPatch(copy, patch)
    const { model, setAside } = normalise(modelOfCopy(copy))
    useBoard.setState({ model, setAside: [...[...unreadable.values()].flat(), ...setAside] })
    onPatch(patch)
  }

  apply(new Map(KINDS.map((kind) => [kind, board.doc.getMap(kind).keys()])), true)
  const unbind = board.observe((patch) => apply(patch.changed, patch.meta))
  return { whole: () => wholeOf(copy), unbind }
}
