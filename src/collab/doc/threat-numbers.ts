import * as Y from 'yjs'
import { META } from './shape.ts'

/**
 * The highest number that any threat of the document was given, deleted and undone ones included, 0 where there is none
 * (MO9). Two people may have written `lastThreat` at once, the lower one last: so the records count as well.
 */
export function lastThreatNumber(doc: Y.Doc): number {
  let last = numberIn(doc.getMap<unknown>(META).get('lastThreat'))
  for (const record of doc.getMap<unknown>('threats').values())
    if (record instanceof Y.Map) last = Math.max(last, numberIn(record.get('number')))
  return last
}

/** A peer may have written anything; a number that nothing can follow is none. */
const numberIn = (value: unknown): number =>
  Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0
