import { segmentsAround } from '../../commands/placed.ts'
import { freeSpot } from '../../core/layout/free-spot.ts'
import { frameOf, placedIn } from '../../core/layout/frames.ts'
import { middle } from '../../core/layout/geometry.ts'
import type { Model } from '../../core/model/records.ts'
import type { Placement } from '../../commands/arrange.ts'
import { nameOf } from '../../state/record-names.ts'
import type { PickerGroup } from '../../ui/field-picker.tsx'

/** The option that stands for the open canvas. */
const OPEN_CANVAS = 'canvas'

/** Segments in which a record can stand, by their whole path; not those inside `moved` itself. */
export function homeChoices(model: Model, moved: string, query: string): PickerGroup[] {
  const words = query.toLowerCase().split(/\s+/)
  const options = model.segments
    .filter(({ id }) => !segmentsAround(model, id).includes(moved))
    .map(({ id }) => ({ value: `segment:${id}`, label: pathOf(model, id) }))
    .filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  const canvas = { value: OPEN_CANVAS, label: 'None: the open canvas' }
  return [{ label: null, options: query === '' ? [canvas, ...options] : options }].filter(
    (group) => group.options.length > 0,
  )
}

export const homePick = (value: string): string | null =>
  value === OPEN_CANVAS ? null : value.slice('segment:'.length)

/** `Network › Core`, and `–` for the open canvas. */
export const pathOf = (model: Model, segment: string | null): string =>
  segment === null
    ? '–'
    : segmentsAround(model, segment)
        .toReversed()
        .map((id) => nameOf(model, id))
        .join(' › ')

/** Where a record stands once it is moved to `home`: the free place there nearest to where it is now. */
export function placementIn(model: Model, id: string, home: string | null): Placement | null {
  const placed = placedIn(model, id)
  if (placed === null) return null
  const wanted = middle(frameOf(model, placed))
  return {
    id,
    kind: placed.kind,
    segment: home,
    pos: freeSpot(model, home, placed.size, wanted, new Set([id])),
  }
}

/** How many components lie in a segment: in it alone, and with all segments inside it. */
export function membersOf(model: Model, segment: string): { direct: string[]; all: string[] } {
  const direct: string[] = []
  const all: string[] = []
  for (const component of model.components) {
    if (component.segment === segment) direct.push(component.id)
    if (segmentsAround(model, component.segment).includes(segment)) all.push(component.id)
  }
  return { direct, all }
}
