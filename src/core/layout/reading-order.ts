import type { BoardFrames, PlacedFrame } from './board-frames.ts'
import { bottom } from './geometry.ts'
import { compareCodeUnits } from '../model/order.ts'

/**
 * The ids of a board in the order in which a person reads it: row by row, each row from the left, and what stands in a
 * segment right after that segment.
 */
export function readingOrder(frames: BoardFrames): string[] {
  const byHome = new Map<string | null, PlacedFrame[]>()
  for (const frame of frames.values()) {
    const neighbours = byHome.get(frame.home)
    if (neighbours === undefined) byHome.set(frame.home, [frame])
    else neighbours.push(frame)
  }
  const order: string[] = []
  const read = (home: string | null) => {
    for (const row of rowsOf(byHome.get(home) ?? [])) {
      for (const { id } of row) {
        order.push(id)
        read(id)
      }
    }
  }
  read(null)
  return order
}

/** A row is what begins above the middle of the frame that opens it. */
function rowsOf(frames: readonly PlacedFrame[]): PlacedFrame[][] {
  const fromTop = [...frames].sort(
    (a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0] || compareCodeUnits(a.id, b.id),
  )
  const rows: PlacedFrame[][] = []
  let limit = -Infinity
  for (const frame of fromTop) {
    const row = rows.at(-1)
    if (row === undefined || frame.at[1] >= limit) {
      rows.push([frame])
      limit = (frame.at[1] + bottom(frame)) / 2
    } else row.push(frame)
  }
  for (const row of rows)
    row.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || compareCodeUnits(a.id, b.id))
  return rows
}
