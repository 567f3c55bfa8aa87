import type { Model, Point } from '../../model/records.ts'
import { boardFrames } from '../board-frames.ts'
import { boundsOf } from '../frames.ts'
import { plus } from '../geometry.ts'
import { planLayout } from './plan.ts'

/** Room between what stands and what is put beside it. */
const APART = 96

/**
 * The model with those of `fresh` (ids of segments, components, notes) that stand on the open canvas, and whatever stands in them,
 * laid out as a board of their own to the right of all others. What stands in a segment that is not fresh keeps its place.
 */
export function layoutBeside(model: Model, fresh: ReadonlySet<string>): Model {
  const moving = new Set<string>()
  // Parents come before their children in a normalised model.
  const isMoving = (id: string, home: string | null) => fresh.has(id) && (home === null || moving.has(home))
  for (const { id, parent } of model.segments) if (isMoving(id, parent)) moving.add(id)
  const segments = model.segments.filter(({ id }) => moving.has(id))
  const components = model.components.filter(({ id, segment }) => isMoving(id, segment))
  const notes = model.notes.filter(({ id, segment }) => isMoving(id, segment))
  for (const { id } of [...components, ...notes]) moving.add(id)
  const links = model.links.filter(({ from, to }) => moving.has(from ?? '') && moving.has(to ?? ''))
  const placed = planLayout({ ...model, segments, components, notes, links })

  const staying = [...boardFrames(model).values()].filter(({ id }) => !moving.has(id))
  const bounds = boundsOf(staying)
  const corner: Point = bounds === null ? [0, 0] : [bounds.at[0] + bounds.size[0] + APART, bounds.at[1]]
  const frames = new Map(
    [...placed.segments, ...placed.components, ...placed.notes].map((each) => [each.id, each]),
  )
  const moved = <T extends { readonly id: string; readonly pos: Point }>(
    record: T,
    home: string | null,
  ): T => {
    const fresh = frames.get(record.id)
    if (fresh === undefined) return record
    const pos = home === null ? plus(fresh.pos, corner) : fresh.pos
    return 'size' in fresh ? { ...record, pos, size: fresh.size } : { ...record, pos }
  }
  return {
    ...model,
    segments: model.segments.map((segment) => moved(segment, segment.parent)),
    components: model.components.map((component) => moved(component, component.segment)),
    notes: model.notes.map((note) => moved(note, note.segment)),
  }
}
