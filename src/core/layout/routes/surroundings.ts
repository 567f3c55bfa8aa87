import type { BoardFrames } from '../board-frames.ts'
import { type Box, SEGMENT_TITLE } from '../geometry.ts'
import type { Surroundings } from './route-links.ts'

/** The part of a segment's title that lines keep off: about as wide as the words. */
const TITLE_WIDTH = 190

/** What the lines of a board go around. */
export function surroundingsOf(frames: BoardFrames): Surroundings {
  const components = new Map<string, Box>()
  const avoid: Box[] = []
  for (const [id, frame] of frames) {
    if (frame.kind === 'components') components.set(id, frame)
    else if (frame.kind === 'notes') avoid.push(frame)
    else avoid.push({ at: frame.at, size: [Math.min(frame.size[0], TITLE_WIDTH), SEGMENT_TITLE] })
  }
  return { components, avoid }
}
