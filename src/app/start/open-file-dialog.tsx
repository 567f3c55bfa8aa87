import { useState } from 'react'
import { ImportForm } from '../../panels/exchange/import-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { makeBoard } from '../new-board.ts'

/** Makes a new board of a file that was chosen or dropped on the start page. */
export function OpenFileDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const [opened, setOpened] = useState(true)
  const close = () => setOpened(false)
  return (
    <Dialog
      opened={opened}
      onClose={close}
      onExitTransitionEnd={onClose}
      title="Open a file"
      size={780}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened && <ImportForm file={file} onClose={close} targets={{ newBoard: makeBoard, here: null }} />}
    </Dialog>
  )
}
