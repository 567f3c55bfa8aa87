import { useConnection } from '../../../state/connection-store.ts'
import { setView, useView } from '../../../state/view-store.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { GivenLinks } from './given-links.tsx'
import { OwnedLinks } from './owned-links.tsx'

/** Links to the board. The key stands behind the #, so that no server log ever sees it. */
export function ShareDialog() {
  const opened = useView((view) => view.dialog === 'share')
  const isOwner = useConnection(({ role }) => role === 'owner')
  return (
    <Dialog
      opened={opened}
      onClose={() => setView({ dialog: null })}
      title="Share this board"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isOwner ? <OwnedLinks /> : <GivenLinks />}
    </Dialog>
  )
}
