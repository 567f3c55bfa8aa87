import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { goToThread } from '../../commands/threads.ts'
import { execute } from '../../commands/execute.ts'
import type { Model } from '../../core/model/records.ts'
import { unreadIn, useComments } from '../../state/comment-store.ts'
import { authorInWords, placeInWords, type Thread } from '../../state/comment-threads.ts'
import { useSession } from '../../state/session-store.ts'
import { ago, moment } from '../../ui/ago.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useVirtualRows } from '../../ui/virtual-rows.ts'
import classes from './comments-panel.module.css'

const ROW_HEIGHT = 92

/** One line a thread. Going to one selects what it is on and opens it there. One tab stop; arrows walk. */
export function ThreadList({ model, threads }: { model: Model; threads: readonly Thread[] }) {
  const now = useNow()
  const opened = useComments((state) => (state.opened?.kind === 'thread' ? state.opened.id : null))
  const [visited, setVisited] = useState<string | null>(null)
  const at = (id: string | null) => threads.findIndex((thread) => thread.id === id)
  const stop = Math.max(0, at(visited) === -1 ? at(opened) : at(visited))
  const { scroller, onScroll, indexes, height, reveal } = useVirtualRows(threads.length, ROW_HEIGHT, stop)

  const byKeys = useRef(false)
  useLayoutEffect(() => {
    if (!byKeys.current) return
    byKeys.current = false
    reveal(stop)
    scroller.current?.querySelector<HTMLElement>(`[data-row="${stop}"]`)?.focus({ preventScroll: true })
  }, [stop, reveal, scroller])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const next = stepFrom(stop, event.key, threads.length)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    byKeys.current = true
    setVisited(threads[next]?.id ?? null)
  }

  return (
    <div ref={scroller} className={classes.scroller} onScroll={onScroll}>
      <ul className={classes.list} style={{ height }} aria-label="Threads">
        {indexes.map((index) => {
          const thread = threads[index] as Thread
          return (
            <li
              key={thread.id}
              aria-setsize={threads.length}
              aria-posinset={index + 1}
              className={classes.row}
              style={{ top: index * ROW_HEIGHT, height: ROW_HEIGHT }}
            >
              <button
                type="button"
                className={classes.thread}
                data-row={index}
                data-thread={thread.id}
                tabIndex={index === stop ? 0 : -1}
                aria-current={thread.id === opened || undefined}
                onFocus={() => setVisited(thread.id)}
                onKeyDown={onKeyDown}
                onClick={() => execute(goToThread, { id: thread.id })}
              >
                <Row model={model} thread={thread} now={now} />
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function stepFrom(at: number, key: string, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

function Row({ model, thread, now }: { model: Model; thread: Thread; now: number }) {
  const { first, replies, latest } = thread
  const name = useSession((session) => session.me.name)
  const unread = useComments((state) => unreadIn(thread, state, name))
  const author = authorInWords(first)
  const when = latest === '' ? null : latest
  return (
    <>
      <Avatar name={author} colour={first.colour} />
      <span className={classes.words}>
        <span className={classes.head}>
          <span className={classes.author}>{author}</span>
          <time className={classes.quiet} dateTime={when ?? undefined} title={moment(when)}>
            {ago(when, now)}
          </time>
          {unread > 0 && <span className={classes.unread}>{unread} new</span>}
        </span>
        <span className={classes.text}>{first.text}</span>
        <span className={classes.foot}>
          <span className={classes.place}>On {placeInWords(model, first)}</span>
          {replies.length > 0 && (
            <span className={classes.tally}>
              {replies.length === 1 ? '1 reply' : `${replies.length} replies`}
            </span>
          )}
          {first.resolved !== null && (
            <span className={classes.tally}>
              <Icon name="check" size={13} /> Resolved
            </span>
          )}
        </span>
      </span>
    </>
  )
}
