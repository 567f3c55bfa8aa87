import { Button, Popover, Stack, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useConnection } from '../../state/connection-store.ts'
import { type Identity, loadIdentity, saveIdentity } from '../identity.ts'
import classes from './board.module.css'

const MOST_SHOWN = 5

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((part) => part !== '')
    .slice(0, 2)
    .map((part) => [...part][0]?.toUpperCase() ?? '')
    .join('')

/** Who is here: this person first (click to change the name), then the others. */
export function People({ onIdentity }: { onIdentity: (identity: Identity) => void }) {
  const peers = useConnection((state) => state.peers)
  const [identity, setIdentity] = useState(loadIdentity)
  const [draft, setDraft] = useState(identity.name)
  const [opened, setOpened] = useState(false)
  const hidden = peers.length - MOST_SHOWN

  const save = () => {
    const name = draft.trim().slice(0, 60)
    if (name === '') return
    const next = saveIdentity({ ...identity, name })
    setIdentity(next)
    onIdentity(next)
    setOpened(false)
  }

  return (
    <div role="group" aria-label="People on this board" style={{ display: 'flex', paddingLeft: 6 }}>
      {peers.slice(0, MOST_SHOWN).map(({ client, name, colour }) => (
        <Tooltip key={client} label={name}>
          <span className={classes.person} style={{ background: colour }} role="img" aria-label={name}>
            {initials(name)}
          </span>
        </Tooltip>
      ))}
      {hidden > 0 && <Text size="xs">+{hidden}</Text>}
      <Popover opened={opened} onChange={setOpened} trapFocus withArrow position="bottom-end">
        <Popover.Target>
          <Tooltip label={`${identity.name} (you)`}>
            <UnstyledButton
              className={classes.person}
              style={{ background: identity.colour }}
              aria-label={`You are ${identity.name}. Change your name`}
              aria-expanded={opened}
              onClick={() => setOpened(!opened)}
            >
              {initials(identity.name)}
            </UnstyledButton>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs">
            <TextInput
              label="Your name, as the others see it"
              value={draft}
              maxLength={60}
              onChange={(event) => setDraft(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && save()}
            />
            <Button size="xs" onClick={save} disabled={draft.trim() === ''}>
              Use this name
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
