import type { Coverage, CoverageState } from '../../core/analysis/result.ts'

export type Tally = Readonly<{ taken: number; reached: number }>

/** What a change of the exposures is to somebody who does not see the board; null where the counts are the same. */
export function changeInWords(before: Tally, now: Tally): string | null {
  if (before.taken === now.taken && before.reached === now.reached) return null
  const more = now.taken + now.reached - (before.taken + before.reached)
  const left = now.taken + now.reached === 0 ? 'none left' : `${now.taken} taken, ${now.reached} reached`
  if (more === 0) return `Exposures changed: ${left}`
  const count = Math.abs(more)
  return `${count} ${more > 0 ? 'more' : 'fewer'} ${count === 1 ? 'exposure' : 'exposures'}: ${left}`
}

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
