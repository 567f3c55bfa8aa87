import type { Plan } from '../../core/analysis/result.ts'

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
