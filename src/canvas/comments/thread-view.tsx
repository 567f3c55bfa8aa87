import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Command } from '../../commands/command.ts'
import { goToThread, reopenThread, replyTo, resolveThread } from '../../commands/threads.ts'
import { execute } from '../../commands/execute.ts'
import type { Model } from '../../core/model/records.ts'
import { closeComments, isOwn, keepDraft, markSeen, useComments } from '../../state/comment-store.ts'
import {
  authorInWords,
  commentsIn,
  elementOf,
  placeInWords,
  type Thread,
} from '../../state/comment-threads.ts'
import { mayComment, useConnection } from '../../state/connection-store.ts'
import { ago, moment } from '../../ui/ago.ts'
import { Icon } from '../../ui/icon.tsx'
import { useNow } from '../../ui/use-now.ts'
import classes from './comments.module.css'
import { Composer } from './composer.tsx'
import { Message } from './message.tsx'

/** A thread with all that was said in it, and where to answer. Looking at it is having seen it. */
export function ThreadView({ model, thread }: { model: Model; thread: Thread }) {
  const { id, first } = thread
  const comments = commentsIn(thread)
  const writable = useConnection(mayComment)
  const draft = useComments((state) => state.drafts[id] ?? '')
  const now = useNow()
  const isNew = useNewAtFirst(thread)
  const list = useRef<HTMLOListElement>(null)
  useLayoutEffect(() => {
    if (comments.length > 0) list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [comments.length])

  return (
    <>
      <Head model={model} thread={thread} writable={writable} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls is scrolled by keys, too */}
      <ol ref={list} className={classes.messages} aria-label="Messages" tabIndex={0}>
        {comments.map((comment) => (
          <Message key={comment.id} comment={comment} now={now} isNew={isNew.has(comment.id)} />
        ))}
      </ol>
      {first.resolved !== null && (
        <p className={classes.resolved}>
          <Icon name="check" size={14} />
          <span>
            Resolved by {authorInWords({ author: first.resolved.by })}{' '}
            <time dateTime={first.resolved.at} title={moment(first.resolved.at)}>
              {ago(first.resolved.at, now)}
            </time>
          </span>
        </p>
      )}
      {writable ? (
        <Composer
          label="Reply"
          placeholder={first.resolved === null ? 'Reply…' : 'Reply, which reopens the thread…'}
          send="Reply"
          text={draft}
          focused
          onType={(text) => keepDraft(id, text)}
          onSend={(text) => execute(replyTo, { thread: id, text })}
        />
      ) : (
        <p className={classes.closed}>Your link lets you read comments, not write them.</p>
      )}
    </>
  )
}

/** What was new when the thread was opened stays marked as long as it is. */
function useNewAtFirst(thread: Thread): ReadonlySet<string> {
  const [fresh] = useState(() => {
    const state = useComments.getState()
    const unread = commentsIn(thread).filter((each) => !state.seen.has(each.id) && !isOwn(each, state))
    return new Set(unread.map(({ id }) => id))
  })
  useEffect(() => markSeen(commentsIn(thread).map(({ id }) => id)), [thread])
  return fresh
}

function Head({ model, thread, writable }: { model: Model; thread: Thread; writable: boolean }) {
  const { id, first } = thread
  const place = placeInWords(model, first)
  const element = elementOf(model, first)
  return (
    <header className={classes.head}>
      {element === null ? (
        <span className={classes.place}>On {place}</span>
      ) : (
        <button
          type="button"
          className={classes.place}
          title={`Select ${place}`}
          onClick={() => execute(goToThread, { id })}
        >
          {place}
        </button>
      )}
      {writable &&
        (first.resolved === null ? (
          <Act command={resolveThread} id={id} />
        ) : (
          <Act command={reopenThread} id={id} />
        ))}
      <CloseButton />
    </header>
  )
}

const Act = ({ command, id }: { command: Command<{ id: string }>; id: string }) => (
  <button type="button" className={classes.plain} onClick={() => execute(command, { id })}>
    <Icon name={command.icon} size={15} />
    {command.label}
  </button>
)

export const CloseButton = () => (
  <button
    type="button"
    className={classes.action}
    aria-label="Close"
    title="Close (Esc)"
    onClick={closeComments}
  >
    <Icon name="close" size={15} />
  </button>
)
