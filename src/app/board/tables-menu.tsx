import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { type DrawerTab, setView } from '../../state/view-store.ts'
import classes from './board.module.css'
import { TABLE_GROUPS, type TableGroup } from './table-groups.ts'

type Entry = Readonly<{ value: DrawerTab; label: string; group: TableGroup; count: number | null }>

/** Every table by group. Open from the start, since it is loaded when it is first asked for. */
export function TablesMenu(props: {
  tables: readonly Entry[]
  shown: DrawerTab
  onClose: () => void
  children: ReactNode
}) {
  const { tables, shown, onClose, children } = props
  return (
    <Menu
      defaultOpened
      // In the drawer, which is a landmark; a portal stands outside of them all.
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      position="top-end"
      width={230}
      onClose={onClose}
    >
      <Menu.Target>{children}</Menu.Target>
      {/* What is above the drawer. */}
      <Menu.Dropdown mah="calc(100vh - 340px)" style={{ overflowY: 'auto' }}>
        {TABLE_GROUPS.map((group) => (
          <div key={group} role="group" aria-label={group}>
            <Menu.Label>{group}</Menu.Label>
            {tables
              .filter((table) => table.group === group)
              .map(({ value, label, count }) => (
                <Menu.Item
                  key={value}
                  py={5}
                  aria-current={value === shown || undefined}
                  rightSection={count !== null && <span className={classes.count}>{count}</span>}
                  onClick={() => setView({ bottomTab: value })}
                >
                  {value === shown ? <b>{label}</b> : label}
                </Menu.Item>
              ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
