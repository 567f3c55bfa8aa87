import type { Words } from '../../ui/words.ts'
import { choicesOf } from '../../ui/words.ts'
import type { CellField } from './column.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A text that may be empty. */
export const textField = <R>(name: string, read: (row: R) => string, many = false): CellField<R> => ({
  as: 'text',
  read,
  write: (text) => ({ [name]: text.trim() }),
  many,
})

/** A text whose absence is null. */
export const optionalField = <R>(
  name: string,
  read: (row: R) => string | null,
  many = false,
): CellField<R> => ({
  as: 'text',
  read: (row) => read(row) ?? '',
  write: (text) => ({ [name]: text.trim() || null }),
  many,
})

/** A name: it is not emptied. */
export const nameField = <R>(name: string, read: (row: R) => string): CellField<R> => ({
  as: 'text',
  read,
  write: (text) => (text.trim() === '' ? null : { [name]: text.trim() }),
})

/** A calendar day, or none. */
export const dayField = <R>(name: string, read: (row: R) => string | null): CellField<R> => ({
  as: 'day',
  read: (row) => read(row) ?? '',
  write: (text) => (text === '' ? { [name]: null } : DAY.test(text) ? { [name]: text } : null),
  many: true,
})

/** One of a vocabulary. */
export const wordField = <R>(name: string, words: Words, read: (row: R) => string): CellField<R> => ({
  as: 'choice',
  choices: choicesOf(words),
  read,
  write: (text) => (Object.hasOwn(words, text) ? { [name]: text } : null),
  many: true,
})
