import type { Normalised } from '../model/normalise.ts'
import { examine } from './analyse.ts'
import { chokeCandidates, clearedByCutting } from './choke-points.ts'
import { countingCredit } from './credit.ts'
import type { AnalyseOptions, ExposureResult } from './result.ts'
import { namesOf } from './routes.ts'
import { separatingSet } from './separating-set.ts'
import { findWhatIf } from './what-if.ts'

/**
 * The whole result of model.md: what `analyseCore` finds, and besides what cutting each element or changing each
 * mitigation would do (AN12, AN13). Takes one analysis for each of those, so it is not for every edit.
 */
export function analyse(normalised: Normalised, options: AnalyseOptions): ExposureResult {
  const { compiled, standing, findings, core } = examine(normalised, options)
  const { coverage, setAside, ...before } = core
  const credit = countingCredit(compiled)
  const cleared = clearedByCutting(chokeCandidates(findings, standing, compiled), credit, compiled)
  const separating = namesOf(separatingSet(standing, compiled), compiled.links)
  return {
    ...before,
    chokePoints: { ...cleared, separatingSet: separating },
    whatIf: findWhatIf(credit, compiled),
    coverage,
    setAside,
  }
}
