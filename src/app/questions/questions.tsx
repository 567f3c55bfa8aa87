import { Suspense, useState } from 'react'
import { useConfirm } from './confirm-store.ts'
import { late } from '../../ui/late.ts'

const ConfirmDialog = late(async () => ({ default: (await import('./confirm-dialog.tsx')).ConfirmDialog }))

/** Where questions appear; loaded with the first of them, and stays, so that each can close with its own motion. */
export function Questions() {
  const isAsking = useConfirm(({ pending }) => pending !== null)
  const [hasAsked, setHasAsked] = useState(false)
  if (isAsking && !hasAsked) setHasAsked(true)
  return <Suspense>{hasAsked && <ConfirmDialog />}</Suspense>
}
