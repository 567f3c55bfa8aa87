import { useAnalysis } from './analysis-store.ts'
import { asPlannedOn } from './day-words.ts'
import { movedDayOf } from './moved-day.ts'

/** How that is told which is not of the board as it stands. */
export type Supposed = Readonly<{
  /** What it supposes, to begin a sentence and within one. */
  words: string
  within: string
  short: string
  when: string
  icon: 'what-if' | 'plan'
}>

const TRIED: Supposed = {
  words: 'With what is tried',
  within: 'with what is tried',
  short: 'Trial',
  when: 'in the trial',
  icon: 'what-if',
}

/** `day` as of `movedDayOf`. */
export const supposedOn = (day: string | null): Supposed =>
  day === null
    ? TRIED
    : {
        words: asPlannedOn(day),
        within: `as planned on ${day}`,
        short: day,
        when: 'on that day',
        icon: 'plan',
      }

/** What the newest answer supposes; null where it is of the board as it stands. */
export function useSupposed(): Supposed | null {
  const isSupposed = useAnalysis(({ before }) => before !== null)
  const day = useAnalysis(movedDayOf)
  return isSupposed ? supposedOn(day) : null
}
