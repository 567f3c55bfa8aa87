import { Button, Group, List, Modal, Text } from '@mantine/core'
import { useDeferredValue } from 'react'
import { useConfirm } from './confirm-store.ts'

export function ConfirmDialog() {
  const pending = useConfirm((state) => state.pending)
  // Mounted open, a dialog would not know to whom it gives the focus back: it is mounted closed, and opens at once.
  const opened = useDeferredValue(pending !== null, false)
  const { lines = [], tone } = pending?.question ?? {}
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
      {lines.length > 0 && (
        <List size="sm" mt="xs" spacing={4}>
          {lines.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => answer(false)}>
          Cancel
        </Button>
        <Button {...(tone === 'plain' ? {} : { color: 'red' })} onClick={() => answer(true)} data-autofocus>
          {pending?.question.confirm}
        </Button>
      </Group>
    </Modal>
  )
}
