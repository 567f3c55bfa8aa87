import type { Normalised } from '../model/normalise.ts'
import { makeEngine } from './analyse.ts'
import { checksOf } from './checks/checks-of.ts'
import { countChokePoints } from './choke-points.ts'
import { countingCredit } from './credit.ts'
import type { AnalyseOptions, ExposureResult } from './result.ts'
import { nameOutcome, nameRoutes, namesOf } from './name-outcome.ts'
import { findRoutes } from './routes.ts'
import { separatingSet } from './separating-set.ts'
import { findPlan } from './plan.ts'
import { lastOf } from './steps.ts'
import { findChanges } from './what-if.ts'

/**
 * The whole result of model.md: what `analyseCore` finds, and besides what cutting each element or changing each
 * mitigation would do (AN12, AN13). Takes one analysis for each of those, so it is not for every edit.
 */
export function analyse(normalised: Normalised, options: AnalyseOptions): ExposureResult {
  const examined = makeEngine()(normalised.model, options)
  const { compiled, standing, sources, outcome } = examined
  const { coverage, setAside, ...before } = nameOutcome(outcome, normalised)
  return {
    ...before,
    routes: nameRoutes(findRoutes(sources, standing, compiled), normalised),
    chokePoints: {
      ...lastOf(countChokePoints(examined)),
      separatingSet: namesOf(separatingSet(standing, compiled), compiled.links),
    },
    whatIf: {
      ...lastOf(findChanges(examined)),
      plan: findPlan(countingCredit(compiled), compiled),
    },
    coverage,
    setAside,
    checks: checksOf(examined, normalised.model),
  }
}
