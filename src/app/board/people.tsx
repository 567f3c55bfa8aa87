import { UnstyledButton } from '@mantine/core'
import { Suspense, useRef, useState } from 'react'
import { useConnection } from '../../state/connection-store.ts'
import { stopFollowing, useFollow } from '../../state/follow-store.ts'
import { type Person, usePeople } from '../../state/people-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { inkOn } from '../../ui/ink.ts'
import { useTip } from '../../ui/use-tip.tsx'
import { openNaming, useIdentity, useNaming } from '../own-identity.ts'
import { late } from '../../ui/late.ts'
import classes from './people.module.css'
import { toggleFollow } from './toggle-follow.ts'

const NamePopover = late(async () => ({ default: (await import('./name-popover.tsx')).NamePopover }))
const PeopleMenu = late(async () => ({ default: (await import('./people-menu.tsx')).PeopleMenu }))

const MOST_SHOWN = 4

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((part) => part !== '')
    .slice(0, 2)
    .map((part) => [...part][0]?.toUpperCase() ?? '')
    .join('')

/** Who is here: the others (click to follow), a menu of all of them, and this person (click to change the name). */
export function People() {
  const people = usePeople((state) => state.people)
  const away = useConnection(({ phase }) => phase !== 'online')
  // Somebody who is followed is always to be seen.
  const followed = useFollow((state) => state.followed?.key ?? null)
  const shown = people.filter(({ mine, key }, index) => !mine && (index < MOST_SHOWN || key === followed))
  return (
    <div
      role="group"
      aria-label="People on this board"
      className={classes.people}
      data-away={away || undefined}
    >
      {shown.map((person) => (
        <Avatar key={person.key} person={person} followed={person.key === followed} />
      ))}
      {people.length > 0 && <MenuButton hidden={people.filter(({ mine }) => !mine).length - shown.length} />}
      <Own />
    </div>
  )
}

function Avatar({ person, followed }: { person: Person; followed: boolean }) {
  const { name, role, colour } = person
  const { rests, tip } = useTip(
    `${name} · ${role}. ${followed ? 'Click to stop following' : 'Click to follow'}`,
  )
  return (
    <>
      <UnstyledButton
        className={classes.person}
        style={{ background: colour, color: inkOn(colour) }}
        aria-label={`Follow ${name}, ${role}`}
        aria-pressed={followed}
        onClick={() => toggleFollow(person, followed)}
        onKeyDown={(event) => event.key === 'Escape' && stopFollowing()}
        {...rests}
      >
        {initials(name)}
      </UnstyledButton>
      {tip}
    </>
  )
}

function MenuButton({ hidden }: { hidden: number }) {
  const [asked, setAsked] = useState(false)
  const button = (
    <UnstyledButton
      className={classes.more}
      aria-label={hidden > 0 ? `${hidden} more people` : 'People'}
      aria-haspopup="menu"
      onClick={() => setAsked(true)}
    >
      {hidden > 0 ? `+${hidden}` : <Icon name="down" size={14} />}
    </UnstyledButton>
  )
  if (!asked) return button
  return (
    <Suspense fallback={button}>
      <PeopleMenu>{button}</PeopleMenu>
    </Suspense>
  )
}

function Own() {
  const { name, colour } = useIdentity()
  const opened = useNaming((state) => state.opened)
  const [asked, setAsked] = useState(opened)
  const button = useRef<HTMLButtonElement>(null)
  if (opened && !asked) setAsked(true)
  const { rests, tip } = useTip(`${name} (you)`)
  const opener = (
    <UnstyledButton
      ref={button}
      className={classes.person}
      data-own
      style={{ background: colour, color: inkOn(colour) }}
      aria-label={`You are ${name}. Change your name`}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onClick={() => openNaming(!opened)}
      {...rests}
    >
      {initials(name)}
    </UnstyledButton>
  )
  return (
    <>
      {asked ? (
        <Suspense fallback={opener}>
          <NamePopover onClose={() => button.current?.focus()}>{opener}</NamePopover>
        </Suspense>
      ) : (
        opener
      )}
      {!opened && tip}
    </>
  )
}
