import { Tooltip } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'

/** See use-tip.tsx. */
export function LateTip({
  target,
  label,
  onClose,
}: {
  target: HTMLElement
  label: ReactNode
  onClose: () => void
}) {
  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    window.addEventListener('keydown', close)
    return () => window.removeEventListener('keydown', close)
  }, [onClose])
  // Within the landmark that the element belongs to, and not cut off by it.
  return <Tooltip opened target={target} label={label} withinPortal={false} floatingStrategy="fixed" />
}
