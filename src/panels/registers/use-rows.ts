import {
  columnFacetingFeature,
  columnFilteringFeature,
  createFacetedRowModel,
  createFacetedUniqueValues,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { RegisterView } from '../../state/register-store.ts'
import type { Column } from './column.ts'
import { compareFolded, compareKeys, foldKey, holdsWords, type Sort, type SortKey } from './rows.ts'

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  columnFacetingFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  facetedRowModel: createFacetedRowModel(),
  facetedUniqueValues: createFacetedUniqueValues(),
  sortedRowModel: createSortedRowModel(),
})

/** The values of a column among the rows that the other filters leave, with how many rows have each. */
export type FacetValues = readonly (readonly [string, number])[]

/** The rows that a view leaves, in its order. What a column can be filtered by is counted when it is asked for. */
export function useRows<R extends object>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  textOf: (row: R) => string,
  view: RegisterView,
  sort: Sort,
): Readonly<{ shown: readonly R[]; valuesOf: (column: string) => FacetValues }> {
  const defs = useMemo(
    () =>
      columns.map((column, index) => ({
        id: column.id,
        accessorFn: (row: R) => column.facet?.(row) ?? '',
        enableGlobalFilter: index === 0,
        sortFn: comparing(column),
        sortUndefined: false as const,
        filterFn: (row: { original: R }, _: string, wanted: readonly string[]) =>
          wanted.includes(column.facet?.(row.original) ?? ''),
      })),
    [columns],
  )
  const known = useMemo(() => new Set(columns.map(({ id }) => id)), [columns])
  const columnFilters = useMemo(
    () =>
      Object.entries(view.facets)
        .filter(([id, values]) => known.has(id) && values.length > 0)
        .map(([id, value]) => ({ id, value })),
    [view.facets, known],
  )
  const sorting = useMemo(
    () => (known.has(sort.column) ? [{ id: sort.column, desc: sort.descending }] : []),
    [known, sort.column, sort.descending],
  )
  const table = useTable<typeof features, R>({
    features,
    columns: defs,
    data: rows,
    state: { sorting, columnFilters, globalFilter: view.query },
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: ((row: { original: R }, _: string, query: string) =>
      holdsWords(textOf(row.original), query)) as never,
  })
  const model = table.getRowModel()
  const shown = useMemo(() => model.rows.map(({ original }) => original), [model])
  const valuesOf = (id: string): FacetValues => {
    const counts: ReadonlyMap<string, number> = table.getColumn(id)?.getFacetedUniqueValues() ?? new Map()
    return [...counts].sort(([a], [b]) => compareKeys(a, b))
  }
  return { shown, valuesOf }
}

/** Compares rows by what a column sorts by, which is asked of each row once. */
function comparing<R extends object>({ sortBy }: Column<R>) {
  const keys = new WeakMap<R, SortKey>()
  const keyOf = (row: R): SortKey => {
    let key = keys.get(row)
    if (key === undefined) keys.set(row, (key = foldKey(sortBy?.(row) ?? 0)))
    return key
  }
  return (a: { original: R }, b: { original: R }) => compareFolded(keyOf(a.original), keyOf(b.original))
}
