import { create } from 'zustand'
import type { Comment, Model } from '../core/model/records.ts'
import { type CommentPlace, commentsIn, type Thread, threadsOf } from './comment-threads.ts'
import { useSession } from './session-store.ts'

/** What is open beside the canvas' pins: a thread, the choice among threads in one place, or a comment being written. */
export type Opened =
  | Readonly<{ kind: 'thread'; id: string }>
  | Readonly<{ kind: 'bundle'; ids: readonly string[] }>
  | (Readonly<{ kind: 'new' }> & CommentPlace)

/** How this person looks at comments. What this device remembers of a board is marked. */
export type CommentsState = Readonly<{
  opened: Opened | null
  /** Whether pins of resolved threads are shown. */
  showResolved: boolean
  /** Remembered: what was typed and not sent, by the thread or place that it is for. */
  drafts: Readonly<Record<string, string>>
  /** Remembered: comments that this person has seen. */
  seen: ReadonlySet<string>
  /** Remembered: comments written on this device, under whatever name. */
  made: ReadonlySet<string>
}>

const AT_FIRST: CommentsState = {
  opened: null,
  showResolved: false,
  drafts: {},
  seen: new Set(),
  made: new Set(),
}

export const useComments = create<CommentsState>()(() => AT_FIRST)

export const openComments = (opened: Opened | null): void => useComments.setState({ opened })

/** Returns whether anything was open. */
export function closeComments(): boolean {
  const wasOpen = useComments.getState().opened !== null
  if (wasOpen) openComments(null)
  return wasOpen
}

/** A place is written about once at a time; what is typed for one is there again when a comment is begun there again. */
export const draftKey = (opened: Opened): string => {
  if (opened.kind === 'thread') return opened.id
  const on = opened.kind === 'new' ? opened.on : null
  return on === null ? 'new' : `new ${JSON.stringify(on)}`
}

export function keepDraft(key: string, text: string): void {
  const { [key]: _before, ...others } = useComments.getState().drafts
  useComments.setState({ drafts: text === '' ? others : { ...others, [key]: text } })
}

export function markSeen(ids: Iterable<string>): void {
  const { seen } = useComments.getState()
  const fresh = [...ids].filter((id) => !seen.has(id))
  if (fresh.length > 0) useComments.setState({ seen: new Set([...seen, ...fresh]) })
}

export const markMade = (id: string): void =>
  useComments.setState(({ made }) => ({ made: new Set([...made, id]) }))

type Own = Pick<CommentsState, 'made'>

/** By the name that it carries or because it was written here: nobody proves more than that they hold the link. */
export const isOwn = (
  { id, author }: Comment,
  { made }: Own,
  name = useSession.getState().me.name,
): boolean => made.has(id) || (author !== '' && author === name)

/** How many comments of a thread are new to this person. */
export const unreadIn = (
  thread: Thread,
  state: Pick<CommentsState, 'seen' | 'made'>,
  name?: string,
): number =>
  commentsIn(thread).filter((comment) => !state.seen.has(comment.id) && !isOwn(comment, state, name)).length

export const countOpen = (model: Pick<Model, 'comments'>): number =>
  threadsOf(model).filter(({ first }) => first.resolved === null).length

const STORAGE_KEY = 'ringfence.comments.'

/** Takes up what this device remembers of a board's comments, and remembers on. Returns the end of it. */
export function rememberComments(board: string, storage: Storage = localStorage): () => void {
  const key = `${STORAGE_KEY}${board}`
  useComments.setState({ ...AT_FIRST, ...read(storage.getItem(key)) })
  return useComments.subscribe((now, before) => {
    const { drafts, seen, made } = now
    if (drafts === before.drafts && seen === before.seen && made === before.made) return
    try {
      storage.setItem(key, JSON.stringify({ drafts, seen: [...seen], made: [...made] }))
    } catch {
      // Without storage it holds for this visit.
    }
  })
}

function read(text: string | null): Partial<CommentsState> {
  try {
    const { drafts, seen, made } = JSON.parse(text ?? '{}') as Record<string, unknown>
    const ids = (value: unknown) =>
      new Set(Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [])
    const texts = Object.entries(typeof drafts === 'object' && drafts !== null ? drafts : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    return { drafts: Object.fromEntries(texts), seen: ids(seen), made: ids(made) }
  } catch {
    return {}
  }
}
