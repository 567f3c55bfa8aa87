import type { CoverageTable } from '../../core/analysis/coverage-table.ts'
import type { CoverageState } from '../../core/analysis/result.ts'
import type { Scenario } from '../../core/model/terms.ts'

const COVERED: readonly CoverageState[] = ['removed', 'verified', 'contained']
const OPEN: readonly CoverageState[] = ['accepted', 'partial', 'planned', 'proposed', 'uncovered']

/** Coverage as a fraction with its word: a share in percent would claim an exactness that is not there. */
export function coverageInWords({ count }: Pick<CoverageTable, 'count'>, risks: number): string {
  if (risks === 0) return 'no risks recorded'
  const all = (states: readonly CoverageState[]) => states.reduce((sum, state) => sum + count(state), 0)
  const covered = all(COVERED)
  const asked = covered + all(OPEN)
  if (asked === 0) return 'nothing to cover'
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
