import { recordIn } from '../core/model/lookup.ts'
import type { Comment } from '../core/model/records.ts'
import { useBoard } from '../state/board-store.ts'
import { draftKey, isOwn, keepDraft, markMade, openComments, useComments } from '../state/comment-store.ts'
import {
  authorInWords,
  type CommentPlace,
  commentsIn,
  elementOf,
  placeInWords,
  type Thread,
  threadIn,
} from '../state/comment-threads.ts'
import { select } from '../state/selection-store.ts'
import { useSession } from '../state/session-store.ts'
import { type Command, command, type CommandContext, type Situation } from './command.ts'
import { isEnabled } from './execute.ts'
import { newId } from './new-id.ts'

/** Longer ones belong into a document. */
export const LONGEST_COMMENT = 5000

/** The thread that it begins stays open. */
export const addComment: Command<CommentPlace & { text: string }> = command({
  id: 'comment.add',
  label: 'Comment',
  icon: 'comment',
  group: 'create',
  role: 'commenter',
  run: ({ edit, model, host }, { on, at, text }) => {
    const comment = newComment({ on, at: at === null ? null : [at[0], at[1]], text })
    if (comment === null) return
    edit(`Comment on ${placeInWords(model, comment)}`, (editor) => editor.create('comments', comment))
    keepDraft(draftKey({ kind: 'new', on, at }), '')
    openComments({ kind: 'thread', id: comment.id })
    host.announce('Comment added')
  },
})

export const replyTo: Command<{ thread: string; text: string }> = command({
  id: 'comment.reply',
  label: 'Reply',
  icon: 'comment',
  group: 'create',
  role: 'commenter',
  run: ({ edit, model, host }, { thread: id, text }) => {
    const thread = threadIn(model, id)
    const reply = newComment({ thread: id, text })
    if (thread === undefined || reply === null) return
    edit(`Reply to ${authorInWords(thread.first)}`, (editor) => {
      editor.create('comments', reply)
      // Who answers a thread that was settled takes it up again, as in a mailbox.
      if (thread.first.resolved !== null) editor.set('comments', id, { resolved: null })
    })
    keepDraft(id, '')
    host.announce('Reply added')
  },
})

export const editComment: Command<{ id: string; text: string }> = command({
  id: 'comment.edit',
  label: 'Edit a comment',
  icon: 'edit',
  group: 'edit',
  role: 'commenter',
  run: ({ edit, model }, { id, text }) => {
    const comment = recordIn(model, 'comments', id)
    const next = tidy(text)
    if (comment === undefined || next === '' || !isOwn(comment, useComments.getState())) return
    edit('Edit a comment', (editor) => editor.set('comments', id, { text: next }))
  },
})

export const resolveThread: Command<{ id: string }> = command({
  id: 'comment.resolve',
  label: 'Resolve',
  icon: 'resolve',
  group: 'edit',
  role: 'commenter',
  run: ({ edit, model, host }, { id }) => {
    const thread = threadIn(model, id)
    if (thread === undefined || thread.first.resolved !== null) return
    const resolved = { by: useSession.getState().me.name, at: new Date().toISOString() }
    edit(`Resolve the thread on ${placeInWords(model, thread.first)}`, (editor) =>
      editor.set('comments', id, { resolved }),
    )
    host.announce('Thread resolved')
  },
})

export const reopenThread: Command<{ id: string }> = command({
  id: 'comment.reopen',
  label: 'Reopen',
  icon: 'redo',
  group: 'edit',
  role: 'commenter',
  run: ({ edit, model, host }, { id }) => {
    const thread = threadIn(model, id)
    if (thread === undefined || thread.first.resolved === null) return
    edit(`Reopen the thread on ${placeInWords(model, thread.first)}`, (editor) =>
      editor.set('comments', id, { resolved: null }),
    )
    host.announce('Thread reopened')
  },
})

/** Own comments are anybody's to delete, all of them the owner's. With the first of a thread its replies go, after a question. */
export const mayDelete = (comment: Comment, { connection }: Pick<Situation, 'connection'>): boolean =>
  connection.role === 'owner' || isOwn(comment, useComments.getState())

export const deleteComment: Command<{ id: string }> = command({
  id: 'comment.delete',
  label: 'Delete',
  icon: 'delete',
  group: 'edit',
  role: 'commenter',
  run: async (context, { id }) => {
    const comment = recordIn(context.model, 'comments', id)
    if (comment === undefined || !mayDelete(comment, context)) return
    const thread = threadIn(context.model, id)
    if (thread === undefined || thread.replies.length === 0) return remove(context, [id], 'Delete a comment')
    const yes = await context.host.confirm({
      title: 'Delete this thread?',
      body: `${repliesInWords(thread)} You can undo it.`,
      confirm: 'Delete',
    })
    if (!yes || !isEnabled(deleteComment)) return
    // Others may have replied while the question stood.
    const { model } = useBoard.getState()
    const now = threadIn(model, id)
    if (now === undefined) return
    const label = `Delete the thread on ${placeInWords(model, now.first)}`
    remove(
      context,
      commentsIn(now).map((each) => each.id),
      label,
    )
  },
})

function remove({ edit, host }: CommandContext, ids: readonly string[], label: string): void {
  edit(label, (editor) => {
    for (const id of ids) editor.remove('comments', id)
  })
  host.announce(ids.length === 1 ? 'Comment deleted' : `Thread of ${ids.length} comments deleted`)
}

function repliesInWords({ replies }: Thread): string {
  const others = replies.filter((reply) => !isOwn(reply, useComments.getState())).length
  const whose = others === 0 ? '' : others === replies.length ? ' by others' : `, ${others} by others`
  return `This also deletes ${replies.length === 1 ? 'its reply' : `its ${replies.length} replies`}${whose}.`
}

/** From a list: what the thread is on is selected and comes into the middle, and the thread opens there. */
export const goToThread: Command<{ id: string }> = command({
  id: 'comment.go-to',
  label: 'Go to a thread',
  icon: 'comment',
  group: 'view',
  role: 'viewer',
  run: ({ model, host }, { id }) => {
    const thread = threadIn(model, id)
    if (thread === undefined) return
    const element = elementOf(model, thread.first)
    select(element === null ? [] : [element])
    const target = element ?? thread.first.at
    if (target !== null) host.canvas?.centreOn(target)
    openComments({ kind: 'thread', id })
  },
})

/** Trailing blanks say nothing, and line ends are one character. */
const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim().slice(0, LONGEST_COMMENT)

/** Null where nothing was typed. Its author is who this device says it is. */
function newComment(part: Pick<Comment, 'text'> & Partial<Comment>): Comment | null {
  const text = tidy(part.text)
  if (text === '') return null
  const id = newId('comments')
  const { name, colour } = useSession.getState().me
  markMade(id)
  return {
    id,
    thread: null,
    on: null,
    at: null,
    author: name,
    colour,
    created: new Date().toISOString(),
    resolved: null,
    ...part,
    text,
  }
}
