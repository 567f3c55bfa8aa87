import * as Y from 'yjs'
import { emptyModel, type Model } from '../../../core/model/records.ts'
import { type BoardDoc, openBoardDoc } from '../board-doc.ts'
import { modelOfDocument, seedDocument } from '../snapshot.ts'

/** Some people at one board, joined by nothing but `sync`. */
export function makePeers(count: number, model: Model = emptyModel('Board')): BoardDoc[] {
  const seed = new Y.Doc()
  seedDocument(seed, model, 'epoch-1')
  const start = Y.encodeStateAsUpdate(seed)
  return Array.from({ length: count }, () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, start)
    return openBoardDoc(doc)
  })
}

/** Gives each the edits of all others. */
export function sync(...boards: readonly BoardDoc[]): void {
  for (const from of boards) for (const to of boards) if (from !== to) give(from, to)
}

/** Gives `to` what `from` has and it has not, under an origin if one is given. */
export function give(from: BoardDoc, to: BoardDoc, origin?: unknown): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), origin)
}

export const modelOf = (board: BoardDoc): Model => modelOfDocument(board.doc).model
