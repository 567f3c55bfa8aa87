import { lazy, Suspense, useState } from 'react'
import { useConfirm } from './confirm-store.ts'

const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog.tsx')).ConfirmDialog }))

/** Where questions appear; loaded with the first of them, and stays, so that each can close with its own motion. */
export function Questions() {
  const isAsking = useConfirm(({ pending }) => pending !== null)
  const [hasAsked, setHasAsked] = useState(false)
  if (isAsking && !hasAsked) setHasAsked(true)
  return <Suspense>{hasAsked && <ConfirmDialog />}</Suspense>
}
