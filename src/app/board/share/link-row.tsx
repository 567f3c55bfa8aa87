import { Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useConnection } from '../../../state/connection-store.ts'
import { CopyLink } from './copy-link.tsx'
import { hasEnded, lifeInWords, roleWord } from './link-words.ts'
import type { OwnedLink } from './links.ts'
import classes from './share.module.css'

type Props = Readonly<{
  link: OwnedLink
  board: string
  now: Date
  disabled: boolean
  onRevoke: () => void
  onReplace: () => void
}>

const QUESTIONS = {
  revoke: 'Revoke it? Whoever is here by this link is put out at once.',
  replace: 'Replace it? The old address stops working at once; you pass on the new one.',
} as const

/** One link. What cannot be taken back is asked for twice, in place. */
export function LinkRow({ link, board, now, disabled, onRevoke, onReplace }: Props) {
  const [asked, setAsked] = useState<keyof typeof QUESTIONS | null>(null)
  const isMine = useConnection(({ link: own }) => own === link.id)
  const name = link.name === '' ? `${roleWord(link.role)} link` : link.name
  const isOver = hasEnded(link, now)
  return (
    <div className={classes.link}>
      <div>
        <Text size="sm" td={isOver ? 'line-through' : undefined}>
          {name} {isMine && <Badge size="xs">in use here</Badge>}
        </Text>
        <Text size="xs" c="dimmed">
          {lifeInWords(link, now)}
        </Text>
      </div>
      {asked !== null && (
        <Group gap="xs" wrap="nowrap">
          <Text size="xs" role="alert">
            {QUESTIONS[asked]}
            {isMine && ' You are here by it yourself.'}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => setAsked(null)}>
            Keep
          </Button>
          <Button
            size="compact-sm"
            color="red"
            data-autofocus
            onClick={() => {
              setAsked(null)
              if (asked === 'revoke') onRevoke()
              else onReplace()
            }}
          >
            {asked === 'revoke' ? 'Revoke' : 'Replace'}
          </Button>
        </Group>
      )}
      {asked === null && !isOver && (
        <Group gap="xs" wrap="nowrap">
          {link.key !== null && <CopyLink board={board} linkKey={link.key} label={`Copy: ${name}`} />}
          <Button
            size="compact-sm"
            variant="default"
            disabled={disabled || isMine}
            title={isMine ? 'Open the board by another owner link to replace this one' : undefined}
            onClick={() => setAsked('replace')}
            aria-label={`Replace: ${name}`}
          >
            Replace
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={disabled}
            onClick={() => setAsked('revoke')}
            aria-label={`Revoke: ${name}`}
          >
            Revoke
          </Button>
        </Group>
      )}
    </div>
  )
}
