import { boundsOf } from '../layout/frames.ts'
import { type Box, bottom, right, SEGMENT_LEAST, SEGMENT_PADDING, SEGMENT_TITLE } from '../layout/geometry.ts'
import type { Point } from '../model/records.ts'

/** Something that a file may say the place of, on the open canvas. */
export type Standing = Readonly<{
  id: string
  /** The segment that it lies in; null for the open canvas. */
  home: string | null
  /** Where it stands; null where the file does not say. */
  box: Box | null
  /** How large it is if `box` is null and nothing stands in it. */
  size: Point
  isSegment: boolean
  /** It stays as it is, whatever stands out of it. */
  isFixed?: boolean
}>

/** `pos` as a record has it, relative to the home. */
export type Place = Readonly<{ pos: Point; size: Point; grown: boolean }>

const GAP = 32

type Settled = { at: Point | null; size: Point; pos: Point }

/**
 * Gives everything a place: segments grow so that what stands in them fits, and what the file has no place for stands in rows
 * below the rest of its segment. A home that is none, or lies in a circle, is the open canvas.
 */
export function settle(items: readonly Standing[]): ReadonlyMap<string, Place> {
  const kids = kidsByHome(items)
  const settled = new Map<string, Settled>()
  for (const item of segmentsParentsFirst(items, kids).toReversed()) {
    settled.set(item.id, enclose(item, kids.get(item.id) ?? [], settled))
  }
  const { placed, loose } = settleKids(kids.get(null) ?? [], settled)
  const drawn = boundsOf(placed)
  inRows(loose, drawn === null ? [0, 0] : [drawn.at[0], bottom(drawn) + GAP])
  const at = (id: string | null) => (id === null ? null : (settled.get(id)?.at ?? null))
  return new Map(
    items.map(({ id, home, box, size }) => {
      const own = settled.get(id) ?? { at: null, size, pos: [0, 0] }
      const origin = at(home)
      const pos: Point =
        own.at === null ? own.pos : origin === null ? own.at : [own.at[0] - origin[0], own.at[1] - origin[1]]
      const grown = box !== null && (own.size[0] > box.size[0] || own.size[1] > box.size[1])
      return [id, { pos, size: own.size, grown }]
    }),
  )
}

function kidsByHome(items: readonly Standing[]): Map<string | null, Standing[]> {
  const segments = new Set(items.filter(({ isSegment }) => isSegment).map(({ id }) => id))
  const kids = new Map<string | null, Standing[]>()
  for (const item of items) {
    const home = item.home !== null && segments.has(item.home) ? item.home : null
    const there = kids.get(home)
    if (there === undefined) kids.set(home, [item])
    else there.push(item)
  }
  return kids
}

function segmentsParentsFirst(
  items: readonly Standing[],
  kids: ReadonlyMap<string | null, readonly Standing[]>,
): Standing[] {
  const order: Standing[] = []
  const seen = new Set<string>()
  const walk = (start: readonly Standing[]) => {
    const first = order.length
    for (const item of start) visit(item)
    for (let next = first; next < order.length; next++) {
      for (const item of kids.get((order[next] as Standing).id) ?? []) visit(item)
    }
  }
  const visit = (item: Standing) => {
    if (!item.isSegment || seen.has(item.id)) return
    seen.add(item.id)
    order.push(item)
  }
  walk(kids.get(null) ?? [])
  for (const item of items) if (!seen.has(item.id)) walk([item])
  return order
}

/** Fixes the frame of a segment around what stands in it, and the places of what the file has none for. */
function enclose(segment: Standing, kids: readonly Standing[], settled: Map<string, Settled>): Settled {
  const { placed, loose } = settleKids(kids, settled)
  const inner = boundsOf(placed)
  const box = segment.isFixed === true || inner === null ? segment.box : around(segment.box, inner)
  const top = inner === null ? SEGMENT_TITLE : bottom(inner) - (box?.at[1] ?? 0) + GAP
  const [width, height] = inRows(loose, [SEGMENT_PADDING, top])
  const least = box?.size ?? (kids.length === 0 ? segment.size : SEGMENT_LEAST)
  const size: Point = [Math.max(least[0], width), Math.max(least[1], height)]
  return { at: box?.at ?? null, size, pos: [0, 0] }
}

function settleKids(kids: readonly Standing[], settled: Map<string, Settled>) {
  const placed: Box[] = []
  const loose: Settled[] = []
  for (const { id, box, size } of kids) {
    const own = settled.get(id) ?? { at: box?.at ?? null, size: box?.size ?? size, pos: [0, 0] }
    settled.set(id, own)
    if (own.at === null) loose.push(own)
    else placed.push({ at: own.at, size: own.size })
  }
  return { placed, loose }
}

/** Sets the places of `loose` in rows, about as wide as high, and gives the room that they need from the corner at [0, 0]. */
function inRows(loose: readonly Settled[], start: Point): Point {
  if (loose.length === 0) return [0, 0]
  const columns = Math.ceil(Math.sqrt(loose.length))
  let [x, y] = start
  let [rowHeight, width] = [0, 0]
  for (const [nth, one] of loose.entries()) {
    if (nth > 0 && nth % columns === 0) {
      x = start[0]
      y += rowHeight + GAP
      rowHeight = 0
    }
    one.pos = [x, y]
    x += one.size[0] + GAP
    rowHeight = Math.max(rowHeight, one.size[1])
    width = Math.max(width, x - GAP)
  }
  return [width + SEGMENT_PADDING, y + rowHeight + SEGMENT_PADDING]
}

/** A frame that grows on the sides where something stands out of it; one with room on all sides where there is none. */
function around(box: Box | null, inner: Box): Box {
  const left = box !== null && inner.at[0] >= box.at[0] ? box.at[0] : inner.at[0] - SEGMENT_PADDING
  const top = box !== null && inner.at[1] >= box.at[1] ? box.at[1] : inner.at[1] - SEGMENT_TITLE
  const east = box !== null && right(inner) <= right(box) ? right(box) : right(inner) + SEGMENT_PADDING
  const south = box !== null && bottom(inner) <= bottom(box) ? bottom(box) : bottom(inner) + SEGMENT_PADDING
  return { at: [left, top], size: [east - left, south - top] }
}
