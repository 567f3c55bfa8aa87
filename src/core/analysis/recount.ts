import type { Compiled } from './compile.ts'
import { addCredit, type Credit, type Effects } from './credit.ts'
import { exposureStates, REACHED, TAKEN } from './exposures.ts'
import { standingUnder } from './held.ts'

/** The exposures under some credit, as `exposureStates` gives them. */
export const statesUnder = (credit: Credit, compiled: Compiled): Uint8Array =>
  exposureStates(standingUnder(credit, compiled), compiled)

/** The exposures with some effects more (1) or less (−1); `credit` comes back as it was. */
export function statesWith(effects: Effects, change: 1 | -1, credit: Credit, compiled: Compiled): Uint8Array {
  addCredit(credit, effects, change)
  const states = statesUnder(credit, compiled)
  addCredit(credit, effects, change === 1 ? -1 : 1)
  return states
}

/**
 * AN12: how many taken exposures are no longer taken, and how many reached ones are gone. Those of the target at place
 * `except` are left out.
 */
export function countCleared(
  before: Uint8Array,
  after: Uint8Array,
  targetCount: number,
  except = -1,
): { taken: number; reached: number } {
  let [taken, reached] = [0, 0]
  for (let index = 0; index < before.length; index++) {
    if (before[index] === after[index] || index % targetCount === except) continue
    if (before[index] === TAKEN) taken++
    else if (before[index] === REACHED) reached++
  }
  return { taken, reached }
}
