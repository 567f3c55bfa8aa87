import type { Comment, Model } from '../core/model/records.ts'
import { useBoard } from './board-store.ts'
import { isOwn, useComments } from './comment-store.ts'
import { authorInWords, placeInWords, threadIn } from './comment-threads.ts'
import { useConnection } from './connection-store.ts'

/** Long enough that what comes in one burst, as after a while offline, is told once. */
const QUIET_MS = 900

/** Tells of comments that others write while the board is open, not of those that are there when it opens. */
export function followComments(tell: (words: string) => void): () => void {
  const known = new Set<string>()
  let fresh = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    const { model } = useBoard.getState()
    const comments = model.comments.filter(
      (comment) => fresh.has(comment.id) && !isOwn(comment, useComments.getState()),
    )
    fresh = new Set()
    const words = newsInWords(model, comments)
    if (words !== null) tell(words)
  }
  const note = ({ comments }: Model, loaded: boolean) => {
    for (const { id } of comments) {
      if (known.has(id)) continue
      known.add(id)
      if (!loaded) continue
      fresh.add(id)
      timer ??= setTimeout(flush, QUIET_MS)
    }
  }
  note(useBoard.getState().model, false)
  const stop = useBoard.subscribe(({ model }, before) => {
    if (model.comments !== before.model.comments) note(model, useConnection.getState().loaded)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** `Ada commented on AMF 1`, `Bo replied on AMF 1`, `4 new comments`; null where there is nothing to tell. */
function newsInWords(model: Model, comments: readonly Comment[]): string | null {
  const [only, another] = comments
  if (only === undefined) return null
  if (another !== undefined) return `${comments.length} new comments`
  const first = threadIn(model, only.thread ?? only.id)?.first ?? only
  return `${authorInWords(only)} ${only.thread === null ? 'commented' : 'replied'} on ${placeInWords(model, first)}`
}
