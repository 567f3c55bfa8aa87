/** Of one thing. A file of ours may not have so many in one object that it could not be read again. */
const MOST_FIELDS = 200

/** What another tool says of a thing beside what a record has, as data of a record; null where that is too much. */
export function fieldsOf(
  fields: Iterable<readonly [name: string, value: string]>,
): Record<string, string> | null {
  const kept = [...fields].filter(([name]) => name !== '__proto__')
  return kept.length > MOST_FIELDS ? null : Object.fromEntries(kept)
}

export const TOO_MANY_FIELDS = 'has too many fields of its own, which are left out'
