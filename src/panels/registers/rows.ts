/** What a table sorts by: texts by code unit without regard to case, numbers by size. */
export type SortKey = string | number

export type Sort = Readonly<{ column: string; descending: boolean }>

/** Numbers before texts, so that an empty figure and a missing one do not mix. */
export const compareKeys = (one: SortKey, other: SortKey): number =>
  compareFolded(foldKey(one), foldKey(other))

/** A key without regard to case, for many comparisons. */
export const foldKey = (key: SortKey): SortKey => (typeof key === 'string' ? key.toLowerCase() : key)

/** Like `compareKeys`, for keys that are folded. */
export function compareFolded(a: SortKey, b: SortKey): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether a text holds every word of a query, in any order and case. */
export function holdsWords(text: string, query: string): boolean {
  const lower = text.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}
