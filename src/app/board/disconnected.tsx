import { Alert, Button } from '@mantine/core'

/** Over the canvas, once the server has ended the connection for good. */
export function Disconnected({ message }: { message: string }) {
  return (
    <Alert
      color="red"
      title="Disconnected"
      m="sm"
      style={{ position: 'absolute', zIndex: 20, inset: '0 0 auto' }}
    >
      {message}
      <Button size="compact-sm" ml="md" onClick={() => window.location.reload()}>
        Reload
      </Button>
    </Alert>
  )
}
