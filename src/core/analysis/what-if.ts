import { compareCodeUnits } from '../model/order.ts'
import type { Examined } from './analyse.ts'
import { byCleared } from './choke-points.ts'
import { countingCredit, effectsOf } from './credit.ts'
import { evidenceOf, touches } from './evidence.ts'
import { makeGrowth } from './growth.ts'
import { possible } from './plan-options.ts'
import { countCleared, statesOf, statesWith } from './recount.ts'
import type { Changes, Cleared, LoadBearing } from './result.ts'

/** AN13: what each mitigation alone would clear or open. Yields the share that is done, 0 to 1. */
export function* findChanges(examined: Examined): Generator<number, Changes> {
  const { compiled } = examined
  const evidence = evidenceOf(examined)
  const credit = countingCredit(compiled)
  const before = statesOf(examined.exposures, compiled)
  const targetCount = compiled.targets.length
  const could = possible(compiled)
  const counting = compiled.mitigations.filter(({ counts }) => counts)
  const mitigations: Cleared[] = []
  const loadBearing: LoadBearing[] = []
  let done = 0
  const share = () => done++ / (could.length + counting.length)
  for (const mitigation of could) {
    yield share()
    const effects = effectsOf(mitigation, compiled)
    if (!touches(effects, evidence, compiled)) continue
    const after = statesWith(effects, credit, compiled)
    mitigations.push({ id: mitigation.record.id, ...countCleared(before, after, targetCount) })
  }
  const opensWithout = makeGrowth(credit, examined.standing, compiled)
  for (const mitigation of counting) {
    yield share()
    const effects = effectsOf(mitigation, compiled)
    if (effects.cuts.length === 0 && effects.removals.length === 0) continue
    loadBearing.push({ id: mitigation.record.id, opens: opensWithout(effects) })
  }
  return {
    mitigations: byCleared(mitigations),
    loadBearing: loadBearing
      .filter(({ opens }) => opens > 0)
      .sort((a, b) => b.opens - a.opens || compareCodeUnits(a.id, b.id)),
  }
}
