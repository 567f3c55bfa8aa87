import type { Coverage, CoverageState } from '../../core/analysis/result.ts'
import type { Scenario } from '../../core/model/terms.ts'
import { fromTo } from '../../ui/from-to.ts'

const COVERED: ReadonlySet<CoverageState> = new Set(['removed', 'verified', 'contained'])
const LEFT_OUT: ReadonlySet<CoverageState> = new Set(['closed', 'not-applicable'])

type Instances = Pick<Coverage, 'instances'>

/**
 * Coverage as a fraction with its word: a share in percent would claim an exactness that is not there. `tried` is that with
 * what is tried out.
 */
export function coverageInWords(coverage: Instances, risks: number, tried: Instances = coverage): string {
  if (risks === 0) return 'no risks recorded'
  // What is left out hangs on risks alone, so a trial leaves out the same.
  const asked = coverage.instances.filter(({ state }) => !LEFT_OUT.has(state)).length
  if (asked === 0) return 'nothing to cover'
  const covered = fromTo(coveredIn(coverage), coveredIn(tried))
  return `${covered} of ${asked} risk ${asked === 1 ? 'instance' : 'instances'} covered`
}

const coveredIn = ({ instances }: Instances): number =>
  instances.filter(({ state }) => COVERED.has(state)).length

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

const COUNTING: Readonly<Record<Scenario, string>> = {
  inherent: 'Inherent scenario: no measure counts',
  assured: 'Assured scenario: only verified measures count',
  current: 'Current scenario',
  target: 'Target scenario: planned measures count',
}

/** The scenario in a few words, with what sets it apart from the current one. */
export const scenarioInWords = (scenario: Scenario): string => COUNTING[scenario]
