import { importHere } from '../../commands/import-here.ts'
import { execute, getHost } from '../../commands/execute.ts'
import { mayEdit, useConnection } from '../../state/connection-store.ts'
import { useExchange } from '../../state/exchange-store.ts'
import { setView, useView } from '../../state/view-store.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ImportForm } from './import-form.tsx'

const close = (): void => setView({ dialog: null })

/** Brings a file in while a board is open: into that board, or as another one. */
export function ImportDialog() {
  const opened = useView((view) => view.dialog === 'import')
  const file = useExchange((exchange) => exchange.file)
  const opening = useExchange((exchange) => exchange.opening)
  const editable = useConnection(mayEdit)
  // Another file may have been dropped meanwhile: then nobody waits for this one any more.
  const isWanted = () => useView.getState().dialog === 'import' && useExchange.getState().opening === opening
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
          key={opening}
          file={file}
          onClose={() => isWanted() && close()}
          targets={{
            newBoard: async (content) => await getHost()?.makeBoard(content),
            here: editable
              ? async (model, name) =>
                  await new Promise<void>((done, refuse) => {
                    const isBegun = execute(importHere, { model, name, isWanted, done })
                    if (!isBegun) refuse(new Error('You may no longer edit this board.'))
                  })
              : null,
          }}
        />
      )}
    </Dialog>
  )
}
