import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import { chooseIdentity, openNaming, useNaming } from '../own-identity.ts'
import { NameForm } from './name-form.tsx'

/**
 * The form for this person's name, beside the button that opens it. Loaded when it is first opened, with which the button
 * is made anew: `onClose` gives the focus back to it.
 */
export function NamePopover({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const opened = useNaming((state) => state.opened)
  return (
    <Popover
      opened={opened}
      onChange={openNaming}
      onClose={onClose}
      trapFocus
      withArrow
      // It would be called by its button, and not by what it asks.
      withRoles={false}
      position="bottom-end"
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Your name and colour">
        <NameForm
          onSave={(chosen) => {
            chooseIdentity(chosen)
            openNaming(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
