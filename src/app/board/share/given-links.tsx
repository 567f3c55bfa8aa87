import { Alert, Group, Stack, Text, TextInput } from '@mantine/core'
import { ROLES } from '../../../collab/doc/wire.ts'
import { useSession } from '../../../state/session-store.ts'
import { boardPath } from '../../route.ts'
import { CopyLink } from './copy-link.tsx'
import { MEANING, roleWord } from './link-words.ts'

/** The links that somebody who does not own the board was given. */
export function GivenLinks() {
  const { boardId, keys } = useSession()
  if (boardId === null) return null
  return (
    <Stack gap="md">
      {ROLES.map((role) => {
        const key = keys[role]
        if (key === undefined) return null
        return (
          <Group key={role} align="flex-end" wrap="nowrap" gap="xs">
            <TextInput
              style={{ flex: 1 }}
              label={`${roleWord(role)} link`}
              description={MEANING[role]}
              value={`${window.location.origin}${boardPath(boardId, key)}`}
              readOnly
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyLink board={boardId} linkKey={key} label={`Copy the ${role} link`} />
          </Group>
        )
      })}
      <Alert variant="light" color="gray">
        <Text size="sm">
          You can pass on the links that you were given. Whoever owns the board can make others, and revoke
          these.
        </Text>
      </Alert>
    </Stack>
  )
}
