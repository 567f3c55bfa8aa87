import { type Placed, placedIn } from '../core/layout/frames.ts'
import { recordIn } from '../core/model/lookup.ts'
import type { Component, Link, Model, Segment } from '../core/model/records.ts'
import type { Situation } from './command.ts'

type Selected = Pick<Situation, 'model' | 'selection'>

/** The selected records that have a place, without those that lie in a selected segment and so move with it. */
export function selectedPlaced({ model, selection: { ids } }: Selected): readonly Placed[] {
  const placed: Placed[] = []
  for (const id of ids) {
    const record = placedIn(model, id)
    if (record !== null && !segmentsAround(model, record.home).some((segment) => ids.has(segment)))
      placed.push(record)
  }
  return placed
}

/** A segment and all around it, innermost first; none for the open canvas. */
export function segmentsAround(model: Model, segment: string | null): string[] {
  const around: string[] = []
  for (let at = segment; at !== null; at = recordIn(model, 'segments', at)?.parent ?? null) around.push(at)
  return around
}

type Single = { components: Component; links: Link; segments: Segment }

/** The selected record, if it is the only one and of this kind. */
export function onlySelected<K extends keyof Single>(
  { model, selection }: Selected,
  kind: K,
): Single[K] | null {
  const [id] = selection.ids
  if (id === undefined || selection.ids.size !== 1) return null
  return (recordIn(model, kind, id) as Single[K] | undefined) ?? null
}

/** How many records with a place there are, in words. */
export function placedCount(records: Pick<Model, 'segments' | 'components' | 'notes'>): string {
  const count = records.segments.length + records.components.length + records.notes.length
  return count === 1 ? '1 record' : `${count} records`
}
