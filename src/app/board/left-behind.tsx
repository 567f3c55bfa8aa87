import { Alert, Button, Group, Text } from '@mantine/core'
import { dropStore, type LeftBehind } from '../../collab/client/left-behind.ts'
import { saveAsFile } from '../../commands/board-file.ts'
import { download } from '../browser-files.ts'
import { useLeftBehind } from './left-behind-store.ts'

/** Offers what never reached the server as files. Each stays on this device until the person throws it away. */
export function LeftBehindChanges() {
  const stores = useLeftBehind((state) => state.stores)
  return stores.map((store) => <Offer key={store.name} store={store} />)
}

function Offer({ store }: { store: LeftBehind }) {
  const { name, changes, model } = store
  const discard = async () => {
    useLeftBehind.setState(({ stores }) => ({ stores: stores.filter((each) => each !== store) }))
    await dropStore(name)
  }
  return (
    <Alert color="orange" title={`${countOf(changes)} never reached the server`} role="alert">
      <Text size="sm">
        {changes === 1 ? 'It was' : 'They were'} made on this device on an earlier state of the board, and
        cannot be joined with the one that the server has now. The file holds the whole board as it stood
        here; it opens as a board of its own.
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" onClick={() => saveAsFile(model, { download })}>
          Download as a file
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void discard()}>
          Throw away
        </Button>
      </Group>
    </Alert>
  )
}

const countOf = (changes: number): string => (changes === 1 ? '1 change' : `${changes} changes`)
