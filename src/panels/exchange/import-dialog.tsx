import { importHere } from '../../commands/import-here.ts'
import { execute, getHost } from '../../commands/execute.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { useExchange } from '../../state/exchange-store.ts'
import { setView, useView } from '../../state/view-store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ImportForm } from './import-form.tsx'

const isWanted = (): boolean => useView.getState().dialog === 'import'

const close = (): void => setView({ dialog: null })

/** Brings a file in while a board is open: into that board, or as another one. */
export function ImportDialog() {
  const opened = useView((view) => view.dialog === 'import')
  const file = useExchange((exchange) => exchange.file)
  const editable = useConnection(mayEdit)
  return (
    <Dialog
      opened={opened && file !== null}
      onClose={close}
      onExitTransitionEnd={() => useExchange.setState({ file: null })}
      title="Open or import a file"
      size={780}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {opened && file !== null && (
        <ImportForm
          file={file}
          onClose={close}
          targets={{
            newBoard: async (content) => await getHost()?.makeBoard(content),
            here: editable
              ? async (model, name) =>
                  await new Promise<void>((done) => {
                    if (!execute(importHere, { model, name, isWanted, done })) done()
                  })
              : null,
          }}
        />
      )}
    </Dialog>
  )
}
