import { counts } from '../core/analysis/counting.ts'
import { recordIn } from '../core/model/lookup.ts'
import type { Mitigation, Model } from '../core/model/records.ts'
import { useBoard } from './board-store.ts'
import { setTrial, useTrial } from './trial-store.ts'

type Switched = ReadonlyMap<string, boolean>

/** Whether a mitigation counts by its own status in the scenario of the board (AN1). */
const countsByStatus = ({ status }: Pick<Mitigation, 'status'>, { meta }: Model): boolean =>
  counts(status, meta.policy.scenario)

/** Whether it counts with what is tried out. */
export const countsInTrial = (mitigation: Mitigation, switched: Switched | null, model: Model): boolean =>
  switched?.get(mitigation.id) ?? countsByStatus(mitigation, model)

/** Takes a mitigation to count or not; what counts so by itself is no trial. Null where nothing is left to try. */
export function withSwitch(
  switched: Switched | null,
  mitigation: Mitigation,
  on: boolean,
  model: Model,
): Switched | null {
  const next = new Map(switched)
  if (on === countsByStatus(mitigation, model)) next.delete(mitigation.id)
  else next.set(mitigation.id, on)
  return next.size === 0 ? null : next
}

/** Without what the board has overtaken: mitigations that are gone, and those whose status now does the same by itself. */
function stillTried(switched: Switched, model: Model): Switched | null {
  const left = [...switched].filter(([id, on]) => {
    const mitigation = recordIn(model, 'mitigations', id)
    return mitigation !== undefined && countsByStatus(mitigation, model) !== on
  })
  if (left.length === switched.size) return switched
  return left.length === 0 ? null : new Map(left)
}

/**
 * Keeps the trial true to the board for as long as it is open, whoever edits it, and tells how many changes that ended.
 * Returns its stopping.
 */
export const followBoard = (tell: (ended: number) => void): (() => void) =>
  useBoard.subscribe(({ model }) => {
    const { switched } = useTrial.getState()
    if (switched === null) return
    const left = stillTried(switched, model)
    if (left === switched) return
    setTrial(left)
    tell(switched.size - (left?.size ?? 0))
  })
