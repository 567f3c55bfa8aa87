import { Button, Group, List, Text } from '@mantine/core'
import { Dialog } from '../../ui/dialog.tsx'
import css from './confirm-dialog.module.css'
import { useConfirm } from './confirm-store.ts'

export function ConfirmDialog() {
  const pending = useConfirm((state) => state.pending)
  const { lines = [], news, tone } = pending?.question ?? {}
  const answer = (yes: boolean) => pending?.answer(yes)
  return (
    <Dialog
      opened={pending !== null}
      onClose={() => answer(false)}
      title={pending?.question.title}
      closeButtonProps={{ 'aria-label': 'Cancel' }}
      centered
    >
      <Text size="sm">{pending?.question.body}</Text>
      <p role="status" className={css.news}>
        {news}
      </p>
      {lines.length > 0 && (
        <List size="sm" mt="xs" spacing={4}>
          {lines.map(({ id, words }) => (
            <List.Item key={id}>{words}</List.Item>
          ))}
        </List>
      )}
      <Group justify="flex-end" className={css.answers}>
        {/* A second Enter must not lose anything. */}
        <Button
          variant="default"
          onClick={() => answer(false)}
          data-autofocus={tone !== 'plain' || undefined}
        >
          Cancel
        </Button>
        <Button
          {...(tone === 'plain' ? {} : { color: 'red' })}
          onClick={() => answer(true)}
          data-autofocus={tone === 'plain' || undefined}
        >
          {pending?.question.confirm}
        </Button>
      </Group>
    </Dialog>
  )
}
