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
import { compareKeys, holdsWords, type Sort } from './rows.ts'

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

/** The values of one column among the rows that the other filters leave, with how many rows have each. */
export type Facet = Readonly<{
  column: string
  label: string
  values: readonly (readonly [string, number])[]
}>

/** The rows that a view leaves, in its order, and what they can be filtered by. */
export function useRows<R extends object>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  textOf: (row: R) => string,
  view: RegisterView,
  sort: Sort,
): Readonly<{ shown: readonly R[]; facets: readonly Facet[] }> {
  const defs = useMemo(
    () =>
      columns.map((column, index) => ({
        id: column.id,
        accessorFn: (row: R) => column.facet?.(row) ?? '',
        enableGlobalFilter: index === 0,
        sortFn: (a: { original: R }, b: { original: R }) =>
          column.sortBy === undefined ? 0 : compareKeys(column.sortBy(a.original), column.sortBy(b.original)),
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
  const facets = columns
    .filter(({ facet }) => facet !== undefined)
    .map(({ id, label }) => ({
      column: id,
      label,
      values: [...((table.getColumn(id)?.getFacetedUniqueValues() ?? new Map()) as Map<string, number>)].sort(
        ([a], [b]) => compareKeys(a, b),
      ),
    }))
  return { shown, facets }
}
