import type { CoreResult, Exposure } from '../../analysis/result.ts'
import { type BoardFrames, boardFrames, type PlacedFrame, withContents } from '../../layout/board-frames.ts'
import { boundsOf } from '../../layout/frames.ts'
import { type Box, bottom, right, SEGMENT_PADDING, SEGMENT_TITLE } from '../../layout/geometry.ts'
import type { Component, Link, Model, Note, Segment } from '../../model/records.ts'

/** What a picture is of: all of a board, records with what stands in them, or the path of one exposure. */
export type Choice = Readonly<
  { all: true } | { ids: readonly string[] } | { exposure: Readonly<{ risk: string; target: string }> }
>

/** The records that are drawn, and where. */
export type Shown = Readonly<{
  frames: BoardFrames
  segments: readonly Segment[]
  components: readonly Component[]
  links: readonly Link[]
  notes: readonly Note[]
}>

export const exposureOf = (
  result: Pick<CoreResult, 'exposures'> | null,
  { risk, target }: Readonly<{ risk: string; target: string }>,
): Exposure | undefined => result?.exposures.find((each) => each.risk === risk && each.target === target)

export function shownOf(model: Model, show: Choice, result: Pick<CoreResult, 'exposures'> | null): Shown {
  const frames = boardFrames(model)
  const drawable = model.links.filter(({ from, to }) => stands(frames, from) && stands(frames, to))
  if ('all' in show) return { ...model, links: drawable, frames }
  const { whole, links } =
    'exposure' in show
      ? onPath(exposureOf(result, show.exposure), drawable)
      : chosen(show.ids, frames, drawable)
  return part(model, whole, links, frames)
}

const stands = (frames: BoardFrames, id: string | null): boolean =>
  id !== null && frames.get(id)?.kind === 'components'

type Chosen = Readonly<{ whole: ReadonlySet<string>; links: readonly Link[] }>

/** What stands in chosen segments belongs to them, the ends of chosen links to those, and the links among all of it. */
function chosen(ids: readonly string[], frames: BoardFrames, links: readonly Link[]): Chosen {
  const wanted = new Set(ids)
  const ends = links.flatMap(({ id, from, to }) => (wanted.has(id) ? [from as string, to as string] : []))
  const whole = withContents(frames, [...ids.filter((id) => frames.has(id)), ...ends])
  return {
    whole,
    links: links.filter(({ from, to }) => whole.has(from as string) && whole.has(to as string)),
  }
}

function onPath(exposure: Exposure | undefined, links: readonly Link[]): Chosen {
  if (exposure === undefined) return { whole: new Set(), links: [] }
  const { path, entry } = exposure
  const over = new Set([...exposure.links, ...(entry === null ? [] : [entry.link])])
  return {
    whole: new Set([...path, ...(entry === null ? [] : [entry.component])]),
    links: links.filter(({ id }) => over.has(id)),
  }
}

/** With the segments around it, which are no larger than what is drawn in them needs. */
function part(model: Model, whole: ReadonlySet<string>, links: readonly Link[], all: BoardFrames): Shown {
  const around = new Map<string, PlacedFrame[]>()
  const tell = (frame: PlacedFrame) => {
    if (frame.home === null || whole.has(frame.home)) return
    const inside = around.get(frame.home)
    if (inside === undefined) around.set(frame.home, [frame])
    else inside.push(frame)
  }
  for (const id of whole) {
    const frame = all.get(id)
    if (frame !== undefined) tell(frame)
  }
  const tight = new Map<string, PlacedFrame>()
  const segments = [...all.values()].filter(({ kind }) => kind === 'segments')
  // Those within come before those around them, since frames have parents first.
  for (const frame of segments.reverse()) {
    const inside = around.get(frame.id)
    if (whole.has(frame.id) || inside === undefined) continue
    const made = { ...frame, ...tightened(frame, boundsOf(inside) ?? frame) }
    tight.set(frame.id, made)
    tell(made)
  }
  const frames = new Map(
    [...all].flatMap(([id, frame]) => {
      const made = tight.get(id) ?? (whole.has(id) ? frame : undefined)
      return made === undefined ? [] : [[id, made]]
    }),
  )
  const isDrawn = ({ id }: Readonly<{ id: string }>) => frames.has(id)
  return {
    frames,
    segments: model.segments.filter(isDrawn),
    components: model.components.filter(isDrawn),
    links,
    notes: model.notes.filter(isDrawn),
  }
}

/** For a title and what stands beside it. */
const LEAST_WIDTH = 280

/** Around the content with its usual room, but not beyond the segment itself where the content is not. */
function tightened(frame: Box, content: Box): Box {
  const low = (axis: 0 | 1, room: number) => {
    const edge = frame.at[axis]
    return Math.max(content.at[axis] - room, edge <= content.at[axis] ? edge : -Infinity)
  }
  const high = (edge: number, end: number) => Math.min(end + SEGMENT_PADDING, edge >= end ? edge : Infinity)
  const [left, top] = [low(0, SEGMENT_PADDING), low(1, SEGMENT_TITLE + SEGMENT_PADDING)]
  const [far, foot] = [high(right(frame), right(content)), high(bottom(frame), bottom(content))]
  const wide = Math.max(far, Math.min(left + LEAST_WIDTH, right(frame)))
  const from = Math.min(left, Math.max(wide - LEAST_WIDTH, frame.at[0]))
  return { at: [from, top], size: [wide - from, foot - top] }
}
