import type { Normalised } from '../model/normalise.ts'
import { makeEngine } from './analyse.ts'
import { chokeCandidates, clearedByCutting } from './choke-points.ts'
import { countingCredit } from './credit.ts'
import type { AnalyseOptions, ExposureResult } from './result.ts'
import { nameOutcome, nameRoutes, namesOf } from './name-outcome.ts'
import { findRoutes } from './routes.ts'
import { separatingSet } from './separating-set.ts'
import { findWhatIf } from './what-if.ts'

/**
 * The whole result of model.md: what `analyseCore` finds, and besides what cutting each element or changing each
 * mitigation would do (AN12, AN13). Takes one analysis for each of those, so it is not for every edit.
 */
export function analyse(normalised: Normalised, options: AnalyseOptions): ExposureResult {
  const { compiled, standing, exposures, sources, outcome } = makeEngine()(normalised.model, options)
  const { coverage, setAside, ...before } = nameOutcome(outcome, normalised)
  const credit = countingCredit(compiled)
  const cleared = clearedByCutting(chokeCandidates(exposures, standing, compiled), credit, compiled)
  return {
    ...before,
    routes: nameRoutes(findRoutes(sources, standing, compiled), normalised),
    chokePoints: { ...cleared, separatingSet: namesOf(separatingSet(standing, compiled), compiled.links) },
    whatIf: findWhatIf(credit, compiled),
    coverage,
    setAside,
  }
}
