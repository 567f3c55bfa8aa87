import { Alert, Anchor, Badge, Menu, Text, Title, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { saveAsFile } from '../../commands/board-file.ts'
import { deletionQuestion } from '../../commands/board-life.ts'
import { deleteBoard, duplicateBoard, restoreBoard } from '../board-life.ts'
import { download } from '../browser-files.ts'
import { bestKey, forgetBoard, type KnownBoard, knownBoards } from '../known-boards.ts'
import { ask } from '../questions/confirm-store.ts'
import { Questions } from '../questions/questions.tsx'
import { boardPath } from '../route.ts'
import classes from './start.module.css'

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

const titleOf = ({ title }: KnownBoard): string => (title === '' ? 'Untitled board' : title)

/** Boards that this browser has opened. The list, and the keys in it, are on this device alone. */
export function RecentBoards() {
  const [boards, setBoards] = useState(() => knownBoards())
  const [problem, setProblem] = useState<string | null>(null)
  if (boards.length === 0) return null

  const act = async (work: () => Promise<void>) => {
    try {
      await work()
      setProblem(null)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
    setBoards(knownBoards())
  }

  return (
    <section aria-labelledby="start-recent">
      <Title order={2} size="h4" id="start-recent" mb="sm">
        Recent boards on this device
      </Title>
      {problem !== null && (
        <Alert color="red" role="alert" mb="sm">
          {problem}
        </Alert>
      )}
      <div className={classes.card} style={{ padding: 0 }}>
        {boards.map((board) => (
          <div key={board.id} className={classes.board}>
            <Opener board={board} />
            <Text size="xs" className={classes.muted}>
              {WHEN.format(board.openedAt)}
            </Text>
            <Actions board={board} act={(work) => void act(work)} />
          </div>
        ))}
      </div>
      <Questions />
    </section>
  )
}

/** What was made here and never reached the server is saved as a file before it is forgotten. */
async function forget({ id, epoch }: KnownBoard, title: string): Promise<void> {
  const { dropStore, findLeftBehind } = await import('../../collab/client/left-behind.ts')
  const unsent = await findLeftBehind(id, null, epoch)
  const changes = unsent.reduce((sum, store) => sum + store.changes, 0)
  const made = changes === 1 ? '1 change' : `${changes} changes`
  const sure = await ask({
    title: `Forget “${title}” on this device?`,
    body: 'It is taken out of this list. Without its link you cannot get back to it.',
    lines:
      changes === 0
        ? []
        : [
            {
              id: 'unsent',
              words: `${made} made here never reached the server. The board with ${changes === 1 ? 'it' : 'them'} is downloaded as a file first.`,
            },
          ],
    confirm: 'Forget the board',
  })
  if (!sure) return
  for (const { model, name } of unsent) {
    saveAsFile(model, { download })
    await dropStore(name)
  }
  forgetBoard(id)
}

function Opener({ board }: { board: KnownBoard }) {
  const key = bestKey(board)
  if (board.deleted || key === null) {
    return (
      <Text className={classes.boardLink}>
        {titleOf(board)} <Badge color="gray">{board.deleted ? 'deleted' : 'no link'}</Badge>
      </Text>
    )
  }
  return (
    <Anchor className={classes.boardLink} href={boardPath(board.id, key)}>
      {titleOf(board)}
    </Anchor>
  )
}

type Act = (work: () => Promise<void>) => void

function Actions({ board, act }: { board: KnownBoard; act: Act }) {
  const title = titleOf(board)
  const isOwner = board.keys.owner !== undefined
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end">
      <Menu.Target>
        <UnstyledButton aria-label={`More about ${title}`} className={classes.more}>
          <Icon name="more" size={18} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {!board.deleted && (
          <Menu.Item
            leftSection={<Icon name="copy" size={16} />}
            onClick={() => act(async () => await duplicateBoard(board.id, `${title} (copy)`))}
          >
            Duplicate
          </Menu.Item>
        )}
        {board.deleted && isOwner && (
          <Menu.Item
            leftSection={<Icon name="undo" size={16} />}
            onClick={() => act(async () => await restoreBoard(board.id))}
          >
            Restore
          </Menu.Item>
        )}
        {!board.deleted && isOwner && (
          <Menu.Item
            leftSection={<Icon name="delete" size={16} />}
            onClick={() =>
              act(async () => {
                if (await ask(deletionQuestion(title, 0))) await deleteBoard(board.id)
              })
            }
          >
            Delete
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<Icon name="close" size={16} />}
          onClick={() => act(async () => await forget(board, title))}
        >
          Forget on this device
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
