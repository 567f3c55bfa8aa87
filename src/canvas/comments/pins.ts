import { type Box, contains } from '../../core/layout/geometry.ts'
import { type Bundle, bundled, pinPlace } from '../../core/layout/pins.ts'
import type { Point } from '../../core/model/records.ts'
import { type CommentsState, type Opened, unreadIn } from '../../state/comment-store.ts'
import {
  type CommentPlace,
  authorInWords,
  placeInWords,
  type Thread,
  threadsOf,
} from '../../state/comment-threads.ts'
import type { Scene } from '../scene/scene.ts'

type Placed = Pick<Scene, 'model' | 'frames' | 'routes'>

/** Where the pin of a comment is, with what is dragged where it is now. */
export const placeOf = ({ frames, routes }: Placed, comment: CommentPlace): Point | null =>
  pinPlace(comment, frames, (link) => routes.get(link)?.label)

/** How near pins come to each other, in pixels, before they are shown as one. */
const REACH = 26
/** From afar fewer stand for more: the board is to be seen between them. */
const REACH_FROM_AFAR = 72
const AFAR = 0.3

/**
 * The pins to show in reading order: threads that are open, resolved ones if asked for or looked at. `seen` is what of the
 * canvas is in view; outside of it nothing is mounted.
 */
export function pinsIn(
  scene: Placed,
  looking: Pick<CommentsState, 'opened' | 'showResolved'>,
  zoom: number,
  seen: Box,
): readonly Bundle<Thread>[] {
  const pins = threadsOf(scene.model).flatMap((thread) => {
    const hidden =
      thread.first.resolved !== null && !looking.showResolved && !isOpened(looking.opened, thread.id)
    const at = hidden ? null : placeOf(scene, thread.first)
    return at === null || !contains(seen, at) ? [] : [{ at, pin: thread }]
  })
  return bundled(pins, (zoom < AFAR ? REACH_FROM_AFAR : REACH) / zoom).sort(
    (a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0],
  )
}

export const isOpened = (opened: Opened | null, thread: string): boolean =>
  opened?.kind === 'thread' ? opened.id === thread : opened?.kind === 'bundle' && opened.ids.includes(thread)

/** New comments in some threads. */
export const unreadAmong = (
  threads: readonly Thread[],
  state: Pick<CommentsState, 'seen' | 'made'>,
  name: string,
): number => threads.reduce((sum, thread) => sum + unreadIn(thread, state, name), 0)

const LONGEST_EXCERPT = 80

/** What a screen reader says of a pin: `Thread by Ada on AMF 1: Why is this here? 2 replies, 1 new`. */
export function describePin(model: Scene['model'], threads: readonly Thread[], unread: number): string {
  const news = unread === 0 ? null : `${unread} new`
  const [only] = threads
  if (only === undefined || threads.length > 1) {
    const places = [...new Set(threads.map(({ first }) => placeInWords(model, first)))]
    const where = places.length === 1 ? ` on ${places[0] ?? ''}` : ''
    return [`${threads.length} threads${where}`, news].filter(Boolean).join(', ')
  }
  const { first, replies } = only
  const words = first.text.replace(/\s+/g, ' ')
  const excerpt = words.length > LONGEST_EXCERPT ? `${words.slice(0, LONGEST_EXCERPT)}…` : words
  const parts = [
    replies.length === 0 ? null : replies.length === 1 ? '1 reply' : `${replies.length} replies`,
    news,
    first.resolved === null ? null : 'resolved',
  ].filter((part) => part !== null)
  const more = parts.length === 0 ? '' : `, ${parts.join(', ')}`
  return `Thread by ${authorInWords(first)} on ${placeInWords(model, first)}: ${excerpt}${more}`
}
