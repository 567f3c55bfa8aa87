import { isFields } from '../model/issues.ts'

/** Plain data of a stranger, looked at one field at a time: whatever is not as it should be reads as nothing. */
export type Fields = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Fields => isFields(value) && !Array.isArray(value)

export const fieldsIn = (value: unknown): Fields => (isObject(value) ? value : {})

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Text, also of a number, as careless writers leave ids and versions without quotes. */
export const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''

/** Text without space around it, also of a number or a truth value, as people write them in YAML. */
export const wordIn = (value: unknown): string =>
  typeof value === 'boolean' ? String(value) : textIn(value).trim()

export const wordsIn = (value: unknown): readonly string[] =>
  listIn(value)
    .map(wordIn)
    .filter((word) => word !== '')

/** The entries of an object; none of anything else. */
export const entriesIn = (value: unknown): readonly (readonly [string, unknown])[] =>
  Object.entries(fieldsIn(value))

export const numberIn = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

/** The fields that say something: not null, false, empty text, or an empty list or object. */
export const saying = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => says(value)))

const says = (value: unknown): boolean => {
  if (value === null || value === undefined || value === false || value === '') return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

/** Without the fields of these names. */
export const without = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

/** The fields under one name, where there are any. */
export const some = (name: string, fields: Fields): Fields =>
  Object.keys(fields).length === 0 ? {} : { [name]: fields }
