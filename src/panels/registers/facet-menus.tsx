import { Menu } from '@mantine/core'
import { useMemo } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { BarMenu } from './bar-menu.tsx'
import type { Column } from './column.ts'
import css from './registers.module.css'
import type { FacetValues } from './use-rows.ts'

/** One menu per column that rows can be filtered by; a column whose rows all say the same has none. */
export function FacetMenus<R>(props: {
  rows: readonly R[]
  columns: readonly Column<R>[]
  picked: Readonly<Record<string, readonly string[]>>
  valuesOf: (column: string) => FacetValues
  onPick: (column: string, values: readonly string[]) => void
}) {
  const { rows, columns, picked, valuesOf, onPick } = props
  const varied = useMemo(
    () => columns.filter(({ facet }) => facet !== undefined && differ(rows, facet)),
    [rows, columns],
  )
  return columns.map((column) => {
    const { id, label } = column
    const chosen = picked[id] ?? []
    if (column.facet === undefined || (chosen.length === 0 && !varied.includes(column))) return null
    return (
      <BarMenu
        key={id}
        label={label}
        said={chosen.length === 0 ? '' : chosen.length === 1 ? (chosen[0] ?? '') : `${chosen.length}`}
        name={`Filter by ${label.toLowerCase()}`}
      >
        <FacetItems chosen={chosen} valuesOf={() => valuesOf(id)} onPick={(values) => onPick(id, values)} />
      </BarMenu>
    )
  })
}

function differ<R>(rows: readonly R[], facet: (row: R) => string): boolean {
  const [first] = rows
  return first !== undefined && rows.some((row) => facet(row) !== facet(first))
}

/** Drawn only while its menu is open, since all rows are counted for it. */
function FacetItems(props: {
  chosen: readonly string[]
  valuesOf: () => FacetValues
  onPick: (values: readonly string[]) => void
}) {
  const { chosen, valuesOf, onPick } = props
  const there = valuesOf()
  // What was chosen can be taken back, also where no row has it any more.
  const gone = chosen.filter((value) => !there.some(([each]) => each === value))
  return (
    <>
      {chosen.length > 0 && (
        <Menu.Item leftSection={<Icon name="close" size={14} />} onClick={() => onPick([])}>
          Show all
        </Menu.Item>
      )}
      {[...gone.map((value) => [value, 0] as const), ...there].map(([value, count]) => {
        const isChosen = chosen.includes(value)
        return (
          <Menu.CheckboxItem
            key={value}
            checked={isChosen}
            rightSection={<span className={css.count}>{count}</span>}
            onChange={() => onPick(isChosen ? chosen.filter((each) => each !== value) : [...chosen, value])}
          >
            {value === '' ? 'None given' : value}
          </Menu.CheckboxItem>
        )
      })}
    </>
  )
}
