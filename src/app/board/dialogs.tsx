import { lazy, Suspense, useState } from 'react'
import { type Dialog, useView } from '../../state/view-store.ts'
import { useConfirm } from './confirm-store.ts'

const DIALOGS: Readonly<Record<NonNullable<Dialog>, React.LazyExoticComponent<() => React.ReactNode>>> = {
  help: lazy(async () => ({ default: (await import('./help-sheet.tsx')).HelpSheet })),
  share: lazy(async () => ({ default: (await import('./share/share-dialog.tsx')).ShareDialog })),
  palette: lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette })),
  'connect-to': lazy(async () => ({
    default: (await import('../../panels/dialogs/connect-to-dialog.tsx')).ConnectToDialog,
  })),
  'move-to': lazy(async () => ({
    default: (await import('../../panels/dialogs/move-to-dialog.tsx')).MoveToDialog,
  })),
  threats: lazy(async () => ({
    default: (await import('../../panels/threats/suggest-dialog.tsx')).SuggestDialog,
  })),
}

const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog.tsx')).ConfirmDialog }))

/** Each dialog is loaded when it is first asked for, and stays, so that it can close with its own motion. */
export function Dialogs() {
  const wanted = useView((view) => view.dialog)
  const [asked, setAsked] = useState<readonly NonNullable<Dialog>[]>([])
  if (wanted !== null && !asked.includes(wanted)) setAsked([...asked, wanted])
  const isAsking = useConfirm(({ pending }) => pending !== null)
  const [hasAsked, setHasAsked] = useState(false)
  if (isAsking && !hasAsked) setHasAsked(true)
  return (
    <Suspense>
      {hasAsked && <ConfirmDialog />}
      {asked.map((name) => {
        const Asked = DIALOGS[name]
        return <Asked key={name} />
      })}
    </Suspense>
  )
}
