import { useMemo } from 'react'
import { commentHere, commentOnSelection, toggleResolved } from '../../commands/comments.ts'
import { execute } from '../../commands/execute.ts'
import { useEnabled } from '../../commands/use-enabled.ts'
import { useBoard } from '../../state/board-store.ts'
import { markSeen, unreadIn, useComments } from '../../state/comment-store.ts'
import { commentsIn, threadsOf } from '../../state/comment-threads.ts'
import { mayComment, useConnection } from '../../state/connection-store.ts'
import { useSelection } from '../../state/selection-store.ts'
import { useSession } from '../../state/session-store.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import {
  type CommentFilter,
  filterThreads,
  NO_FILTER,
  setFilter,
  useCommentFilter,
} from './comment-filter.ts'
import classes from './comments-panel.module.css'
import { ThreadList } from './thread-list.tsx'

/** Every thread of the board, newest activity first, narrowed by what this person looks for. */
export function CommentsPanel() {
  const model = useBoard((board) => board.model)
  const filter = useCommentFilter()
  const made = useComments((state) => state.made)
  const name = useSession((session) => session.me.name)
  const selected = useSelection((selection) => selection.ids)
  const threads = useMemo(
    () => filterThreads(model, filter, { made, name, selected }),
    [model, filter, made, name, selected],
  )
  const all = threadsOf(model)
  return (
    <div className={classes.panel}>
      <Bar filter={filter} hasAny={all.length > 0} />
      {threads.length > 0 ? (
        <ThreadList model={model} threads={threads} />
      ) : all.length === 0 ? (
        <NoneYet />
      ) : (
        <EmptyState icon="search" title={nothingInWords(filter)}>
          {filter !== NO_FILTER && (
            <button
              type="button"
              className={classes.link}
              onClick={() => setFilter({ ...NO_FILTER, status: 'all' })}
            >
              Show all {all.length}
            </button>
          )}
        </EmptyState>
      )}
    </div>
  )
}

function nothingInWords({ status, mine, onSelection, search }: CommentFilter): string {
  if (search !== '' || mine || onSelection) return 'No thread matches the filter'
  return status === 'open' ? 'Every thread is resolved' : 'No thread is resolved'
}

function Bar({ filter, hasAny }: { filter: CommentFilter; hasAny: boolean }) {
  const { status, mine, onSelection, search } = filter
  return (
    <div className={classes.bar}>
      <div className={classes.line}>
        <SearchField
          label="Search the comments"
          placeholder="Search"
          value={search}
          onChange={(text) => setFilter({ search: text })}
          className={classes.search}
        />
        <NewButton />
      </div>
      {hasAny && (
        <div className={classes.line} role="group" aria-label="Filter the comments">
          <select
            className={classes.select}
            aria-label="Threads"
            value={status}
            onChange={(event) => setFilter({ status: event.currentTarget.value as CommentFilter['status'] })}
          >
            <option value="open">Open</option>
            <option value="resolved">Resolved</option>
            <option value="all">All</option>
          </select>
          <Chip label="Mine" on={mine} onChange={(on) => setFilter({ mine: on })} />
          <Chip label="On selection" on={onSelection} onChange={(on) => setFilter({ onSelection: on })} />
        </div>
      )}
      <Marks />
    </div>
  )
}

const Chip = ({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) => (
  <button type="button" className={classes.chip} aria-pressed={on} onClick={() => onChange(!on)}>
    {label}
  </button>
)

/** On what is selected, else in the middle of the view. */
function NewButton() {
  const onThis = useEnabled(commentOnSelection)
  const here = useEnabled(commentHere)
  const writable = useConnection(mayComment)
  if (!writable) return null
  const command = onThis ? commentOnSelection : commentHere
  return (
    <button
      type="button"
      className={classes.add}
      disabled={!onThis && !here}
      title={onThis || here ? command.label : 'Select one component, link or segment'}
      aria-label={onThis ? 'Comment on what is selected' : 'Comment in the middle of the view'}
      onClick={() => execute(command)}
    >
      <Icon name="add" size={15} />
      Comment
    </button>
  )
}

/** What is new and what is resolved, as far as there is any. */
function Marks() {
  const threads = useBoard((board) => threadsOf(board.model))
  const name = useSession((session) => session.me.name)
  const unread = useComments((state) =>
    threads.reduce((sum, thread) => sum + unreadIn(thread, state, name), 0),
  )
  const shown = useComments((state) => state.showResolved)
  const hasResolved = useEnabled(toggleResolved)
  if (unread === 0 && !hasResolved) return null
  return (
    <div className={classes.line}>
      {unread > 0 && (
        <button
          type="button"
          className={classes.link}
          onClick={() => markSeen(threads.flatMap((thread) => commentsIn(thread).map(({ id }) => id)))}
        >
          Mark {unread} new as read
        </button>
      )}
      {hasResolved && (
        <label className={classes.check}>
          <input type="checkbox" checked={shown} onChange={() => execute(toggleResolved)} />
          Resolved on the canvas
        </label>
      )}
    </div>
  )
}

function NoneYet() {
  const writable = useConnection(mayComment)
  return (
    <EmptyState icon="comment" title="No comments yet">
      {writable && (
        <p>
          Press <kbd>M</kbd> on the canvas, then click a component, a link, a segment or any place. Everybody
          on the board can answer, and whoever may only comment, too.
        </p>
      )}
    </EmptyState>
  )
}
