import { NOTE_SIZE, SEGMENT_SIZE } from '../../commands/create.ts'
import { boardFrames } from '../../core/layout/board-frames.ts'
import { freePlace, freeSpot } from '../../core/layout/free-spot.ts'
import { COMPONENT_SIZE } from '../../core/layout/geometry.ts'
import { segmentUnder } from '../../core/layout/membership.ts'
import { recordIn } from '../../core/model/lookup.ts'
import type { Model, Point } from '../../core/model/records.ts'
import type { PaletteItem } from './palette-items.ts'

export type Spot = Readonly<{ home: string | null; pos: Point }>

/**
 * Where an entry goes that was chosen without a pointer. A component goes into the segment that is selected or beside
 * the component that is, else into the segment in the middle of the view, full or not; a note likewise where it has
 * room. A segment goes into a selected one that has room for it, else onto the open canvas.
 */
export function spotFor(item: PaletteItem, model: Model, selected: ReadonlySet<string>, centre: Point): Spot {
  const chosen = onlySegment(model, selected)
  switch (item.kind) {
    case 'component': {
      const home = chosen ?? homeOf(model, selected) ?? segmentUnder(boardFrames(model), centre)
      return { home, pos: freeSpot(model, home, COMPONENT_SIZE, centre) }
    }
    case 'note': {
      const home = chosen ?? homeOf(model, selected) ?? segmentUnder(boardFrames(model), centre)
      return firstFree(model, home, NOTE_SIZE, centre)
    }
    case 'segment':
      return firstFree(model, chosen, SEGMENT_SIZE, centre)
  }
}

function onlySegment(model: Model, selected: ReadonlySet<string>): string | null {
  const [only] = selected
  if (only === undefined || selected.size !== 1) return null
  return recordIn(model, 'segments', only)?.id ?? null
}

/** The segment around the one thing that is selected. */
function homeOf(model: Model, selected: ReadonlySet<string>): string | null {
  const [only] = selected
  if (only === undefined || selected.size !== 1) return null
  return (recordIn(model, 'components', only) ?? recordIn(model, 'notes', only))?.segment ?? null
}

/** In the segment, or the nearest around it, that has room; at last on the open canvas. */
function firstFree(model: Model, segment: string | null, size: Point, centre: Point): Spot {
  for (let home = segment; home !== null; home = recordIn(model, 'segments', home)?.parent ?? null) {
    const pos = freePlace(model, home, size, centre)
    if (pos !== null) return { home, pos }
  }
  return { home: null, pos: freeSpot(model, null, size, centre) }
}
