import { compareCodeUnits } from '../model/order.ts'
import { byCleared } from './choke-points.ts'
import type { Compiled, CompiledMitigation } from './compile.ts'
import { type Credit, type Effects, effectsOf } from './credit.ts'
import { findPlan } from './plan.ts'
import { possible } from './plan-options.ts'
import { countCleared, statesUnder, statesWith } from './recount.ts'
import type { Changes, Plan } from './result.ts'

/** AN13. `credit` is that of the mitigations that count, and comes back as it was. */
export function findWhatIf(credit: Credit, compiled: Compiled): Changes & { plan: Plan } {
  const before = statesUnder(credit, compiled)
  const targetCount = compiled.targets.length
  const mitigations = effective(possible(compiled), compiled).map(({ id, effects }) => ({
    id,
    ...countCleared(before, statesWith(effects, 1, credit, compiled), targetCount),
  }))
  const counting = compiled.mitigations.filter(({ counts }) => counts)
  const loadBearing = effective(counting, compiled).map(({ id, effects }) => {
    const after = statesWith(effects, -1, credit, compiled)
    return { id, opens: after.filter((state, index) => state > (before[index] as number)).length }
  })
  return {
    mitigations: byCleared(mitigations),
    loadBearing: loadBearing
      .filter(({ opens }) => opens > 0)
      .sort((a, b) => b.opens - a.opens || compareCodeUnits(a.id, b.id)),
    plan: findPlan(credit, compiled),
  }
}

/** Those that end anything at all; for the others there is nothing to compute. */
const effective = (
  mitigations: readonly CompiledMitigation[],
  compiled: Compiled,
): { id: string; effects: Effects }[] =>
  mitigations
    .map((mitigation) => ({ id: mitigation.record.id, effects: effectsOf(mitigation, compiled) }))
    .filter(({ effects }) => effects.cuts.length > 0 || effects.removals.length > 0)
