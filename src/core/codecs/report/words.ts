import type { CoverageState } from '../../analysis/result.ts'
import type { Cited } from '../../catalogue/types.ts'
import { isVerified } from '../../catalogue/verified.ts'
import type { Carries, Scenario } from '../../model/terms.ts'

/** `1,234`, the same in every engine and place. */
export const figure = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** `1 link`, `2 links`. */
export const some = (count: number, noun: string, plural = `${noun}s`): string =>
  `${figure(count)} ${count === 1 ? noun : plural}`

/** A share in per cent, rounded down: it never looks better than it is. Empty where nothing is counted. */
export function percentOfCounts(covered: number, counted: number): string {
  if (counted === 0) return ''
  const tenths = Math.floor((covered * 1000) / counted)
  return tenths % 10 === 0 ? `${tenths / 10} %` : `${Math.floor(tenths / 10)}.${tenths % 10} %`
}

/** `covered 3 of 5 (60 %)`, or that nothing is to be covered. */
export const coveredInWords = (covered: number, counted: number): string =>
  counted === 0
    ? 'nothing to cover, which is blank and not covered'
    : `${figure(covered)} of ${figure(counted)} covered (${percentOfCounts(covered, counted)})`

/** An ISO moment to the minute, as it was written down. */
export const momentInWords = (moment: string | null): string =>
  moment === null ? 'at no recorded time' : `${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`

/** Somebody's own words, or that there are none. */
export const said = (text: string): string => (text.trim() === '' ? 'not recorded' : text)

/** What each state means, whose names are those of its looks. */
export const COVERAGE_WORDS: Readonly<Record<CoverageState, Readonly<{ means: string; counts: string }>>> = {
  uncovered: { means: 'Exposed, and nothing treats it (CO7).', counts: 'No' },
  proposed: { means: 'Exposed; a proposed mitigation names it (CO6).', counts: 'No' },
  planned: { means: 'Exposed; a planned mitigation names it (CO6).', counts: 'No' },
  partial: {
    means: 'Exposed, though a mitigation that counts names it (CO5).',
    counts: 'No',
  },
  accepted: { means: 'Exposed, and accepted on this day (CO4).', counts: 'No' },
  contained: {
    means: 'Live, but no critical function is taken or reached from here (CO3).',
    counts: 'Yes',
  },
  removed: { means: 'A mitigation that counts removes it here (CO2).', counts: 'Yes' },
  verified: {
    means: 'A verified mitigation removes it here (CO2).',
    counts: 'Yes',
  },
  'not-applicable': {
    means: 'Set aside by decision, not analysed (CO1).',
    counts: 'Left out',
  },
  closed: { means: 'Closed by decision, not analysed (CO1).', counts: 'Left out' },
}

export const SCENARIO_WORDS: Readonly<Record<Scenario, string>> = {
  inherent: 'no mitigation counts: the network as it would be bare',
  assured: 'only verified mitigations count',
  current: 'implemented and verified mitigations count; planned and proposed ones do not',
  target: 'planned mitigations count as though they were done, beside implemented and verified ones',
}

export const CARRIES_WORDS: Readonly<Record<Carries, string>> = {
  control: 'control: whoever holds the controlling end owns the other',
  access: 'access: an attacker gets in only where the other end has an open weakness',
  none: 'nothing: no way for an attacker',
}

/** How far somebody has checked an entry of the catalogue against its source. */
export function verifiedInWords(record: Cited): string {
  if (isVerified(record)) return 'Yes'
  switch (record.seen) {
    case 'partly':
      return 'Partly'
    case 'secondary':
      return 'No: second-hand'
    case 'memory':
      return 'No: from memory'
    case undefined:
      return 'Not recorded'
    default:
      return 'No'
  }
}
