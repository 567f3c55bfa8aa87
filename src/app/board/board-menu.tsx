import { Kbd, Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { downloadModel, goHome, newBoard } from '../../commands/board-file.ts'
import { deleteBoard, duplicateBoard } from '../../commands/board-life.ts'
import type { Command } from '../../commands/command.ts'
import { execute, isEnabled } from '../../commands/execute.ts'
import { openExport, print } from '../../commands/export-dialog.ts'
import { openFile } from '../../commands/import-file.ts'
import { formatKeys } from '../../commands/keys.ts'
import { openHelp, openShare } from '../../commands/view.ts'
import { Icon } from '../../ui/icon.tsx'

const MENU: readonly Command[] = [
  goHome,
  newBoard,
  openFile,
  downloadModel,
  openExport,
  print,
  openShare,
  duplicateBoard,
  deleteBoard,
  openHelp,
]

/** What is done with the board as a whole. Open from the start, since it is loaded when it is first asked for. */
export function BoardMenu({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <Menu
      defaultOpened
      onClose={onClose}
      withInitialFocusPlaceholder={false}
      position="bottom-start"
      width={290}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        {MENU.filter((command) => isEnabled(command)).map((command) => (
          <Menu.Item
            key={command.id}
            leftSection={<Icon name={command.icon} size={16} />}
            rightSection={command.keys === undefined ? null : <Kbd size="xs">{formatKeys(command.keys)}</Kbd>}
            onClick={() => execute(command)}
          >
            {command.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
