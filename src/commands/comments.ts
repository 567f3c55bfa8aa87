import type { CommentSubject, Model } from '../core/model/records.ts'
import { openComments, useComments } from '../state/comment-store.ts'
import { type CommentPlace, subjectFor } from '../state/comment-threads.ts'
import { setView } from '../state/view-store.ts'
import { type Command, command, type Situation } from './command.ts'
import { rounded } from './create.ts'

/** Begins a comment; nothing is written before it is sent. */
export const startComment: Command<CommentPlace> = command({
  id: 'comment.start',
  label: 'Comment',
  icon: 'comment',
  group: 'create',
  role: 'commenter',
  run: (_, { on, at }) => {
    setView({ tool: 'select' })
    openComments({ kind: 'new', on, at: at === null ? null : rounded(at) })
  },
})

export const commentOnSelection: Command = command({
  id: 'comment.on-selection',
  label: 'Comment on this…',
  icon: 'comment',
  group: 'create',
  keys: ['Mod+Alt+M'],
  role: 'commenter',
  when: (now) => selectedSubject(now) !== null,
  run: (context) => {
    const on = selectedSubject(context)
    context.host.canvas?.reveal([...context.selection.ids])
    return startComment.run(context, { on, at: null })
  },
})

/** With nothing selected, in the middle of what is in view. */
export const commentHere: Command = command({
  id: 'comment.here',
  label: 'Comment here…',
  icon: 'comment',
  group: 'create',
  role: 'commenter',
  when: ({ selection }) => selection.ids.size === 0,
  run: (context) =>
    startComment.run(context, { on: null, at: [...(context.host.canvas?.centre() ?? [0, 0])] }),
})

/** The one element that is selected, as what a comment or a threat can be on. */
export function selectedSubject({
  model,
  selection,
}: Pick<Situation, 'model' | 'selection'>): CommentSubject | null {
  const [id] = selection.ids
  return id === undefined || selection.ids.size !== 1 ? null : subjectFor(model, id)
}

export const showComments: Command = command({
  id: 'view.comments',
  label: 'List the comments',
  icon: 'comment',
  group: 'view',
  role: 'viewer',
  run: () => setView({ right: true, rightTab: 'comments' }),
})

export const toggleResolved: Command = command({
  id: 'view.resolved-comments',
  label: 'Show resolved comments on the canvas',
  icon: 'resolve',
  group: 'view',
  role: 'viewer',
  when: ({ model }) => hasResolved(model),
  run: ({ host }) => {
    const { showResolved } = useComments.getState()
    useComments.setState({ showResolved: !showResolved })
    host.announce(showResolved ? 'Resolved comments hidden' : 'Resolved comments shown')
  },
})

const hasResolved = (model: Model): boolean =>
  model.comments.some(({ thread, resolved }) => thread === null && resolved !== null)
