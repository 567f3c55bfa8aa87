import { type BoardFrames, type Moves, movesOf } from '../../core/layout/board-frames.ts'
import type { Model, Point } from '../../core/model/records.ts'
import type { PeerDrag } from '../../state/people-store.ts'

/** On a larger board what others drag is shown as outlines, so that the board need not be drawn anew for every word. */
const MOST_ELEMENTS = 1_000

export const showsPreviews = ({ components, segments, links, notes }: Model): boolean =>
  components.length + segments.length + links.length + notes.length <= MOST_ELEMENTS

/** What others drag, and how far, with all that stands in it. */
export function previewsOf(drags: readonly PeerDrag[], settled: BoardFrames): Moves {
  const moves = new Map<string, Point>()
  for (const drag of drags) {
    if (!isGoingOn(drag, settled)) continue
    const roots = drag.ids.filter((id) => settled.has(id))
    for (const [id, by] of movesOf(settled, roots, drag.by)) moves.set(id, by)
  }
  return moves
}

/**
 * Once the document has the first of them elsewhere than where the drag began, what is dragged has been dropped, though the
 * end of the drag may come later: so nothing is shown twice as far, nor goes back and forth.
 */
function isGoingOn({ ids, from }: PeerDrag, settled: BoardFrames): boolean {
  const at = settled.get(ids[0] ?? '')?.at
  return at !== undefined && at[0] === from[0] && at[1] === from[1]
}
