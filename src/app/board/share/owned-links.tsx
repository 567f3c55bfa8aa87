import { Alert, Button, Loader, Stack, Switch, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { ApiError } from '../../../collab/client/api.ts'
import { ROLES } from '../../../collab/doc/wire.ts'
import { useSession } from '../../../state/session-store.ts'
import { LinkRow } from './link-row.tsx'
import { hasEnded, MEANING, roleWord } from './link-words.ts'
import { endLink, loadLinks, makeLink, type OwnedLink, replaceLink } from './links.ts'
import { NewLink } from './new-link.tsx'
import classes from './share.module.css'

/** The links as they were read, and when. */
type Read = Readonly<{ links: readonly OwnedLink[]; now: Date }>

const read = async (board: string): Promise<Read> => ({ links: await loadLinks(board), now: new Date() })

const inWords = (error: unknown): string =>
  error instanceof ApiError ? error.message : 'That did not work. Try again.'

/** Every link to the board, by role, for its owner: copy, replace, revoke, make others. */
export function OwnedLinks() {
  const board = useSession(({ boardId }) => boardId) ?? ''
  const [known, setKnown] = useState<Read | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [showsEnded, setShowsEnded] = useState(false)
  useEffect(() => {
    let left = false
    read(board).then(
      (links) => left || setKnown(links),
      (error: unknown) => left || setProblem(inWords(error)),
    )
    return () => {
      left = true
    }
  }, [board])

  /** Does something about the links, then reads them anew, whether that worked or not. */
  const act = async (work: () => Promise<void> = async () => undefined) => {
    setBusy(true)
    setProblem(null)
    await work().catch((error: unknown) => setProblem(inWords(error)))
    await read(board).then(setKnown, (error: unknown) => setProblem(inWords(error)))
    setBusy(false)
  }

  const { links = null, now } = known ?? { now: new Date(0) }
  const ended = links?.filter((link) => hasEnded(link, now)).length ?? 0
  return (
    <Stack gap="md" aria-busy={isBusy}>
      {problem !== null && (
        <Alert color="red" role="alert">
          {problem}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void act()}>
            Read again
          </Button>
        </Alert>
      )}
      {links === null && problem === null && <Loader size="sm" aria-label="Reading the links" />}
      {links !== null &&
        ROLES.map((role) => {
          const own = links.filter((link) => link.role === role && (showsEnded || !hasEnded(link, now)))
          return (
            <section key={role} aria-label={`${roleWord(role)} links`} className={classes.role}>
              <Text fw={600} size="sm">
                {roleWord(role)}
              </Text>
              <Text size="xs" c="dimmed">
                {MEANING[role]}
              </Text>
              {own.length === 0 && <Text size="sm">No link with this role.</Text>}
              {own.map((link) => (
                <LinkRow
                  key={link.id}
                  link={link}
                  board={board}
                  now={now}
                  disabled={isBusy}
                  onRevoke={() => void act(async () => await endLink(board, link.id))}
                  onReplace={() => void act(async () => await replaceLink(board, link))}
                />
              ))}
            </section>
          )
        })}
      {ended > 0 && (
        <Switch
          size="sm"
          label={`Show ${ended} ended ${ended === 1 ? 'link' : 'links'}`}
          checked={showsEnded}
          onChange={(event) => setShowsEnded(event.currentTarget.checked)}
        />
      )}
      <NewLink disabled={isBusy} onMake={(asked) => void act(async () => await makeLink(board, asked))} />
      <Text size="xs" c="dimmed">
        The server keeps no keys, only what proves them. So a link can be copied only in the browsers that
        made or used it; anywhere else, replace it. Revoking ends what is open by that link at once.
      </Text>
    </Stack>
  )
}
