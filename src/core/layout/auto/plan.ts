import type { Model } from '../../model/records.ts'
import { Arrangement } from './arrangement.ts'
import { floorplan } from './floorplan.ts'
import { inRows } from './grid.ts'
import type { Home, Places } from './home.ts'
import { partsOf } from './parts.ts'
import { refine } from './refine.ts'

/** A home with more tied blocks is put in rows, and one with fewer, too, on a board with many homes. */
const MOST_PLANNED = 60
/** Squares of blocks, times blocks and ties, of all homes together: some seconds. */
const WORK = 8_000_000
/** Up to here segments are turned round once all have their place: beyond, every link would be looked at too often. */
const MOST_REFINED = 2_000

/**
 * A normalised model with everything placed so that links are short and the whole has the shape of a screen, each segment around
 * what stands in it. Nothing overlaps, and the same model gives the same places.
 */
export function planLayout(model: Model): Model {
  const arrangement = new Arrangement(model)
  const { homes } = arrangement
  const most = WORK / Math.max(1, homes.length)
  for (const id of homes) {
    const home = arrangement.homeOf(id)
    const parts = partsOf(home)
    arrangement.settle(id, home, parts.join(placed(parts.tied, most)))
  }
  if (model.components.length + model.segments.length <= MOST_REFINED) refine(arrangement)
  return arrangement.model()
}

/** `most`: what one home may take. */
function placed(tied: Home, most: number): Places {
  const [blocks, ties] = [tied.blocks.length, tied.ties.length]
  const isPlannable = blocks <= MOST_PLANNED && blocks ** 2 * (blocks + ties) <= most
  return isPlannable ? floorplan(tied) : inRows(tied)
}
