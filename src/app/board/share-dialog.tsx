import { Alert, Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useDeferredValue } from 'react'
import { ROLES, type Role } from '../../collab/doc/wire.ts'
import { useSession } from '../../state/session-store.ts'
import { setView, useView } from '../../state/view-store.ts'
import { boardPath } from '../route.ts'

const MEANING: Record<Role, string> = {
  owner: 'Everything, for yourself. Keep it: it is the only way back in from another device.',
  editor: 'For those who build the model with you.',
  commenter: 'For those who may look and comment. They cannot change the model.',
  viewer: 'For those who may only look.',
}

/** One link per role that this browser knows. The key stands behind the #, so that no server log ever sees it. */
export function ShareDialog() {
  // Mounted open, a dialog would not know to whom it gives the focus back: it is mounted closed, and opens at once.
  const opened = useDeferredValue(
    useView((view) => view.dialog === 'share'),
    false,
  )
  const { boardId, keys } = useSession()
  const links = ROLES.flatMap((role) => {
    const key = keys[role]
    return boardId === null || key === undefined
      ? []
      : [{ role, link: `${window.location.origin}${boardPath(boardId, key)}` }]
  })
  return (
    <Modal
      opened={opened}
      onClose={() => setView({ dialog: null })}
      title="Share this board"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        {links.map(({ role, link }) => (
          <Group key={role} align="flex-end" wrap="nowrap" gap="xs">
            <TextInput
              style={{ flex: 1 }}
              label={`${role.slice(0, 1).toUpperCase()}${role.slice(1)} link`}
              description={MEANING[role]}
              value={link}
              readOnly
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton value={link}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy} aria-label={`Copy the ${role} link`}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
          </Group>
        ))}
        {links.length < ROLES.length && (
          <Alert variant="light" color="gray">
            <Text size="sm">
              You can pass on the links that you were given. Ask whoever made the board for the others.
            </Text>
          </Alert>
        )}
      </Stack>
    </Modal>
  )
}
