import { ownField } from '../model/own-field.ts'

/** What a word of a file means here; undefined for one that is in no table, whatever objects have by nature. */
export const meaningOf = <T>(
  table: Readonly<Record<string, T>>,
  word: string | null | undefined,
): T | undefined => (typeof word === 'string' ? ownField(table, word) : undefined)
