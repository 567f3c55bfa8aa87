import { showComments } from '../../commands/comments.ts'
import { execute } from '../../commands/execute.ts'
import { showTable } from '../../commands/view.ts'
import { useBoard } from '../../state/board-store.ts'
import { countOpen, unreadIn, useComments } from '../../state/comment-store.ts'
import { threadsOf } from '../../state/comment-threads.ts'
import { useSession } from '../../state/session-store.ts'
import { Icon } from '../../ui/icon.tsx'
import classes from './status-bar.module.css'
import { counted } from './status-words.ts'

/** What of the board is set aside (MO5). */
export function SetAsideNotice() {
  const count = useBoard((board) => board.setAside.length)
  return (
    <button type="button" className={classes.link} onClick={() => execute(showTable, 'set-aside')}>
      <Icon name="warning" size={14} /> {counted(count, 'thing')} set aside
    </button>
  )
}

/** Threads that wait for somebody, and how much in them is new to this person. */
export function CommentsNotice() {
  const open = useBoard((board) => countOpen(board.model))
  const threads = useBoard((board) => threadsOf(board.model))
  const name = useSession((session) => session.me.name)
  const unread = useComments((state) => threads.reduce((sum, each) => sum + unreadIn(each, state, name), 0))
  if (open === 0 && unread === 0) return null
  return (
    <button type="button" className={classes.link} onClick={() => execute(showComments)}>
      <Icon name="comment" size={14} /> {counted(open, 'open thread')}
      {unread > 0 && <b>· {unread} new</b>}
    </button>
  )
}
