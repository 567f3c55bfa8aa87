import { Alert, Button, Group, Text } from '@mantine/core'
import { downloadModel } from '../../commands/board-file.ts'
import { execute } from '../../commands/execute.ts'
import { useConnection } from '../../state/connection-store.ts'

/** Over the canvas, once the server has ended the connection for good. */
export function Disconnected({
  message,
  onThrowAway,
}: {
  message: string
  onThrowAway: () => Promise<void>
}) {
  const pending = useConnection((state) => state.pending)
  const kept = useConnection((state) => state.kept)
  const reload = () => window.location.reload()
  return (
    <Alert color="red" title="Disconnected">
      {message}
      {pending > 0 && (
        <Text size="sm" mt={4}>
          {pending === 1 ? '1 change has' : `${pending} changes have`} not reached the server, and{' '}
          {pending === 1 ? 'is' : 'are'} {kept ? 'kept on this device' : 'only in this tab'}.
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {pending > 0 && (
          <Button size="compact-sm" onClick={() => execute(downloadModel)}>
            Download the board with {pending === 1 ? 'it' : 'them'}
          </Button>
        )}
        <Button size="compact-sm" variant={pending > 0 ? 'default' : 'filled'} onClick={reload}>
          Reload
        </Button>
        {pending > 0 && kept && (
          <Button size="compact-sm" variant="default" onClick={() => void onThrowAway().then(reload)}>
            Throw {pending === 1 ? 'it' : 'them'} away and reload
          </Button>
        )}
      </Group>
    </Alert>
  )
}
