import { Anchor, CloseButton, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { saveAsFile } from '../../commands/board-file.ts'
import { download } from '../browser-files.ts'
import { bestKey, forgetBoard, type KnownBoard, knownBoards } from '../known-boards.ts'
import { boardPath } from '../route.ts'
import classes from './start.module.css'

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** Boards that this browser has opened. The list, and the keys in it, are on this device alone. */
export function RecentBoards() {
  const [boards, setBoards] = useState(() => knownBoards())
  if (boards.length === 0) return null
  const forget = async ({ id, epoch }: KnownBoard, title: string) => {
    const { dropStore, findLeftBehind } = await import('../../collab/client/left-behind.ts')
    const unsent = await findLeftBehind(id, null, epoch)
    const changes = unsent.reduce((sum, store) => sum + store.changes, 0)
    const sure = window.confirm(
      [
        `Forget “${title}” on this device? Without its link you cannot get back to it.`,
        ...(changes === 0
          ? []
          : [
              `${changes === 1 ? '1 change' : `${changes} changes`} made here never reached the server. They are downloaded as a file first.`,
            ]),
      ].join('\n\n'),
    )
    if (!sure) return
    for (const { model, name } of unsent) {
      saveAsFile(model, { download })
      await dropStore(name)
    }
    forgetBoard(id)
    setBoards(knownBoards())
  }
  return (
    <section aria-labelledby="start-recent">
      <Title order={2} size="h4" id="start-recent" mb="sm">
        Recent boards on this device
      </Title>
      <div className={classes.card} style={{ padding: 0 }}>
        {boards.map((board) => {
          const title = board.title === '' ? 'Untitled board' : board.title
          const key = bestKey(board)
          return (
            <div key={board.id} className={classes.board}>
              <Anchor className={classes.boardLink} href={key === null ? '/' : boardPath(board.id, key)}>
                {title}
              </Anchor>
              <Text size="xs" className={classes.muted}>
                {WHEN.format(board.openedAt)}
              </Text>
              <CloseButton aria-label={`Forget ${title}`} onClick={() => void forget(board, title)} />
            </div>
          )
        })}
      </div>
    </section>
  )
}
