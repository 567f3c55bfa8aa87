import { Modal, type ModalProps } from '@mantine/core'
import { useDeferredValue } from 'react'
import { useFocusBack } from './use-focus-back.ts'

/** A modal dialog that may be mounted when it is first opened, and that keeps no key once it is closed. */
export function Dialog({ opened, ...props }: Omit<ModalProps, 'attributes'>) {
  // Mounted open, a dialog would not know to whom it gives the focus back: it is mounted closed, and opens at once.
  const isReady = useDeferredValue(opened, false)
  const isOpen = opened && isReady
  useFocusBack(isOpen)
  // Its head would count as a second banner of the page.
  const attributes = { header: { role: 'presentation' }, content: { inert: !isOpen } }
  return <Modal {...props} opened={isOpen} attributes={attributes} />
}
