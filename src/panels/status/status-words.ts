import type { Coverage, CoverageState } from '../../core/analysis/result.ts'
import type { Scenario } from '../../core/model/terms.ts'

const COVERED: ReadonlySet<CoverageState> = new Set(['removed', 'verified', 'contained'])
const LEFT_OUT: ReadonlySet<CoverageState> = new Set(['closed', 'not-applicable'])

/** Coverage as a fraction with its word: a share in percent would claim an exactness that is not there. */
export function coverageInWords({ instances }: Pick<Coverage, 'instances'>, risks: number): string {
  if (risks === 0) return 'no risks recorded'
  const asked = instances.filter(({ state }) => !LEFT_OUT.has(state))
  if (asked.length === 0) return 'nothing to cover'
  const covered = asked.filter(({ state }) => COVERED.has(state)).length
  return `${covered} of ${asked.length} risk ${asked.length === 1 ? 'instance' : 'instances'} covered`
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
