import { minus } from '../../layout/geometry.ts'
import type { Model, Point, Segment } from '../../model/records.ts'
import { foreignOf } from '../extension.ts'
import { listIn, numberIn } from '../loose.ts'
import { FORMAT } from './terms.ts'

/** What is kept with a segment that is a whole diagram in Threat Dragon. */
export const DIAGRAM = 'diagram'

/**
 * The segments that were diagrams of their own in Threat Dragon, and are so again as long as no flow leads from one to
 * another; null is the diagram of all that lies in none of them.
 */
export function diagramsOf(model: Model): readonly (Segment | null)[] {
  const roots = model.segments.filter(
    (segment) => segment.parent === null && foreignOf(segment, FORMAT)['type'] === DIAGRAM,
  )
  if (roots.length === 0) return [null]
  const diagramAt = diagramFinder(model, new Set(roots.map(({ id }) => id)))
  const crosses = model.links.some(({ from, to }) => diagramAt(from ?? '') !== diagramAt(to ?? ''))
  if (crosses) return [null]
  const hasOthers = [...model.segments, ...model.components, ...model.notes].some(
    ({ id }) => diagramAt(id) === null,
  )
  return hasOthers ? [null, ...roots] : roots
}

/** Finds the id of the diagram segment around each element, given the ids of all that are. */
export function diagramFinder(model: Model, roots: ReadonlySet<string>): (id: string) => string | null {
  const of = new Map<string, string | null>()
  for (const { id, parent } of model.segments) {
    of.set(id, roots.has(id) ? id : (of.get(parent ?? '') ?? null))
  }
  for (const { id, segment } of [...model.components, ...model.notes]) {
    of.set(id, of.get(segment ?? '') ?? null)
  }
  return (id) => of.get(id) ?? null
}

/** What has to be taken from a place on the board to have it in the diagram. */
export function shiftOf(segment: Segment | null): Point {
  if (segment === null) return [0, 0]
  const [left, top] = listIn(foreignOf(segment, FORMAT)['origin']).map(numberIn)
  return minus(segment.pos, [left ?? 0, top ?? 0])
}
