import type { ReviewOutcome, ReviewScope } from '../../model/records.ts'
import type { BoardResult } from '../board-result.ts'
import { COVERAGE_STATES } from '../coverage.ts'
import { shareOfTally } from '../coverage-shares.ts'
import { recordsIn } from './scope.ts'

type Result = Pick<BoardResult, 'date' | 'policy' | 'exposures' | 'coverage'>

/**
 * What the analysis comes to within the board, a segment or a vendor (MO7): the exposures whose target, or the source of whose
 * shown path, lies in it, and the coverage of the risks at its components. Null for a scope that is one exposure, which
 * has its outcome in its content.
 */
export function outcomeOf(scope: ReviewScope | null, result: Result): ReviewOutcome | null {
  if (scope !== null && 'risk' in scope) return null
  const { date, policy, exposures, coverage } = result
  const { model, columns } = coverage
  const members = new Set(recordsIn(model, scope, null).components?.map(({ id }) => id))
  const count = (wanted: 'taken' | 'reached') =>
    exposures.filter(
      ({ kind, target, source }) => kind === wanted && (members.has(target) || members.has(source)),
    ).length
  const isMember = model.components.map(({ id }) => members.has(id))
  const tally = new Int32Array(COVERAGE_STATES.length)
  columns.state.forEach((state, row) => {
    if (isMember[columns.component[row] as number] === true) tally[state] = (tally[state] as number) + 1
  })
  const { covered, counted } = shareOfTally(tally)
  return {
    scenario: policy.scenario,
    date,
    taken: count('taken'),
    reached: count('reached'),
    covered,
    counted,
  }
}

/** Whether the figures are the same; they may be of two days and two scenarios. */
export const isSameOutcome = (a: ReviewOutcome, b: ReviewOutcome): boolean =>
  a.taken === b.taken && a.reached === b.reached && a.covered === b.covered && a.counted === b.counted
