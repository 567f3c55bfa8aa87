import { Button, Group, Modal, Text } from '@mantine/core'
import { useDeferredValue } from 'react'
import { useConfirm } from './confirm-store.ts'

export function ConfirmDialog() {
  const pending = useConfirm((state) => state.pending)
  // Mounted open, a dialog would not know to whom it gives the focus back: it is mounted closed, and opens at once.
  const opened = useDeferredValue(pending !== null, false)
  const answer = (yes: boolean) => pending?.answer(yes)
  return (
    <Modal
      opened={opened}
      onClose={() => answer(false)}
      title={pending?.question.title}
      closeButtonProps={{ 'aria-label': 'Cancel' }}
      centered
    >
      <Text size="sm">{pending?.question.body}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => answer(false)}>
          Cancel
        </Button>
        <Button color="red" onClick={() => answer(true)} data-autofocus>
          {pending?.question.confirm}
        </Button>
      </Group>
    </Modal>
  )
}
