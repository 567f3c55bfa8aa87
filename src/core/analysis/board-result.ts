import type { Normalised } from '../model/normalise.ts'
import { type CoverageTable, tabulate } from './coverage-table.ts'
import { ExposureOnDemand } from './exposure-on-demand.ts'
import { TAKEN } from './exposures.ts'
import { nameCounts, nameOf } from './name-outcome.ts'
import type { Outcome } from './outcome.ts'
import type { CoreResult, ExposureKind } from './result.ts'

/** A step on shown paths (AN10), once for all of them: `taken` where it leads to something that is. */
export type ShownStep = Readonly<{
  link: string
  from: string
  to: string
  kind: ExposureKind
  /** It ends at the closed door of `to`. */
  door: boolean
}>

/** `CoreResult` for a page, which has no time to name what it does not show: linear in records and exposures. */
export type BoardResult = CoreResult & Readonly<{ coverage: CoverageTable; shownSteps: readonly ShownStep[] }>

/** `normalised` is the model that the outcome was made of. */
export function boardResult(outcome: Outcome, normalised: Normalised): BoardResult {
  const { components, links, risks } = normalised.model
  const { exposures, shownSteps: steps, coverage } = outcome
  const records = { components, links, risks }
  return {
    ...nameCounts(outcome, normalised),
    exposures: Array.from({ length: exposures.count }, (_, i) => new ExposureOnDemand(i, exposures, records)),
    shownSteps: Array.from(steps.link, (link, i) => ({
      link: nameOf(link, links),
      from: nameOf(steps.from[i] as number, components),
      to: nameOf(steps.to[i] as number, components),
      kind: steps.state[i] === TAKEN ? 'taken' : 'reached',
      door: steps.door[i] === 1,
    })),
    coverage: tabulate(coverage, normalised.model),
    setAside: normalised.setAside,
  }
}
