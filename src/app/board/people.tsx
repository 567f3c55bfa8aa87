import { Popover, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useConnection } from '../../state/connection-store.ts'
import { type Identity, loadIdentity, saveIdentity } from '../identity.ts'
import classes from './board.module.css'

const NameForm = lazy(async () => ({ default: (await import('./name-form.tsx')).NameForm }))

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
  const [opened, setOpened] = useState(false)
  const hidden = peers.length - MOST_SHOWN

  const save = (name: string) => {
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
          <Suspense>
            <NameForm name={identity.name} onSave={save} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}
