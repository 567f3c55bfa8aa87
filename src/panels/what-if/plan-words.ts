import type { Plan } from '../../core/analysis/result.ts'
import type { PlanState } from '../../state/analysis-store.ts'

/** How sure it is that no plan costs less. */
export function proofInWords({ minimal, lowerBound, effort }: Plan): string {
  if (minimal) return 'proven minimal'
  return lowerBound === undefined || lowerBound >= effort
    ? 'best found'
    : `best found, at least ${lowerBound} is needed`
}

/** What a plan takes and leaves, in one sentence or two. */
export function planInWords({ mitigations, effort, remaining }: Plan): string {
  const left =
    remaining === 0
      ? 'No taken exposure would remain.'
      : `${remaining} taken ${remaining === 1 ? 'exposure' : 'exposures'} would remain: no mitigation that is proposed or planned here ends ${remaining === 1 ? 'it' : 'them'}.`
  if (mitigations.length === 0)
    return remaining === 0 ? 'Nothing is taken, so there is nothing to plan.' : left
  const count = mitigations.length
  return `${count} ${count === 1 ? 'mitigation' : 'mitigations'}, effort ${effort}. ${left}`
}

/** How it stands with the plan. `hasFailed`: the analysis itself, so that there is nothing to seek a plan for. */
export function planStateInWords(state: PlanState, hasFailed: boolean): string {
  const { searching, plan, failed, isOld } = state
  if (plan === null) {
    if (hasFailed) return 'The analysis failed, so no plan can be sought.'
    if (failed !== null) return `No plan could be found: ${failed}`
    if (searching) return 'Searching…'
    if (isOld) return 'The board changed before a plan was found.'
    return 'The least effort that clears every taken exposure that mitigations of this board can clear.'
  }
  const found = planInWords(plan)
  if (isOld) return `For the board as it was before the last change: ${found}`
  if (searching) return `The best so far; still looking for less, or a proof… ${found}`
  return failed === null ? found : `${found} The search for less ended early: ${failed}`
}
