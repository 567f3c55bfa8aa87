import type { CoverageTable } from '../../core/analysis/coverage-table.ts'
import type { CoverageState } from '../../core/analysis/result.ts'
import type { Scenario } from '../../core/model/terms.ts'
import { fromTo } from '../../ui/from-to.ts'

const COVERED: readonly CoverageState[] = ['removed', 'verified', 'contained']
const OPEN: readonly CoverageState[] = ['accepted', 'partial', 'planned', 'proposed', 'uncovered']

type Counted = Pick<CoverageTable, 'count'>

/**
 * Coverage as a fraction with its word: a share in percent would claim an exactness that is not there. `tried` is that with
 * what is tried out.
 */
export function coverageInWords(coverage: Counted, risks: number, tried: Counted = coverage): string {
  if (risks === 0) return 'no risks recorded'
  const all = ({ count }: Counted, states: readonly CoverageState[]) =>
    states.reduce((sum, state) => sum + count(state), 0)
  // What is left out hangs on risks alone, so a trial leaves out the same.
  const asked = all(coverage, COVERED) + all(coverage, OPEN)
  if (asked === 0) return 'nothing to cover'
  const covered = fromTo(all(coverage, COVERED), all(tried, COVERED))
  return `${covered} of ${asked} risk ${asked === 1 ? 'instance' : 'instances'} covered`
}

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
