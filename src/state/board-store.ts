import { create } from 'zustand'
import type { BoardDoc } from '../collab/doc/board-doc.ts'
import { readMeta, readRecord } from '../collab/doc/snapshot.ts'
import { normalise, type SetAside } from '../core/model/normalise.ts'
import { patchModel, type RecordPatch } from '../core/model/patch.ts'
import { emptyModel, type Kind, KINDS, type Model, type RecordOf } from '../core/model/records.ts'

/** The board as everybody sees it: normalised, in canonical order. Records and lists keep their identity until they change. */
export type BoardState = Readonly<{ model: Model; setAside: readonly SetAside[] }>

export const useBoard = create<BoardState>()(() => ({ model: emptyModel(), setAside: [] }))

/**
 * Binds the store to a document: reads it once, then re-reads only what each transaction changed. Returns its unbinding.
 */
export function bindBoard(board: BoardDoc): () => void {
  let raw = emptyModel()
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
    raw = patchModel(raw, { meta: metaChanged ? readMeta(board.doc) : null, upserts, removed } as RecordPatch)
    const { model, setAside } = normalise(raw)
    const before = useBoard.getState().model
    const lists = Object.fromEntries(KINDS.map((kind) => [kind, kept(before[kind], model[kind])]))
    useBoard.setState({
      model: { ...model, ...lists },
      setAside: [...[...unreadable.values()].flat(), ...setAside],
    })
  }

  apply(new Map(KINDS.map((kind) => [kind, board.doc.getMap(kind).keys()])), true)
  return board.observe((patch) => apply(patch.changed, patch.meta))
}

const kept = (before: readonly object[], now: readonly object[]): readonly object[] =>
  now.length === before.length && now.every((record, index) => record === before[index]) ? before : now
