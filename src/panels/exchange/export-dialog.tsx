import { setView, useView } from '../../state/view-store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ExportForm } from './export-form.tsx'

const close = (): void => setView({ dialog: null })

/** Hands the board out as a file: for another tool, as tables, as a picture, as a report. */
export function ExportDialog() {
  const opened = useView((view) => view.dialog === 'export')
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title="Export"
      size={760}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened && <ExportForm onClose={close} />}
    </Dialog>
  )
}
