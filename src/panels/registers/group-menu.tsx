import { Menu } from '@mantine/core'
import { type Fold, UNFOLDED } from '../../state/register-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { BarMenu } from './bar-menu.tsx'
import type { Grouping } from './groups.ts'

const NONE = ''

/** What the rows stand together by, and folding all groups away or none. */
export function GroupMenu<R>(props: {
  groupings: readonly Grouping<R>[]
  chosen: Grouping<R> | null
  onGroup: (id: string | null) => void
  onFold: (fold: Fold) => void
}) {
  const { groupings, chosen, onGroup, onFold } = props
  return (
    <BarMenu label="Group by" said={chosen?.label ?? ''} name="Group by">
      <Menu.RadioGroup value={chosen?.id ?? NONE} onChange={(id) => onGroup(id === NONE ? null : id)}>
        <Menu.RadioItem value={NONE} closeMenuOnClick>
          Nothing
        </Menu.RadioItem>
        {groupings.map(({ id, label }) => (
          <Menu.RadioItem key={id} value={id} closeMenuOnClick>
            {label}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      {chosen !== null && (
        <>
          <Menu.Divider />
          <Menu.Item
            leftSection={<Icon name="right" size={14} />}
            closeMenuOnClick
            onClick={() => onFold({ all: true, but: [] })}
          >
            Fold all
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="down" size={14} />}
            closeMenuOnClick
            onClick={() => onFold(UNFOLDED)}
          >
            Unfold all
          </Menu.Item>
        </>
      )}
    </BarMenu>
  )
}
