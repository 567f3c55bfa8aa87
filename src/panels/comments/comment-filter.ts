import { create } from 'zustand'
import { compareCodeUnits } from '../../core/model/order.ts'
import type { Model } from '../../core/model/records.ts'
import { type CommentsState, isOwn } from '../../state/comment-store.ts'
import {
  authorInWords,
  commentsIn,
  elementOf,
  placeInWords,
  type Thread,
  threadsOf,
} from '../../state/comment-threads.ts'

export type CommentFilter = Readonly<{
  status: 'open' | 'resolved' | 'all'
  /** Only threads in which this person said something. */
  mine: boolean
  /** Only threads on what is selected. */
  onSelection: boolean
  search: string
}>

export const NO_FILTER: CommentFilter = { status: 'open', mine: false, onSelection: false, search: '' }

/** How this person has narrowed the list; it stays so while the panel is closed. */
export const useCommentFilter = create<CommentFilter>()(() => NO_FILTER)
export const setFilter = (change: Partial<CommentFilter>): void => useCommentFilter.setState(change)

/** The threads that fit, those in which something happened last first. */
export function filterThreads(
  model: Model,
  filter: CommentFilter,
  who: Readonly<{ made: CommentsState['made']; name: string; selected: ReadonlySet<string> }>,
): readonly Thread[] {
  const wanted = filter.search.trim().toLowerCase()
  const fits = (thread: Thread): boolean => {
    const { first } = thread
    if (filter.status !== 'all' && (first.resolved === null) !== (filter.status === 'open')) return false
    if (filter.mine && !commentsIn(thread).some((comment) => isOwn(comment, who, who.name))) return false
    if (filter.onSelection && !who.selected.has(elementOf(model, first) ?? '')) return false
    if (wanted === '') return true
    const words = commentsIn(thread).flatMap((comment) => [authorInWords(comment), comment.text])
    return [placeInWords(model, first), ...words].some((each) => each.toLowerCase().includes(wanted))
  }
  return threadsOf(model)
    .filter(fits)
    .sort((a, b) => compareCodeUnits(b.latest, a.latest) || compareCodeUnits(a.id, b.id))
}
