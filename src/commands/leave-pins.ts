import type { Editor } from '../collab/doc/board-doc.ts'
import { type BoardFrames, boardFrames } from '../core/layout/board-frames.ts'
import { middle } from '../core/layout/geometry.ts'
import { pinPlace } from '../core/layout/pins.ts'
import { recordIn } from '../core/model/lookup.ts'
import type { Model, Point } from '../core/model/records.ts'
import { subjectOf } from '../state/comment-threads.ts'
import { rounded } from './create.ts'

/** A comment on what goes stays where its pin was, and says on what it was; it is there again should that come back. */
export function leavePins(model: Model, doomed: { has(id: string): boolean }, editor: Editor): void {
  const left = model.comments.filter(({ on, at }) => on !== null && at === null && doomed.has(subjectOf(on)))
  if (left.length === 0) return
  const frames = boardFrames(model)
  for (const comment of left) {
    const place = pinPlace(comment, frames, (link) => betweenEnds(model, frames, link))
    if (place !== null) editor.set('comments', comment.id, { at: rounded(place) })
  }
}

function betweenEnds(model: Model, frames: BoardFrames, link: string): Point | undefined {
  const record = recordIn(model, 'links', link)
  const [from, to] = [frames.get(record?.from ?? ''), frames.get(record?.to ?? '')]
  if (from === undefined || to === undefined) return undefined
  const [a, b] = [middle(from), middle(to)]
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}
