import type { Entry } from '../../model/records.ts'

/** What becomes of the entries of a file on a board that has some already. */
export type TakeOver = Readonly<{
  /** To be created, with ids that the board does not use. */
  created: readonly Entry[]
  /** Those of `created` that got a new id, since the board has another entry, or something else, by that one. */
  renamed: number
  /** Those that the board has already, word for word. */
  skipped: number
}>

/**
 * Nothing that the board has is changed: an entry that is there already is skipped; one that says something else by the
 * same id comes beside it with a new one. `isTaken` tells the ids of all records of the board, deleted ones too, `makeId` draws new ones.
 */
export function planTakeOver(
  there: readonly Entry[],
  coming: readonly Entry[],
  isTaken: (id: string) => boolean,
  makeId: () => string,
): TakeOver {
  const byId = new Map(there.map((entry) => [entry.id, entry]))
  const said = new Set(there.map(wordsOf))
  const created: Entry[] = []
  let renamed = 0
  let skipped = 0
  for (const entry of coming) {
    if (said.has(wordsOf(entry))) skipped++
    else if (byId.has(entry.id) || isTaken(entry.id)) {
      renamed++
      created.push({ ...entry, id: makeId() })
    } else created.push(entry)
  }
  return { created, renamed, skipped }
}

/** All that an entry says, without its id: a copy of an earlier import is the same entry. */
const wordsOf = ({ of, title, description, propagation, effect, references, source }: Entry): string =>
  JSON.stringify([of, title, description, propagation, effect, references, source])
