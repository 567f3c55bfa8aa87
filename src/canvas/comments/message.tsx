import { useState } from 'react'
import { deleteComment, editComment, mayDelete } from '../../commands/threads.ts'
import { execute, situation } from '../../commands/execute.ts'
import type { Comment } from '../../core/model/records.ts'
import { isOwn, useComments } from '../../state/comment-store.ts'
import { authorInWords } from '../../state/comment-threads.ts'
import { mayComment, useConnection } from '../../state/connection-store.ts'
import { useSession } from '../../state/session-store.ts'
import { ago, moment } from '../../ui/ago.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LinkedText } from '../../ui/linked-text.tsx'
import classes from './comments.module.css'
import { Composer } from './composer.tsx'

/** What one person said, with what may be done about it. */
export function Message({ comment, now, isNew }: { comment: Comment; now: number; isNew: boolean }) {
  const { id, colour, created, text } = comment
  const author = authorInWords(comment)
  const [draft, setDraft] = useState<string | null>(null)
  const writable = useConnection(mayComment)
  const me = useSession((session) => session.me.name)
  const own = useComments((state) => isOwn(comment, state, me))
  const deletable = writable && mayDelete(comment, situation())
  return (
    <li className={classes.message} data-comment={id}>
      <Avatar name={author} colour={colour} />
      <div className={classes.body}>
        <div className={classes.by}>
          <span className={classes.author} title={author}>
            {author}
          </span>
          <time className={classes.time} dateTime={created ?? undefined} title={moment(created)}>
            {ago(created, now)}
          </time>
          {isNew && <span className={classes.new}>New</span>}
          <span className={classes.actions}>
            {writable && own && (
              <button
                type="button"
                className={classes.action}
                aria-label={`Edit the comment of ${author}`}
                title="Edit"
                onClick={() => setDraft(text)}
              >
                <Icon name="edit" size={14} />
              </button>
            )}
            {deletable && (
              <button
                type="button"
                className={classes.action}
                aria-label={`Delete the comment of ${author}`}
                title="Delete"
                onClick={() => execute(deleteComment, { id })}
              >
                <Icon name="delete" size={14} />
              </button>
            )}
          </span>
        </div>
        {draft === null ? (
          <p className={classes.text}>
            <LinkedText text={text} />
          </p>
        ) : (
          <Composer
            label="Text of the comment"
            placeholder=""
            send="Save"
            text={draft}
            focused
            onType={setDraft}
            onSend={(next) => {
              execute(editComment, { id, text: next })
              setDraft(null)
            }}
            onCancel={() => setDraft(null)}
          />
        )}
      </div>
    </li>
  )
}
