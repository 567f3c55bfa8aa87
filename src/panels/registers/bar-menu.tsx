import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'
import css from './registers.module.css'

/** A menu of the bar above a register, with what is chosen in it on its button. It stays open while one chooses, unless an item says otherwise. */
export function BarMenu(props: {
  label: string
  /** What is chosen, in words; empty where nothing is. */
  said: string
  /** Of the list, for those who hear it. */
  name: string
  children: ReactNode
}) {
  const { label, said, name, children } = props
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
        <button type="button" className={css.facet} data-picked={said !== '' || undefined}>
          {label}
          {said !== '' && `: ${said}`}
          <Icon name="down" size={13} />
        </button>
      </Menu.Target>
      <Menu.Dropdown aria-label={name}>{children}</Menu.Dropdown>
    </Menu>
  )
}
