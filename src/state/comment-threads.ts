import { byAge } from '../core/model/comments.ts'
import { kindOf, recordIn } from '../core/model/lookup.ts'
import type { Comment, CommentSubject, Model, Point } from '../core/model/records.ts'
import { linkWithEnds, nameOf } from './record-names.ts'

/** Where a comment is: on an element, else at a point of the open canvas. */
export type CommentPlace = Readonly<{ on: CommentSubject | null; at: Point | null }>

/** What was said in one place: the first comment, which has the place and is resolved, and its replies, oldest first. */
export type Thread = Readonly<{
  id: string
  first: Comment
  replies: readonly Comment[]
  /** When something last happened to it, an ISO time; empty where nobody said. */
  latest: string
}>

const known = new WeakMap<readonly Comment[], readonly Thread[]>()

/** The threads of a normalised model, in order of id. Made once per list of comments, which is never changed in place. */
export function threadsOf({ comments }: Pick<Model, 'comments'>): readonly Thread[] {
  let threads = known.get(comments)
  if (threads === undefined) {
    threads = makeThreads(comments)
    known.set(comments, threads)
  }
  return threads
}

function makeThreads(comments: readonly Comment[]): readonly Thread[] {
  const replies = new Map<string, Comment[]>()
  for (const comment of comments) {
    if (comment.thread === null) continue
    const others = replies.get(comment.thread)
    if (others === undefined) replies.set(comment.thread, [comment])
    else others.push(comment)
  }
  return comments
    .filter(({ thread }) => thread === null)
    .map((first) => {
      const answers = (replies.get(first.id) ?? []).sort(byAge)
      const times = [first, ...answers].map(({ created }) => created ?? '')
      const latest = [...times, first.resolved?.at ?? ''].reduce((a, b) => (a > b ? a : b))
      return { id: first.id, first, replies: answers, latest }
    })
}

export const threadIn = (model: Pick<Model, 'comments'>, id: string): Thread | undefined =>
  threadsOf(model).find((thread) => thread.id === id)

export const commentsIn = ({ first, replies }: Thread): readonly Comment[] => [first, ...replies]

export const subjectOf = (on: CommentSubject): string =>
  'component' in on ? on.component : 'link' in on ? on.link : on.segment

/** The id of the element that a comment is on, null where it is on none that exists. */
export function elementOf(model: Model, { on }: Pick<Comment, 'on'>): string | null {
  if (on === null) return null
  const id = subjectOf(on)
  return kindOf(model, id) === null ? null : id
}

/** What a comment is on, in words that go after "on": `AMF 1`, `N2: gNB 1 ⇄ AMF 1`, `something deleted`. */
export function placeInWords(model: Model, comment: CommentPlace): string {
  const { on, at } = comment
  if (on === null) return at === null ? 'the board' : 'a place on the canvas'
  const id = elementOf(model, comment)
  if (id === null) return 'something deleted'
  const link = recordIn(model, 'links', id)
  return link === undefined ? nameOf(model, id) : linkWithEnds(model, link)
}

/** The element of this id as what a comment can be on; null for any other. */
export function subjectFor(model: Model, id: string): CommentSubject | null {
  switch (kindOf(model, id)) {
    case 'components':
      return { component: id }
    case 'links':
      return { link: id }
    case 'segments':
      return { segment: id }
    default:
      return null
  }
}

export const authorInWords = ({ author }: Pick<Comment, 'author'>): string =>
  author.trim() === '' ? 'Somebody' : author
