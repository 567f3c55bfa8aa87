import { NOTE_SIZE, SEGMENT_SIZE } from '../../commands/create.ts'
import { boardFrames } from '../../core/layout/board-frames.ts'
import { fitsInto, freeSpot } from '../../core/layout/free-spot.ts'
import { COMPONENT_SIZE } from '../../core/layout/geometry.ts'
import { segmentUnder } from '../../core/layout/membership.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Model, Point } from '../../core/model/records.ts'
import type { PaletteItem } from './palette-items.ts'

export type Spot = Readonly<{ home: string | null; pos: Point }>

/**
 * Where an entry goes that was chosen without a pointer: into the segment that is selected, or beside the component
 * that is, else into what lies in the middle of the view. Into the selected segment only where it fits.
 */
export function spotFor(item: PaletteItem, model: Model, selected: ReadonlySet<string>, centre: Point): Spot {
  const size = item.kind === 'component' ? COMPONENT_SIZE : item.kind === 'segment' ? SEGMENT_SIZE : NOTE_SIZE
  const chosen = homeOf(model, selected) ?? segmentUnder(boardFrames(model), centre)
  const home = chosen === null ? null : roomFor(model, chosen, size)
  return { home, pos: freeSpot(model, home, size, centre) }
}

function homeOf(model: Model, selected: ReadonlySet<string>): string | null {
  const [only] = selected
  if (only === undefined || selected.size !== 1) return null
  if (recordIn(model, 'segments', only) !== undefined) return only
  return (recordIn(model, 'components', only) ?? recordIn(model, 'notes', only))?.segment ?? null
}

/** The nearest segment around, or the open canvas, that is large enough. */
function roomFor(model: Model, segment: string, size: Point): string | null {
  let home: string | null = segment
  while (home !== null && !fitsInto(model, home, size))
    home = recordIn(model, 'segments', home)?.parent ?? null
  return home
}
