import type { CoreResult, Exposure } from '../../core/analysis/result.ts'
import type { Model } from '../../core/model/records.ts'
import { RATINGS } from '../../core/model/terms.ts'
import type { AnalysisState } from '../../state/analysis-store.ts'
import { asPlannedOn } from '../../state/day-words.ts'
import { movedDayOf } from '../../state/moved-day.ts'
import { nameOf } from '../../state/record-names.ts'

type Change = Readonly<{ exposure: Exposure; how: 'now' | 'no-longer' }>

/** So few changes that the worst can be named and the others counted. */
const FEW = 3

/** What a change of the exposures is to somebody who does not see the board; null where they are the same. */
export function changeInWords(model: Model, before: CoreResult, now: CoreResult): string | null {
  const changes = changesBetween(before.exposures, now.exposures)
  if (changes.length === 0) return null
  const { taken, reached } = now.counts
  const left = taken + reached === 0 ? 'none left' : `${taken} taken, ${reached} reached`
  if (changes.length <= FEW) {
    const worst = changes.reduce((most, change) => (weight(change) > weight(most) ? change : most))
    const others = changes.length - 1
    const more = others === 0 ? '' : ` and ${others} more ${others === 1 ? 'change' : 'changes'}`
    return `${inWords(model, worst)}${more}; in all ${left}`
  }
  const more = now.exposures.length - before.exposures.length
  if (more === 0) return `${changes.length} exposures changed: ${left}`
  const count = Math.abs(more)
  return `${count} ${more > 0 ? 'more' : 'fewer'} ${count === 1 ? 'exposure' : 'exposures'}: ${left}`
}

/** What appeared, went away or became the other kind; a path or a rating alone is no change to be told. */
function changesBetween(before: readonly Exposure[], now: readonly Exposure[]): readonly Change[] {
  const old = new Map(before.map((exposure) => [nameOfExposure(exposure), exposure]))
  const changes: Change[] = []
  for (const exposure of now) {
    const name = nameOfExposure(exposure)
    if (old.get(name)?.kind !== exposure.kind) changes.push({ exposure, how: 'now' })
    old.delete(name)
  }
  for (const exposure of old.values()) changes.push({ exposure, how: 'no-longer' })
  return changes
}

const nameOfExposure = ({ risk, target }: Exposure): string => `${risk} ${target}`

/** What comes is worse than what goes. */
const weight = ({ exposure: { rating, kind }, how }: Change): number =>
  (how === 'now' ? 100 : 0) + RATINGS.indexOf(rating) * 2 + (kind === 'taken' ? 1 : 0)

const inWords = (model: Model, { exposure: { risk, target, kind }, how }: Change): string =>
  `${nameOf(model, target)} is ${how === 'now' ? 'now' : 'no longer'} ${kind} through ${nameOf(model, risk)}`

/** A change, with what it supposes where it is not of the board as it stands. */
export function toldAs(analysis: Pick<AnalysisState, 'before' | 'result'>, change: string): string {
  if (analysis.before === null) return change
  const day = movedDayOf(analysis)
  return `${day === null ? 'Tried out' : asPlannedOn(day)}: ${change}`
}

/** Roughly as long as it takes to say some words, milliseconds: three words a second. */
export const hearingTime = (words: string): number => (words.split(/\s+/).filter(Boolean).length / 3) * 1000
