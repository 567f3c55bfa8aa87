import { normalise } from '../src/core/model/normalise.ts'
import { ACCESS_POLICIES } from '../src/core/model/terms.ts'
import { benchCut } from './cut.bench.ts'
import { benchEdits } from './edit.bench.ts'
import { workOn } from './engine.ts'
import { operatorNetwork } from './operator-network.ts'
import { benchMemory, benchPhases } from './phases.bench.ts'
import { benchSearch } from './search.bench.ts'

const SIZES = [1_000, 2_000, 10_000, 100_000]
const MOST_FOR_EDITS = 10_000
/** In smaller networks, what the machine itself puts on the heap outweighs the model. */
const LEAST_FOR_MEMORY = 10_000

/** The exposure engine on made-up operators' networks, of the size asked for or of all. */
export function benchEngine(asked: number | null): void {
  for (const size of asked === null ? SIZES : [asked]) {
    for (const access of ACCESS_POLICIES) {
      const drawn = operatorNetwork(size, { access })
      const work = workOn(normalise(drawn).model)
      benchSearch(size, access, work)
      benchCut(size, access, work)
      benchPhases(size, access, drawn)
    }
    const drawn = operatorNetwork(size)
    if (size >= LEAST_FOR_MEMORY) benchMemory(size, drawn)
    if (size <= MOST_FOR_EDITS) benchEdits(size, drawn)
  }
}
