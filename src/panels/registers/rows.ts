/** What a table sorts by: texts by code unit without regard to case, numbers by size. */
export type SortKey = string | number

export type Sort = Readonly<{ column: string; descending: boolean }>

/** Rows in the order of a key; equal ones stay as they were. */
export function sortRows<R>(rows: readonly R[], keyOf: (row: R) => SortKey, descending: boolean): R[] {
  const sign = descending ? -1 : 1
  return rows
    .map((row) => ({ row, key: folded(keyOf(row)) }))
    .toSorted((a, b) => sign * compare(a.key, b.key))
    .map(({ row }) => row)
}

const folded = (key: SortKey): SortKey => (typeof key === 'string' ? key.toLowerCase() : key)

/** Numbers before texts, so that an empty figure and a missing one do not mix. */
function compare(a: SortKey, b: SortKey): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Rows whose text holds every word of the query. */
export function filterRows<R>(rows: readonly R[], textOf: (row: R) => string, query: string): readonly R[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter((row) => {
    const text = textOf(row).toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
