import { create } from 'zustand'
import { type Filter, NO_FILTER } from './exposure-filter.ts'
import type { Grouping } from './exposure-groups.ts'
import type { Column, Sorting } from './exposure-rows.ts'

type ExposureViewState = Readonly<{
  filter: Filter
  sorting: Sorting
  grouping: Grouping
  /** Keys of the groups that are closed. */
  closed: ReadonlySet<string>
}>

/** How this person looks at the list; it outlives a look at another table. */
export const useExposureView = create<ExposureViewState>()(() => ({
  filter: NO_FILTER,
  sorting: { by: 'rating', descending: true },
  grouping: 'none',
  closed: new Set(),
}))

export const setFilter = (filter: Filter): void => useExposureView.setState({ filter })

/** Groups by something else, all groups open. */
export const groupBy = (grouping: Grouping): void => useExposureView.setState({ grouping, closed: new Set() })

/** Opens or closes groups. */
export function setOpen(groups: readonly string[], open: boolean): void {
  const closed = new Set(useExposureView.getState().closed)
  for (const group of groups) {
    if (open) closed.delete(group)
    else closed.add(group)
  }
  useExposureView.setState({ closed })
}

/** Sorts by a column, the other way round where it is that column already. Ratings, kinds and hops begin with the most. */
export function sortBy(by: Column): void {
  useExposureView.setState(({ sorting }) => ({
    sorting: {
      by,
      descending: sorting.by === by ? !sorting.descending : ['rating', 'kind', 'hops'].includes(by),
    },
  }))
}
