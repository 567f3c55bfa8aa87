import type { Model } from '../../model/records.ts'
import { Arrangement } from './arrangement.ts'
import type { Home, Places } from './home.ts'
import { partsOf } from './parts.ts'
import { shelves } from './shelves.ts'
import { withSwaps } from './swaps.ts'

/**
 * A normalised model with everything placed in rows, each segment around what stands in it. Nothing overlaps, and the same model
 * gives the same places. Takes n log n: for a board of any size.
 */
export function gridLayout(model: Model): Model {
  const arrangement = new Arrangement(model)
  for (const id of arrangement.homes) {
    const home = arrangement.homeOf(id)
    const { tied, join } = partsOf(home)
    arrangement.settle(id, home, join(inRows(tied)))
  }
  return arrangement.model()
}

/** In rows, and what is linked near each other. */
export const inRows = (home: Home): Places => withSwaps(home, shelves(home))
