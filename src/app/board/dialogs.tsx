import { Suspense, useState } from 'react'
import { type Dialog, useView } from '../../state/view-store.ts'
import { Questions } from '../questions/questions.tsx'
import { late } from '../../ui/late.ts'

const DIALOGS: Readonly<Record<NonNullable<Dialog>, React.LazyExoticComponent<() => React.ReactNode>>> = {
  help: late(async () => ({ default: (await import('./help-sheet.tsx')).HelpSheet })),
  share: late(async () => ({ default: (await import('./share/share-dialog.tsx')).ShareDialog })),
  palette: late(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette })),
  'connect-to': late(async () => ({
    default: (await import('../../panels/dialogs/connect-to-dialog.tsx')).ConnectToDialog,
  })),
  export: late(async () => ({
    default: (await import('../../panels/exchange/export-dialog.tsx')).ExportDialog,
  })),
  import: late(async () => ({
    default: (await import('../../panels/exchange/import-dialog.tsx')).ImportDialog,
  })),
  library: late(async () => ({
    default: (await import('../../panels/library/library-dialog.tsx')).LibraryDialog,
  })),
  'move-to': late(async () => ({
    default: (await import('../../panels/dialogs/move-to-dialog.tsx')).MoveToDialog,
  })),
  threats: late(async () => ({
    default: (await import('../../panels/threats/suggest-dialog.tsx')).SuggestDialog,
  })),
}

/** Each dialog is loaded when it is first asked for, and stays, so that it can close with its own motion. */
export function Dialogs() {
  const wanted = useView((view) => view.dialog)
  const [asked, setAsked] = useState<readonly NonNullable<Dialog>[]>([])
  if (wanted !== null && !asked.includes(wanted)) setAsked([...asked, wanted])
  return (
    <>
      <Questions />
      <Suspense>
        {asked.map((name) => {
          const Asked = DIALOGS[name]
          return <Asked key={name} />
        })}
      </Suspense>
    </>
  )
}
