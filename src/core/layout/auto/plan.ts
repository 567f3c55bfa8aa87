import type { Model } from '../../model/records.ts'
import { Arrangement, type HomeId } from './arrangement.ts'
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
  const planning = new Planning(model)
  for (const id of planning.homes) planning.settle(id, planning.planned(planning.tied(id)))
  return planning.finish()
}

/** One home after another, the innermost first. */
export class Planning {
  readonly homes: readonly HomeId[]
  readonly #model: Model
  readonly #arrangement: Arrangement
  /** What one home may take. */
  readonly #work: number

  constructor(model: Model) {
    this.#model = model
    this.#arrangement = new Arrangement(model)
    this.homes = this.#arrangement.homes
    this.#work = WORK / Math.max(1, this.homes.length)
  }

  /** Of a home what is linked within it. */
  tied = (id: HomeId): Home => partsOf(this.#arrangement.homeOf(id)).tied

  planned(tied: Home): Places {
    const [blocks, ties] = [tied.blocks.length, tied.ties.length]
    const isPlannable = blocks <= MOST_PLANNED && blocks ** 2 * (blocks + ties) <= this.#work
    return isPlannable ? floorplan(tied) : inRows(tied)
  }

  /** Takes over where the tied blocks go, and puts the others beside them. */
  settle(id: HomeId, places: Places): void {
    const home = this.#arrangement.homeOf(id)
    this.#arrangement.settle(id, home, partsOf(home).join(places))
  }

  finish(): Model {
    const { components, segments } = this.#model
    if (components.length + segments.length <= MOST_REFINED) refine(this.#arrangement)
    return this.#arrangement.model()
  }
}
