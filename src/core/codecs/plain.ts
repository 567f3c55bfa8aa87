/** Looks at plain data that may be anything, where a file leaves things out or has them otherwise. */

export type Fields = Readonly<Record<string, unknown>>

export const isMapping = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The entries of a mapping; none for anything else. */
export const entriesIn = (value: unknown): readonly (readonly [string, unknown])[] =>
  isMapping(value) ? Object.entries(value) : []

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Text, or a number or truth value as text; empty for anything else. */
export const textIn = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''

export const textsIn = (value: unknown): readonly string[] =>
  listIn(value)
    .map(textIn)
    .filter((text) => text !== '')
