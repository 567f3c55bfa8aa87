import { Menu } from '@mantine/core'
import { Icon } from './icon.tsx'

export type MenuEntry = Readonly<{
  id: string
  label: string
  icon: string
  /** For reading and for assistive tools. */
  keys: string
  ariaKeys: string | undefined
  disabled: boolean
  run: () => void
}>

/** A menu at a place of the nearest positioned box, in pixels; null keeps it closed. Entries in groups are parted by a line. */
export function ContextMenu(props: {
  at: readonly [number, number] | null
  label: string
  groups: readonly (readonly MenuEntry[])[]
  onClose: () => void
}) {
  const { at, label, groups, onClose } = props
  if (at === null) return null
  return (
    <Menu
      opened
      onChange={(opened) => {
        if (!opened) onClose()
      }}
      withInitialFocusPlaceholder={false}
      position="bottom-start"
      offset={2}
      width={250}
      shadow="md"
      transitionProps={{ duration: 0 }}
      // Within the landmark that it belongs to.
      withinPortal={false}
      // The canvas cuts off what leaves it.
      floatingStrategy="fixed"
      middlewares={{ flip: true, shift: { padding: 8 } }}
      styles={{
        dropdown: { maxHeight: '70vh', overflowY: 'auto' },
        item: { paddingBlock: 5, fontSize: 13 },
      }}
      returnFocus
    >
      <Menu.Target>
        {/* The menu hangs on a point; the role allows what a menu says of what it hangs on. */}
        <span
          role="button"
          tabIndex={-1}
          aria-label={label}
          style={{ position: 'absolute', left: at[0], top: at[1], width: 1, height: 1 }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={label} data-canvas-ui="">
        {groups
          .filter((entries) => entries.length > 0)
          .flatMap((entries, index) => [
            ...(index === 0 ? [] : [<Menu.Divider key={`before ${entries[0]?.id ?? index}`} />]),
            ...entries.map(({ id, label: name, icon, keys, ariaKeys, disabled, run }) => (
              <Menu.Item
                key={id}
                leftSection={<Icon name={icon} size={15} />}
                rightSection={keys === '' ? undefined : <span style={{ fontSize: 11 }}>{keys}</span>}
                aria-keyshortcuts={ariaKeys}
                disabled={disabled}
                onClick={run}
              >
                {name}
              </Menu.Item>
            )),
          ])}
      </Menu.Dropdown>
    </Menu>
  )
}
