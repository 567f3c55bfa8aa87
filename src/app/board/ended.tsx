import { Alert, Button, Center, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { downloadModel } from '../../commands/board-file.ts'
import { execute } from '../../commands/execute.ts'
import { useConnection } from '../../state/connection-store.ts'
import { restoreBoard } from '../board-life.ts'
import { knownBoard } from '../known-boards.ts'
import { LeftBehindChanges } from './left-behind.tsx'

type Props = Readonly<{ id: string; code: string; message: string }>

const TITLES: Readonly<Record<string, string>> = {
  'link-ended': 'This link no longer opens the board',
  deleted: 'This board is deleted',
}

/** In the place of a board that does not open (any more): why, and what can be done. */
export function Ended({ id, code, message }: Props) {
  const pending = useConnection((state) => state.pending)
  const [problem, setProblem] = useState<string | null>(null)
  const isOwner = knownBoard(id)?.keys.owner !== undefined
  const restore = async () => {
    try {
      await restoreBoard(id)
      window.location.reload()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Center component="main" h="100%" p="xl">
      <Stack maw={520} role="alert">
        <Title order={1} size="h3">
          {TITLES[code] ?? 'This board cannot be opened'}
        </Title>
        <Text>{message}</Text>
        {pending > 0 && (
          <Text>
            {pending === 1 ? 'One change of yours was' : `${pending} changes of yours were`} not stored. The
            file has the board with them, as it last stood here.
          </Text>
        )}
        <LeftBehindChanges />
        {problem !== null && <Alert color="red">{problem}</Alert>}
        <Group>
          {code === 'deleted' && isOwner && <Button onClick={() => void restore()}>Restore the board</Button>}
          {/* Nobody tells a page that has ended that the owner has thought better of it. */}
          {code === 'deleted' && !isOwner && (
            <Button onClick={() => window.location.reload()}>Look again</Button>
          )}
          {pending > 0 && <Button onClick={() => execute(downloadModel)}>Download the model</Button>}
          <Button component="a" href="/" variant="default">
            To the start page
          </Button>
        </Group>
      </Stack>
    </Center>
  )
}
