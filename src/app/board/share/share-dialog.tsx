import { Modal } from '@mantine/core'
import { useDeferredValue } from 'react'
import { useConnection } from '../../../state/connection-store.ts'
import { setView, useView } from '../../../state/view-store.ts'
import { GivenLinks } from './given-links.tsx'
import { OwnedLinks } from './owned-links.tsx'

/** Links to the board. The key stands behind the #, so that no server log ever sees it. */
export function ShareDialog() {
  // Mounted open, a dialog would not know to whom it gives the focus back: it is mounted closed, and opens at once.
  const opened = useDeferredValue(
    useView((view) => view.dialog === 'share'),
    false,
  )
  const isOwner = useConnection(({ role }) => role === 'owner')
  return (
    <Modal
      opened={opened}
      onClose={() => setView({ dialog: null })}
      title="Share this board"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isOwner ? <OwnedLinks /> : <GivenLinks />}
    </Modal>
  )
}
