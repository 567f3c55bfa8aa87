import { create } from 'zustand'
import type { Column, Filter, Sorting } from './exposure-rows.ts'

type FilterState = Filter & Readonly<{ sorting: Sorting }>

/** How this person looks at the list; it outlives a look at another table. */
export const useExposureFilter = create<FilterState>()(() => ({
  text: '',
  kinds: new Set(),
  ratings: new Set(),
  sorting: { by: 'rating', descending: true },
}))

/** Turns one value of a set on or off. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}

/** Sorts by a column, the other way round where it is that column already. Ratings, kinds and hops begin with the most. */
export function sortBy(by: Column): void {
  useExposureFilter.setState(({ sorting }) => ({
    sorting: {
      by,
      descending: sorting.by === by ? !sorting.descending : ['rating', 'kind', 'hops'].includes(by),
    },
  }))
}

export const clearFilter = (): void =>
  useExposureFilter.setState({ text: '', kinds: new Set(), ratings: new Set() })
