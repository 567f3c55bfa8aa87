import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { execute } from '../../commands/execute.ts'
import { bringEveryone, stopBringing } from '../../commands/together.ts'
import { useEnabled } from '../../commands/use-enabled.ts'
import { useFollow } from '../../state/follow-store.ts'
import { usePeople } from '../../state/people-store.ts'
import { Icon } from '../../ui/icon.tsx'
import classes from './people.module.css'
import { toggleFollow } from './toggle-follow.ts'

/** Everybody by name and role. Open from the start, since it is loaded when it is first asked for. */
export function PeopleMenu({ children }: { children: ReactNode }) {
  const people = usePeople((state) => state.people)
  const followed = useFollow((state) => state.followed?.key ?? null)
  const mayBring = useEnabled(bringEveryone)
  const mayStop = useEnabled(stopBringing)
  return (
    <Menu
      defaultOpened
      // In the bar, which is a landmark; a portal stands outside of them all.
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      width={280}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>Follow</Menu.Label>
        {people.map((person) => {
          const { key, name, colour, role, mine, clients } = person
          const isFollowed = key === followed
          const tabs = clients.length > 1 ? ` · ${clients.length} tabs` : ''
          return (
            <Menu.Item
              key={key}
              leftSection={
                <span className={classes.swatch} style={{ background: colour, display: 'block' }} />
              }
              rightSection={isFollowed ? <Icon name="show" size={15} /> : null}
              onClick={() => toggleFollow(person, isFollowed)}
            >
              <span className={classes.row}>
                <b>{mine ? 'You, in another tab' : name}</b>
                <small>{`${isFollowed ? 'followed' : role}${tabs}`}</small>
              </span>
            </Menu.Item>
          )
        })}
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon name={bringEveryone.icon} size={16} />}
          disabled={!mayBring}
          onClick={() => execute(bringEveryone)}
        >
          {bringEveryone.label}
        </Menu.Item>
        {mayStop && (
          <Menu.Item
            leftSection={<Icon name={stopBringing.icon} size={16} />}
            onClick={() => execute(stopBringing)}
          >
            {stopBringing.label}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
