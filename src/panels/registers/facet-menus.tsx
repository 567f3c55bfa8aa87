import { Menu } from '@mantine/core'
import { Icon } from '../../ui/icon.tsx'
import css from './registers.module.css'
import type { Facet } from './use-rows.ts'

/** One menu per column that rows can be filtered by; a column whose rows all say the same has none. */
export function FacetMenus(props: {
  facets: readonly Facet[]
  picked: Readonly<Record<string, readonly string[]>>
  onPick: (column: string, values: readonly string[]) => void
}) {
  const { facets, picked, onPick } = props
  return facets.map((facet) => {
    const chosen = picked[facet.column] ?? []
    if (facet.values.length < 2 && chosen.length === 0) return null
    return (
      <FacetMenu
        key={facet.column}
        facet={facet}
        chosen={chosen}
        onPick={(values) => onPick(facet.column, values)}
      />
    )
  })
}

function FacetMenu(props: {
  facet: Facet
  chosen: readonly string[]
  onPick: (values: readonly string[]) => void
}) {
  const { facet, chosen, onPick } = props
  // What was chosen can be taken back, also where no row has it any more.
  const gone = chosen.filter((value) => !facet.values.some(([each]) => each === value))
  const values = [...gone.map((value) => [value, 0] as const), ...facet.values]
  return (
    <Menu
      position="bottom-start"
      shadow="md"
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 0 }}
      closeOnItemClick={false}
      styles={{
        dropdown: { maxHeight: '60vh', overflowY: 'auto' },
        item: { paddingBlock: 5, fontSize: 13 },
      }}
    >
      <Menu.Target>
        <button type="button" className={css.facet} data-picked={chosen.length > 0 || undefined}>
          {facet.label}
          {chosen.length > 0 && `: ${chosen.length === 1 ? chosen[0] : chosen.length}`}
          <Icon name="down" size={13} />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={`Filter by ${facet.label.toLowerCase()}`}>
        {chosen.length > 0 && (
          <Menu.Item leftSection={<Icon name="close" size={14} />} onClick={() => onPick([])}>
            Show all
          </Menu.Item>
        )}
        {values.map(([value, count]) => {
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
      </Menu.Dropdown>
    </Menu>
  )
}
