import type { Ground, Incoming } from '../../core/codecs/into-board.ts'
import { type Kind, KINDS, type RecordOf } from '../../core/model/records.ts'
import type { BoardDoc, Editor } from './board-doc.ts'
import { lastThreatNumber } from './threat-numbers.ts'

/** What a document has ever given out, deleted records included. */
export const groundOf = ({ doc, holds }: BoardDoc, makeId: (kind: Kind) => string): Ground => ({
  isTaken: holds,
  lastThreat: lastThreatNumber(doc),
  makeId,
})

/** Adds all that comes (`intoBoard`) to a document. */
export function bring(editor: Editor, { records, lastThreat }: Incoming): void {
  const createAll = <K extends Kind>(kind: K, list: readonly RecordOf[K][]) => {
    for (const record of list) editor.create(kind, record)
  }
  for (const kind of KINDS) createAll(kind, records[kind])
  if (records.threats.length > 0) editor.keepMeta({ lastThreat })
}
